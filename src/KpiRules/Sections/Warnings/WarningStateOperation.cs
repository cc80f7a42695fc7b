// How a warning stands.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Warnings;

/// <summary><c>ok</c>, <c>pending</c>, <c>firing</c> or <c>notAvailable</c>.</summary>
internal sealed record WarningStateOperation(Origin Origin, CellOperation IsFiring, CellOperation Level)
    : FusedOperation(Origin, ValueKind.Text, null)
{
    public const string Ok = "ok";
    public const string Pending = "pending";
    public const string Firing = "firing";
    public const string NotAvailable = "notAvailable";

    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level) };

    public override Operation Expand() => Write.Choose(
        [
            (Write.Not(Write.Available(IsFiring)), Write.Text(NotAvailable)),
            (IsFiring, Write.Text(Firing)),
            (Write.Not(Write.Available(Level)), Write.Text(NotAvailable)),
            (Write.Greater(Level, Write.Number(0)), Write.Text(Pending)),
        ],
        Write.Text(Ok));

    public override Node Fuse(INodeBuilder nodes) => new WarningStateNode(nodes.Boolean(IsFiring), nodes.Number(Level));
}

internal sealed class WarningStateNode(Node<bool> isFiring, Node<decimal> level) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        var isKnown = isFiring.TryEvaluate(frame, out var fires);
        value = !isKnown ? WarningStateOperation.NotAvailable
            : fires ? WarningStateOperation.Firing
            : !level.TryEvaluate(frame, out var now) ? WarningStateOperation.NotAvailable
            : now > 0 ? WarningStateOperation.Pending : WarningStateOperation.Ok;
        return true;
    }
}
