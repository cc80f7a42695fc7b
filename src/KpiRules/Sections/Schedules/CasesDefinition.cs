// A schedule by text, as the author wrote it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesDefinition(JsonObject Json, JsonString? On, IReadOnlyList<ScheduleCase> Cases, NumberDefinition? Else)
    : ScheduleDefinition(Json)
{
    public static CasesDefinition? Read(ObjectReader reader)
    {
        var (on, otherwise) = (reader.Text("on"), reader.NumberLike("else"));
        if (reader.Object("cases") is not { } json)
            return null;
        var values = new ObjectReader(json, new Term("what.cases"), reader.Diagnostics);
        var cases = json.Members.Select(member => (member.Name, Value: values.NumberLike(member.Name.Value))).ToList();
        if (cases.Count == 0)
            reader.Diagnostics.Add(RulesetFaults.Missing(json.Place, "cases", ScheduleReader.What));
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
