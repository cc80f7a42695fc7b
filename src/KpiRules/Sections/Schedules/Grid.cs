// A schedule along two values.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

internal sealed record GridOperation(
    Origin Origin, string Cell, AxisOperation Rows, AxisOperation Columns, ValueList<Operation> Values, Unit Unit)
    : ScheduleOperation(Origin, Unit)
{
    public override string Shown => $"grid({Rows.On.Origin.Text}, {Columns.On.Origin.Text})";

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Rows = MapAxis(Rows, part), Columns = MapAxis(Columns, part), Values = Map(Values, part),
    };

    public override int GetHashCode() => HashOfPartsAnd(Cell);

    public override IEnumerable<(Operation One, Operation Other)> Compared() =>
        new[] { Rows, Columns }.SelectMany(axis => axis.Bounds.Select(bound => (axis.On, bound)));

    public override Operation Expand() => ScheduleExpansion.Of(this);

    private static AxisOperation MapAxis(AxisOperation axis, Func<Operation, Operation> part) => new(part(axis.On), Map(axis.Bounds, part));

    public override Node Fuse(INodeBuilder nodes) => new GridNode(
        nodes.Number(Rows.On),
        RowBounds.Of(nodes, Cell, Rows.Bounds, null, alikeAllowed: false),
        nodes.Number(Columns.On),
        RowBounds.Of(nodes, Cell, Columns.Bounds, null, alikeAllowed: false),
        Values.Select(nodes.Number).ToArray());
}

/// <param name="Bounds">Going up.</param>
internal sealed record AxisOperation(Operation On, ValueList<Operation> Bounds);

/// <summary>A value by two others; below either first bound, 0.</summary>
/// <param name="values">Row by row.</param>
internal sealed class GridNode(Node<decimal> rowOn, RowBounds rows, Node<decimal> columnOn, RowBounds columns, Node<decimal>[] values)
    : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!rowOn.TryEvaluate(frame, out var first) || !columnOn.TryEvaluate(frame, out var second))
            return false;
        if (!rows.TryFind(frame, first, out var row, out var rowFrom, out _)
            || !columns.TryFind(frame, second, out var column, out var columnFrom, out _))
            return false;
        if (row >= 0 && column >= 0 && !values[row * columns.Count + column].TryEvaluate(frame, out value))
            return false;
        frame.Trace?.Add(StepKind.Field, "", value, first, row < 0 ? null : rowFrom, second, column < 0 ? null : columnFrom);
        return true;
    }
}
