// Takes a schedule, gives the operations it is short for: choices from the first row to the last.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

internal sealed class ScheduleExpansion
{
    private readonly Compose _write;
    private readonly string _cell;
    private readonly Operation _on;
    private readonly IReadOnlyList<Operation> _bounds;
    private readonly bool _alikeAllowed;

    private ScheduleExpansion(Compose write, string cell, Operation on, IReadOnlyList<Operation> bounds, bool alikeAllowed) =>
        (_write, _cell, _on, _bounds, _alikeAllowed) = (write, cell, on, bounds, alikeAllowed);

    public static Operation Of(RowsOperation rows)
    {
        var write = new Compose(rows.Origin);
        var bounds = rows.Per is { } per
            ? rows.Bounds.Select(bound => bound.ConstantNumber() == 0 ? bound : write.Multiply(bound, per)).ToList()
            : rows.Bounds;
        var expansion = new ScheduleExpansion(write, rows.Cell, rows.On, bounds, rows.Form == ScheduleForm.Points);
        var found = rows.Form switch
        {
            ScheduleForm.Steps => expansion.Find(row => expansion.Step(rows.Values, row)),
            ScheduleForm.Marginal => expansion.Marginal(rows.Values),
            ScheduleForm.Points => expansion.Find(row => expansion.Point(rows.Values, row)),
        };
        if (rows.Per is not null && !(rows.Per.ConstantNumber() > 0))
            found = write.Guard(
                write.Greater(rows.Per, write.Number(0)), new Reason(CauseKind.PerNotPositive, rows.Cell, rows.Per.Origin.Text), found);
        return write.Where([rows.On], found);
    }

    public static Operation Of(GridOperation grid)
    {
        var write = new Compose(grid.Origin);
        var (row, column) = (Axis(write, grid.Cell, grid.Rows), Axis(write, grid.Cell, grid.Columns));
        var width = grid.Columns.Bounds.Count;
        var (noRow, noColumn) = (row.Find(_ => write.Number(0)), column.Find(_ => write.Number(0)));
        var found = row.Find(i => column.Find(j => write.Label(
            StepKind.Field,
            "",
            [grid.Rows.On, i < 0 ? null : grid.Rows.Bounds[i], grid.Columns.On, j < 0 ? null : grid.Columns.Bounds[j]],
            i < 0 || j < 0 ? write.Number(0) : grid.Values[i * width + j])));
        // both places are looked for before a value is taken
        return write.Where([grid.Rows.On, grid.Columns.On, noRow, noColumn], found);
    }

    private static ScheduleExpansion Axis(Compose write, string cell, AxisOperation axis) =>
        new(write, cell, axis.On, axis.Bounds, alikeAllowed: false);

    /// <summary>What holds in the last row whose bound is not above <c>on</c>.</summary>
    /// <param name="inRow">What holds there; -1 is below the first.</param>
    private Operation Find(Func<int, Operation> inRow) =>
        _write.Choose(_bounds.Select((bound, i) => (InOrder(i, _write.Less(_on, bound)), inRow(i - 1))).ToList(), inRow(_bounds.Count - 1));

    /// <summary>Something about a row, where its bound lies above the one before.</summary>
    private Operation InOrder(int row, Operation inner)
    {
        if (row == 0 || (_bounds[row - 1].ConstantNumber() is { } low
            && _bounds[row].ConstantNumber() is { } high
            && (low < high || (_alikeAllowed && low == high))))
            return inner;
        var isAbove = _alikeAllowed ? _write.AtLeast(_bounds[row], _bounds[row - 1]) : _write.Greater(_bounds[row], _bounds[row - 1]);
        return _write.Guard(isAbove, new Reason(CauseKind.BoundsOutOfOrder, _cell), inner);
    }

    private Operation Step(IReadOnlyList<Operation> values, int row) => _write.Label(
        StepKind.Row,
        "",
        [_on, row < 0 ? null : _bounds[row], row + 1 == _bounds.Count ? null : row < 0 ? _bounds[0] : _bounds[row + 1]],
        row < 0 ? _write.Number(0) : values[row]);

    private Operation Point(IReadOnlyList<Operation> values, int row)
    {
        if (row < 0 || row + 1 == _bounds.Count)
            return _write.Label(StepKind.Line, "", [_on], values[row < 0 ? 0 : row]);
        var (from, to, start, end) = (_bounds[row], _bounds[row + 1], values[row], values[row + 1]);
        var climbed = _write.Divide(_write.Multiply(_write.Subtract(end, start), _write.Subtract(_on, from)), _write.Subtract(to, from));
        var onLine = _write.Label(StepKind.Line, "", [_on, from, start, to, end], _write.Add(start, climbed));
        return _write.If(_write.Equal(_on, from), _write.Label(StepKind.Line, "", [_on], start), onLine);
    }

    /// <summary>
    /// The sum of each row's rate times the part of <c>on</c> that lies in it; from a first bound of 0 the first rate goes on
    /// below.
    /// </summary>
    private Operation Marginal(IReadOnlyList<Operation> rates)
    {
        var terms = new List<Operation>();
        Operation? reached = null;
        var onlyConstants = true;
        for (var row = 0; row < _bounds.Count; row++)
        {
            var (lower, upper) = (_bounds[row], row + 1 == _bounds.Count ? null : _bounds[row + 1]);
            var below = upper is null ? _on : _write.Lesser(_on, upper);
            var part = lower.ConstantNumber() == 0 ? below : _write.Subtract(below, lower);
            var earned = _write.Label(StepKind.Tier, "", [part, rates[row], lower, upper], _write.Multiply(rates[row], part));
            var inOrder = upper is null ? earned : InOrder(row + 1, earned);
            var above = _write.Greater(_on, lower);
            // a bound that the facts give may lie above the one behind it, or be unknown: what lies behind it is not reached then
            onlyConstants &= lower.ConstantNumber() is not null;
            reached = reached is null || onlyConstants ? above : _write.All([reached, above]);
            terms.Add(_write.If(reached, inOrder, row == 0 ? Below(rates[0]) : _write.Number(0)));
        }

        return _write.Sum(terms);
    }

    private Operation Below(Operation rate)
    {
        var (zero, first) = (_write.Number(0), _bounds[0]);
        var taken = _write.Label(StepKind.Tier, "", [_on, rate, null, first], _write.Multiply(rate, _on));
        var goesOn = first.ConstantNumber() is { } known
            ? known == 0 ? _write.Differs(_on, zero) : null
            : _write.All([_write.Equal(first, zero), _write.Differs(_on, zero)]);
        return goesOn is null ? zero : _write.If(goesOn, taken, zero);
    }
}
