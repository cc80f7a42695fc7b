// What an incentive line comes to: "Incentives" in docs/format.md.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives;

/// <summary>What a line comes to where it exists: 0 behind a closed gate, else the inner amount.</summary>
/// <param name="Exists">Null where it always does.</param>
/// <param name="Gate">Null where there is none.</param>
internal sealed record LineOperation(Origin Origin, string Line, CellOperation? Exists, CellOperation? Gate, Operation Inner)
    : FusedOperation(Origin, ValueKind.Number, Inner.Unit)
{
    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Exists = Exists is null ? null : (CellOperation)part(Exists), Gate = Gate is null ? null : (CellOperation)part(Gate),
        Inner = part(Inner),
    };

    public override int GetHashCode() => HashOfPartsAnd(Line);

    public override Operation Expand()
    {
        var amount = Gate is null ? Inner : Write.If(Gate, Inner, Write.Number(0));
        if (Exists is null)
            return amount;
        var exists = Write.Guard(Exists, new Reason(CauseKind.DoesNotApply, Line), amount);
        return Write.Guard(Write.Available(Exists), new Reason(CauseKind.ApplicabilityUnknown, Line, Cell: Exists.Cell), exists);
    }

    public override Node Fuse(INodeBuilder nodes) => new LineNode(
        nodes.Optional(Exists),
        nodes.Optional(Gate),
        nodes.Number(Inner),
        new NotAvailable(CauseKind.DoesNotApply, Line),
        new NotAvailable(CauseKind.ApplicabilityUnknown, Line, Because: Exists?.Cell));
}

/// <summary>What a line comes to where it exists: 0 behind a closed gate, else the inner amount.</summary>
/// <param name="exists">Null where it always does.</param>
/// <param name="gate">Null where there is none.</param>
internal sealed class LineNode(Node<bool>? exists, Node<bool>? gate, Node<decimal> inner, NotAvailable doesNotApply, NotAvailable unknown)
    : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var (isThere, isOpen) = (true, true);
        if (exists is not null && !exists.TryEvaluate(frame, out isThere))
            return frame.Fail(unknown);
        if (!isThere)
            return frame.Fail(doesNotApply);
        if (gate is not null && !gate.TryEvaluate(frame, out isOpen))
            return false;
        return !isOpen || inner.TryEvaluate(frame, out value);
    }
}
