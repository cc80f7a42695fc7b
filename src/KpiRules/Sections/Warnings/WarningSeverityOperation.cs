// How severe a warning is.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Sections.Warnings;

/// <summary>The severity's name while the warning is firing or pending.</summary>
internal sealed record WarningSeverityOperation(
    Origin Origin, string Warning, CellOperation IsFiring, CellOperation Level, CellOperation Last)
    : FusedOperation(Origin, ValueKind.Text, Unit.Unknown)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { IsFiring = (CellOperation)part(IsFiring), Level = (CellOperation)part(Level), Last = (CellOperation)part(Last) };

    public override int GetHashCode() => HashOfPartsAnd(Warning);

    public override Operation Expand()
    {
        var severity = Write.If(IsFiring, Last, Level);
        return Write.Choose(
            [
                (Write.Equal(severity, Of(WarningSeverity.Critical)), Write.Text("critical")),
                (Write.Equal(severity, Of(WarningSeverity.Warning)), Write.Text("warning")),
                (Write.Equal(severity, Of(WarningSeverity.Info)), Write.Text("info")),
            ],
            Write.None(new Reason(CauseKind.NotFiring, Warning), ValueKind.Text));
    }

    private Operation Of(WarningSeverity severity) => Write.Number((int)severity);

    public override Node Fuse(INodeBuilder nodes) => new WarningSeverityNode(
        nodes.Boolean(IsFiring), nodes.Number(Level), nodes.Number(Last), new NotAvailable(CauseKind.NotFiring, Warning));
}

/// <param name="quiet">Why there is no severity while it is neither firing nor pending.</param>
internal sealed class WarningSeverityNode(Node<bool> isFiring, Node<decimal> level, Node<decimal> last, NotAvailable quiet) : Node<string>
{
    private static readonly string[] Names = ["", "info", "warning", "critical"];

    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = "";
        if (!isFiring.TryEvaluate(frame, out var fires) || !(fires ? last : level).TryEvaluate(frame, out var severity))
            return false;
        value = Names[(int)severity];
        return severity > 0 || frame.Fail(quiet);
    }
}
