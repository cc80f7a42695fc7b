// A schedule by text, as the author wrote it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesDefinition(JsonObject Json, JsonString? On, IReadOnlyList<ScheduleCase> Cases, NumberDefinition? Else)
    : ScheduleDefinition(Json)
{
    public static CasesDefinition? Read(ObjectReader reader)
    {
        var (on, otherwise) = (reader.Read(ScheduleProperties.On), reader.Read(CasesShape.Else));
        var cases = reader.ReadAll(CasesShape.Cases).Select(entry => (entry.Name, Value: entry.Read())).ToList();
        return cases.Count == 0 || cases.Any(entry => entry.Value is null)
            ? null
            : new CasesDefinition(reader.Json, on, cases.Select(entry => new ScheduleCase(entry.Name, entry.Value!)).ToList(), otherwise);
    }

    public override Func<Operation?> Lower(ScheduleLowering lowering)
    {
        var on = lowering.On(On, Json, ValueKind.Text);
        var values = Cases.Select(entry => lowering.Part(entry.Value, "owner.scheduleValue")).ToList();
        var otherwise = Else is null ? null : lowering.Part(Else, "owner.scheduleValue");
        return () =>
        {
            var (boundOn, boundValues, boundElse) = (on?.Bind(), ScheduleLowering.BindAll(values), otherwise?.Bind());
            if (boundOn is null || boundValues is null || (otherwise is not null && boundElse is null))
                return null;
            var texts = Cases.Select(entry => entry.Text).ToList();
            lowering.WarnOfImpossible(boundOn, texts);
            return new CasesOperation(
                lowering.OriginOf(this),
                lowering.Cell,
                boundOn,
                texts.Select(text => text.Value).ToList(),
                boundValues,
                boundElse,
                ScheduleLowering.CommonUnit(boundValues));
        };
    }
}

internal sealed record ScheduleCase(JsonString Text, NumberDefinition Value);

internal static class CasesShape
{
    public static readonly Property<ReadMap<NumberDefinition>> Cases = new(
        "cases",
        new MapType<NumberDefinition>(
            KeyRole.Text, NumberLike.Any, map => RulesetFaults.Missing(map.Place, "cases", ScheduleProperties.What)),
        "按文字取值：on 等于哪个文字，就取哪个值",
        "the value beside the text that `on` is")
    {
        IsRequired = true,
        Examples = ["{ \"A\": 0.08, \"B\": 0.05 }"],
    };

    public static readonly Property<NumberDefinition> Else = new(
        "else", NumberLike.Any,
        "其他文字的值；不写时，其他文字不可用",
        "what holds for any other text; without it, any other is not available");

    public static readonly WrittenForm Written =
        new(new Shape("cases", ScheduleProperties.What, ScheduleProperties.On, Cases, Else) { Form = Cases }, CasesDefinition.Read);
}
