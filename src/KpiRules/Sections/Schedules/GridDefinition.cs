// A schedule along two values, as the author wrote it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal sealed record GridDefinition(
    JsonObject Json, GridAxis Rows, GridAxis Columns, IReadOnlyList<IReadOnlyList<NumberDefinition>> Values)
    : ScheduleDefinition(Json)
{
    public static GridDefinition? Read(ObjectReader reader)
    {
        var (rows, columns) = (GridAxis.Read(reader.Read(GridShape.Rows)), GridAxis.Read(reader.Read(GridShape.Columns)));
        var lines = (reader.Read(GridShape.Values)?.Items ?? []).Select(line => line?.Items).ToList();
        if (rows is null || columns is null || lines.Any(line => line is null || line.Contains(null)))
            return null;
        if (lines.Count != rows.From.Count || lines.Any(line => line!.Count != columns.From.Count))
        {
            reader.Diagnostics.Add(RulesetFaults.GridShape(reader.Written(GridShape.Values)!.Place, rows.From.Count, columns.From.Count));
            return null;
        }

        return new GridDefinition(reader.Json, rows, columns, lines.Select(line => line!.Select(value => value!).ToList()).ToList());
    }

    public override Func<Operation?> Lower(ScheduleLowering lowering)
    {
        var (rows, columns) = (Rows.Lower(lowering), Columns.Lower(lowering));
        var values = Values.SelectMany(line => line).Select(value => lowering.Part(value, "owner.scheduleValue")).ToList();
        return () =>
        {
            var (boundRows, boundColumns, boundValues) = (rows(), columns(), ScheduleLowering.BindAll(values));
            if (boundRows is null || boundColumns is null || boundValues is null)
                return null;
            var unit = ScheduleLowering.CommonUnit(boundValues);
            return new GridOperation(lowering.OriginOf(this), lowering.Cell, boundRows, boundColumns, boundValues, unit);
        };
    }
}

internal sealed record GridAxis(JsonString On, IReadOnlyList<NumberDefinition> From)
{
    public static GridAxis? Read(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var (on, bounds) = (reader.Read(AxisShape.On), reader.Read(AxisShape.From)?.Items ?? []);
        reader.Finish();
        return on is null || bounds.Count == 0 || bounds.Contains(null)
            ? null
            : new GridAxis(on, bounds.OfType<NumberDefinition>().ToList());
    }

    public Func<AxisOperation?> Lower(ScheduleLowering lowering)
    {
        var on = lowering.On(On, null, ValueKind.Number);
        var bounds = From.Select(bound => lowering.Part(bound, "owner.scheduleBound")).ToList();
        return () =>
        {
            var (boundOn, boundBounds) = (on?.Bind(), ScheduleLowering.BindAll(bounds));
            if (boundOn is null || boundBounds is null)
                return null;
            lowering.CheckOrder(boundBounds, alikeAllowed: 1);
            return new AxisOperation(boundOn, boundBounds);
        };
    }
}
