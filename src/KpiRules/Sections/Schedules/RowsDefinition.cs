// A schedule along one value, as the author wrote it: steps, marginal rates, or points.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <param name="On">The value it looks at; null where the place of the schedule has one of its own.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
internal sealed record RowsDefinition(
    JsonObject Json, ScheduleForm Form, JsonString? On, NumberDefinition? Per, JsonString? Accumulate, IReadOnlyList<ScheduleRow> Rows)
    : ScheduleDefinition(Json)
{
    /// <param name="bound">The property that says where a row begins, or a point lies.</param>
    /// <param name="value">The property that says what holds there.</param>
    public static RowsDefinition? Read(ObjectReader reader, ScheduleForm form, string bound, string value)
    {
        var (on, per) = (reader.Text("on"), reader.NumberLike("per"));
        var accumulate = form == ScheduleForm.Marginal ? reader.Text("accumulate") : null;
        if (accumulate is not null and not { Value: "ytd" or "qtd" })
            reader.ReportNotOneOf(accumulate, "accumulate", ["ytd", "qtd"]);
        var items = ScheduleReader.NonEmpty(reader, EnumText<ScheduleForm>.Of(form));
        var rows = items.Select(item => ReadRow(reader, item, bound, value)).ToList();
        return rows.Count == 0 || rows.Contains(null)
            ? null
            : new RowsDefinition(reader.Json, form, on, per, accumulate, rows.OfType<ScheduleRow>().ToList());
    }

    public override Func<Operation?> Lower(ScheduleLowering lowering)
    {
        if (Accumulate is { } accumulate)
            lowering.CheckAccumulate(accumulate);
        var on = lowering.On(On, Json, ValueKind.Number);
        var per = Per is null ? null : lowering.Part(Per, "owner.schedulePer");
        var bounds = Rows.Select(row => lowering.Part(row.Bound, "owner.scheduleBound")).ToList();
        var values = Rows.Select(row => lowering.Part(row.Value, "owner.scheduleValue")).ToList();
        return () =>
        {
            var (boundOn, boundPer) = (on?.Bind(), per?.Bind());
            var (boundBounds, boundValues) = (ScheduleLowering.BindAll(bounds), ScheduleLowering.BindAll(values));
            if (boundOn is null || boundBounds is null || boundValues is null || (per is not null && boundPer is null))
                return null;
            lowering.CheckOrder(boundBounds, alikeAllowed: Form == ScheduleForm.Points ? 2 : 1);
            var unit = Form == ScheduleForm.Marginal
                ? Unit.Product(boundOn.Unit, boundValues[0].Unit)
                : ScheduleLowering.CommonUnit(boundValues);
            var origin = lowering.OriginOf(this);
            var rows = new RowsOperation(origin, Form, lowering.Cell, boundOn, boundPer, boundBounds, boundValues, unit);
            return Accumulate is { Value: var function }
                ? new AccumulateOperation(origin, function, function == "ytd" ? TimeWindow.Year : TimeWindow.Quarter, rows)
                : rows;
        };
    }

    private static ScheduleRow? ReadRow(ObjectReader schedule, JsonValue item, string bound, string value)
    {
        if (schedule.As<JsonObject>(item, null, "json.object") is not { } json)
            return null;
        var reader = new ObjectReader(json, new Diagnostics.Term("what.scheduleRow"), schedule.Diagnostics);
        reader.Required(bound);
        reader.Required(value);
        var (at, gives) = (reader.NumberLike(bound), reader.NumberLike(value));
        reader.Finish();
        return at is null || gives is null ? null : new ScheduleRow(json, at, gives);
    }
}

/// <param name="Bound">Where the row begins, or the point lies.</param>
internal sealed record ScheduleRow(JsonObject Json, NumberDefinition Bound, NumberDefinition Value);

/// <summary>How the rows of a schedule make a number; the names are those of the JSON properties.</summary>
internal enum ScheduleForm
{
    /// <summary>The value of the row that holds <c>on</c>.</summary>
    Steps,

    /// <summary>The sum of each row's rate on the part of <c>on</c> that lies in it.</summary>
    Marginal,

    /// <summary>Straight lines between points.</summary>
    Points,
}
