// A schedule along one value: "Schedules" in docs/format.md.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

/// <param name="Cell">Whose schedule it is, for causes.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
/// <param name="Bounds">Going up; of points, two may be alike.</param>
/// <param name="Values">One for every bound: a value, or a rate.</param>
internal sealed record RowsOperation(
    Origin Origin, ScheduleForm Form, string Cell, Operation On, Operation? Per, ValueList<Operation> Bounds,
    ValueList<Operation> Values, Unit Unit)
    : ScheduleOperation(Origin, Unit)
{
    public override string Shown => $"{EnumText<ScheduleForm>.Of(Form)}({On.Origin.Text})";

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        On = part(On), Per = Per is null ? null : part(Per), Bounds = Map(Bounds, part), Values = Map(Values, part),
    };

    public override int GetHashCode() => HashOfPartsAnd((Form, Cell));

    /// <summary>Multiples of something are lines too, but nobody reads them as numbers.</summary>
    public override IEnumerable<(Operation One, Operation Other)> Compared() => Per is null ? Bounds.Select(bound => (On, bound)) : [];

    public override bool RaisesIssues => Per is not null;

    public override Operation Expand() => ScheduleExpansion.Of(this);

    public override Node Fuse(INodeBuilder nodes)
    {
        var on = nodes.Number(On);
        var values = Values.Select(nodes.Number).ToArray();
        var bounds = RowBounds.Of(nodes, Cell, Bounds, Per, alikeAllowed: Form == ScheduleForm.Points);
        return Form switch
        {
            ScheduleForm.Steps => new StepsNode(on, bounds, values),
            ScheduleForm.Marginal => new MarginalNode(on, bounds, values, new NotAvailable(CauseKind.BoundsOutOfOrder, Cell)),
            ScheduleForm.Points => new PointsNode(on, bounds, values),
        };
    }
}
