// Building of what looks across the columns of all subjects.
using System;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Formulas;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    public GroupPlan Group(GroupExpression group)
    {
        var isCell = group.Source is CellExpression;
        var name = group.Source switch
        {
            CellExpression reference => reference.Shown,
            InputExpression input => input.Fact?.Name ?? "",
            _ => throw new NotSupportedException(group.Source.GetType().Name),
        };
        return new GroupPlan(
            group.Function,
            new GroupSource(SlotOf(group.Source), name, isCell ? ((CellExpression)group.Source).Cell : null),
            group.Members,
            group.Key is null ? null : new GroupSource(SlotOf(group.Key), group.Key.Fact!.Name, null),
            SlotOf(group.Presence),
            group.Conditions.Select(condition => new GroupSource(SlotOf(condition), condition.Shown, condition.Cell)).ToArray());
    }

    private int SlotOf(Expression leaf) => leaf switch
    {
        CellExpression reference => cells[reference.Cell],
        InputExpression input => inputs.Of(input.Input),
        _ => throw new NotSupportedException(leaf.GetType().Name),
    };
}
