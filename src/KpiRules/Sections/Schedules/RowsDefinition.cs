// A schedule along one value, as the author wrote it: steps, marginal rates, or points.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <param name="On">The value it looks at; null where the place of the schedule has one of its own.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
internal sealed record RowsDefinition(
    JsonObject Json, ScheduleForm Form, JsonString? On, NumberDefinition? Per, JsonString? Accumulate, IReadOnlyList<ScheduleRow> Rows)
    : ScheduleDefinition(Json)
{
    public static RowsDefinition? Read(ObjectReader reader, RowsShape shape)
    {
        var (on, per) = (reader.Read(ScheduleProperties.On), reader.Read(ScheduleProperties.Per));
        var accumulate = shape.Form == ScheduleForm.Marginal ? reader.Read(RowsShape.Accumulate) : null;
        var rows = (reader.Read(shape.Rows)?.Items ?? []).Select(row => row is null ? null : ReadRow(row, shape)).ToList();
        return rows.Count == 0 || rows.Contains(null)
            ? null
            : new RowsDefinition(reader.Json, shape.Form, on, per, accumulate, rows.OfType<ScheduleRow>().ToList());
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

    private static ScheduleRow? ReadRow(ObjectReader reader, RowsShape shape)
    {
        var (at, gives) = (reader.Read(shape.Bound), reader.Read(shape.Value));
        reader.Finish();
        return at is null || gives is null ? null : new ScheduleRow(reader.Json, at, gives);
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
