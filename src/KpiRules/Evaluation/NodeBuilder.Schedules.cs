// Building of schedules.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Nodes;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private Node<decimal> Rows(RowsOperation rows)
    {
        var on = Number(rows.On);
        var values = rows.Values.Select(Number).ToArray();
        var bounds = BoundsOf(rows.Cell, rows.Bounds, rows.Per, alikeAllowed: rows.Form == ScheduleForm.Points);
        return rows.Form switch
        {
            ScheduleForm.Steps => new StepsNode(on, bounds, values),
            ScheduleForm.Marginal => new MarginalNode(on, bounds, values, new NotAvailable(CauseKind.BoundsOutOfOrder, rows.Cell)),
            _ => new PointsNode(on, bounds, values),
        };
    }

    private CasesNode Cases(CasesOperation cases)
    {
        var values = cases.Texts.Zip(cases.Values, (text, value) => (text, value)).ToDictionary(entry => entry.text, entry => Number(entry.value));
        var otherwise = cases.Else is null ? null : Number(cases.Else);
        return new CasesNode(Text(cases.On), values, otherwise, new NotAvailable(CauseKind.NoCase, cases.Cell, cases.On.Origin.Text));
    }

    private GridNode Grid(GridOperation grid) => new(
        Number(grid.Rows.On),
        BoundsOf(grid.Cell, grid.Rows.Bounds, null, alikeAllowed: false),
        Number(grid.Columns.On),
        BoundsOf(grid.Cell, grid.Columns.Bounds, null, alikeAllowed: false),
        grid.Values.Select(Number).ToArray());

    private Bounds BoundsOf(string cell, IReadOnlyList<Operation> bounds, Operation? per, bool alikeAllowed) => new(
        bounds.Select(Number).ToArray(),
        per is null ? null : Number(per),
        alikeAllowed,
        new NotAvailable(CauseKind.BoundsOutOfOrder, cell),
        new NotAvailable(CauseKind.PerNotPositive, cell, per?.Origin.Text ?? ""));
}
