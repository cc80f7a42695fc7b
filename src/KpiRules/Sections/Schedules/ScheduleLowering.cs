// Lowers a schedule into an expression; bounds that are constants are checked here, others when facts give them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <param name="cell">Whose schedule it is.</param>
/// <param name="record">The list whose fields go before all other names, for a schedule about one record.</param>
/// <param name="forIncentive">Whether an incentive that is not there counts as 0.</param>
/// <param name="defaultOn">What the schedule looks at where it does not say; null where it must.</param>
internal sealed class ScheduleLowering(SheetBuilder sheet, string cell, DraftFormula? defaultOn, RecordDefinition? record, bool forIncentive)
    : IScheduleVisitor<System.Func<Operation?>>
{
    private readonly List<DraftFormula> _parts = [];
    private bool _failed;

    /// <summary>The formula of the schedule, or null after reporting a fault.</summary>
    public DraftFormula? Lower(ScheduleDefinition schedule)
    {
        var bind = schedule.Accept(this);
        if (_failed)
            return null;
        return new DraftFormula(_parts.SelectMany(part => part.Names).Distinct().ToList(), _parts.Max(part => part.Nesting), bind);
    }

    private Origin OriginOf(ScheduleDefinition schedule) => new FormulaText(schedule.Json, new Term("owner.kpi", cell)).Whole;

    System.Func<Operation?> IScheduleVisitor<System.Func<Operation?>>.Rows(RowsDefinition rows)
    {
        var origin = OriginOf(rows);
        if (rows.Accumulate is { } accumulate && record is not null)
            sheet.Diagnostics.Add(PolicyFaults.AccumulateEach(accumulate.Place, cell));
        var on = On(rows.On, rows.Json, ValueKind.Number);
        var per = rows.Per is null ? null : Part(rows.Per, "owner.schedulePer");
        var bounds = rows.Rows.Select(row => Part(row.Bound, "owner.scheduleBound")).ToList();
        var values = rows.Rows.Select(row => Part(row.Value, "owner.scheduleValue")).ToList();
        return () =>
        {
            var (boundOn, boundPer) = (on?.Bind(), per?.Bind());
            var (boundBounds, boundValues) = (BindAll(bounds), BindAll(values));
            if (boundOn is null || boundBounds is null || boundValues is null || (per is not null && boundPer is null))
                return null;
            CheckOrder(boundBounds, alikeAllowed: rows.Form == ScheduleForm.Points ? 2 : 1);
            var unit = rows.Form == ScheduleForm.Marginal ? Units.Product(boundOn.Unit, boundValues[0].Unit) : CommonUnit(boundValues);
            var schedule = new RowsOperation(origin, rows.Form, cell, boundOn, boundPer, boundBounds, boundValues, unit);
            return rows.Accumulate is { Value: var function } ? new AccumulateOperation(origin, function, function == "ytd" ? TimeWindow.Year : TimeWindow.Quarter, schedule) : schedule;
        };
    }

    System.Func<Operation?> IScheduleVisitor<System.Func<Operation?>>.Cases(CasesDefinition cases)
    {
        var origin = OriginOf(cases);
        var on = On(cases.On, cases.Json, ValueKind.Text);
        var values = cases.Cases.Select(entry => Part(entry.Value, "owner.scheduleValue")).ToList();
        var otherwise = cases.Else is null ? null : Part(cases.Else, "owner.scheduleValue");
        return () =>
        {
            var (boundOn, boundValues, boundElse) = (on?.Bind(), BindAll(values), otherwise?.Bind());
            if (boundOn is null || boundValues is null || (otherwise is not null && boundElse is null))
                return null;
            WarnOfImpossibleCases(boundOn, cases);
            return new CasesOperation(origin, cell, boundOn, cases.Cases.Select(entry => entry.Text.Value).ToList(), boundValues, boundElse, CommonUnit(boundValues));
        };
    }

    System.Func<Operation?> IScheduleVisitor<System.Func<Operation?>>.Grid(GridDefinition grid)
    {
        var origin = OriginOf(grid);
        var (rows, columns) = (LowerAxis(grid.Rows), LowerAxis(grid.Columns));
        var values = grid.Values.SelectMany(line => line).Select(value => Part(value, "owner.scheduleValue")).ToList();
        return () =>
        {
            var (boundRows, boundColumns, boundValues) = (rows(), columns(), BindAll(values));
            return boundRows is null || boundColumns is null || boundValues is null
                ? null
                : new GridOperation(origin, cell, boundRows, boundColumns, boundValues, CommonUnit(boundValues));
        };
    }

    private System.Func<AxisOperation?> LowerAxis(GridAxis axis)
    {
        var on = On(axis.On, null, ValueKind.Number);
        var bounds = axis.From.Select(bound => Part(bound, "owner.scheduleBound")).ToList();
        return () =>
        {
            var (boundOn, boundBounds) = (on?.Bind(), BindAll(bounds));
            if (boundOn is null || boundBounds is null)
                return null;
            CheckOrder(boundBounds, alikeAllowed: 1);
            return new AxisOperation(boundOn, boundBounds);
        };
    }

    private DraftFormula? On(JsonString? on, JsonObject? schedule, ValueKind kind)
    {
        if (on is not null)
            return Keep(sheet.Formula(on, new Term("owner.scheduleOn", cell), kind, record, forIncentive));
        if (defaultOn is null || kind != ValueKind.Number)
            sheet.Diagnostics.Add(PolicyFaults.OnNeeded(schedule!.Place));
        return Keep(kind == ValueKind.Number ? defaultOn : null);
    }

    private DraftFormula? Part(NumberDefinition number, string owner) => Keep(sheet.Number(number, new Term(owner, cell), cell, null, record, forIncentive));

    private DraftFormula? Keep(DraftFormula? part)
    {
        if (part is null)
            _failed = true;
        else
            _parts.Add(part);
        return part;
    }

    private static List<Operation>? BindAll(IReadOnlyList<DraftFormula?> parts)
    {
        var bound = parts.Select(part => part?.Bind()).ToList();
        return bound.Contains(null) ? null : bound.Select(expression => expression!).ToList();
    }

    private void CheckOrder(List<Operation> bounds, int alikeAllowed)
    {
        var alike = 1;
        for (var i = 1; i < bounds.Count; i++)
        {
            if (bounds[i - 1].ConstantNumber() is not { } before || bounds[i].ConstantNumber() is not { } bound)
                continue;
            alike = bound == before ? alike + 1 : 1;
            if (bound < before || alike > alikeAllowed)
                sheet.Diagnostics.Add(PolicyFaults.NotAbove(bounds[i].Origin.Place, new Term("owner.scheduleBound", cell)));
        }
    }

    private void WarnOfImpossibleCases(Operation on, CasesDefinition cases)
    {
        if (on is not InputOperation { Fact: { Values: { } values } fact })
            return;
        foreach (var text in cases.Cases.Select(entry => entry.Text).Where(text => !fact.Allows(text.Value)))
            sheet.Diagnostics.Add(TypeFaults.NeverThisValue(text.Place, fact.Name, text.Value, alwaysHolds: false, () => ClosestName.Find(text.Value, values)));
    }

    private static string? CommonUnit(List<Operation> values) => values.Select(value => value.Unit).Aggregate(Units.Common);
}
