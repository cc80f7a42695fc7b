// A value that is there for some subjects only.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>The inner value where the condition holds; where it does not, there is none, for the KPI does not apply.</summary>
/// <param name="UnknownIsTrue">Whether the inner value is there where the condition is not known.</param>
internal sealed record ApplicableOperation(Origin Origin, string Kpi, CellOperation Condition, Operation Inner, bool UnknownIsTrue)
    : FusedOperation(Origin, Inner.Kind, Inner.Unit)
{
    public override Combining Combining => Combining.As(part: 1);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Condition = (CellOperation)part(Condition), Inner = part(Inner) };

    public override int GetHashCode() => HashOfPartsAnd(Kpi);

    public override Operation Expand()
    {
        var holds = UnknownIsTrue ? Write.Default(Condition, Write.Boolean(true)) : Condition;
        var applies = Write.Guard(holds, new Reason(CauseKind.DoesNotApply, Kpi, TellsLag: true), Inner);
        return UnknownIsTrue
            ? applies
            : Write.Guard(Write.Available(Condition), new Reason(CauseKind.ApplicabilityUnknown, Kpi, Cell: Condition.Cell), applies);
    }

    public override Node Fuse(INodeBuilder nodes)
    {
        var doesNotApply = new NotAvailable(CauseKind.DoesNotApply, Kpi, Lag: nodes.Lag);
        var unknown = UnknownIsTrue ? null : new NotAvailable(CauseKind.ApplicabilityUnknown, Kpi, Because: Condition.Cell);
        return Kind switch
        {
            ValueKind.Number => Make<decimal>(),
            ValueKind.Boolean => Make<bool>(),
            ValueKind.Text => Make<string>(),
            ValueKind.Date => Make<int>(),
        };

        Node Make<T>() => new ApplicableNode<T>(nodes.Boolean(Condition), (Node<T>)nodes.Build(Inner), doesNotApply, unknown);
    }
}
