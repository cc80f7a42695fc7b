// How a warning stands.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Sections.Warnings;

/// <summary><c>ok</c>, <c>pending</c>, <c>firing</c> or <c>notAvailable</c>.</summary>
internal sealed record WarningStateOperation(Origin Origin, CellOperation IsFiring, CellOperation Level)
    : FusedOperation(Origin, ValueKind.Text, Unit.Unknown)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level) };

    public override int GetHashCode() => HashOfParts();

    public override Operation Expand() => Write.Choose(
        [
            (Write.Not(Write.Available(IsFiring)), Write.Text(WarningState.NotAvailable)),
            (IsFiring, Write.Text(WarningState.Firing)),
            (Write.Not(Write.Available(Level)), Write.Text(WarningState.NotAvailable)),
            (Write.Greater(Level, Write.Number(0)), Write.Text(WarningState.Pending)),
        ],
        Write.Text(WarningState.Ok));

    public override Node Fuse(INodeBuilder nodes) => new WarningStateNode(nodes.Boolean(IsFiring), nodes.Number(Level));
}

internal sealed class WarningStateNode(Node<bool> isFiring, Node<decimal> level) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        var isKnown = isFiring.TryEvaluate(frame, out var fires);
        value = EnumText<WarningState>.Of(!isKnown ? WarningState.NotAvailable
            : fires ? WarningState.Firing
            : !level.TryEvaluate(frame, out var now) ? WarningState.NotAvailable
            : now > 0 ? WarningState.Pending : WarningState.Ok);
        return true;
    }
}
