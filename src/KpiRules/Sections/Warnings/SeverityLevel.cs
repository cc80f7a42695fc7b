// The most severe condition of a warning that holds.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Sections.Warnings;

/// <summary>The most severe condition known to hold, as a number: 0 where none does; not available where one may.</summary>
/// <param name="Conditions">The most severe first.</param>
internal sealed record SeverityLevelOperation(Origin Origin, ValueList<(WarningSeverity Severity, Operation Condition)> Conditions)
    : FusedOperation(Origin, ValueKind.Number, Unit.Plain)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Conditions = Conditions.Select(one => (one.Severity, part(one.Condition))).ToList() };

    public override int GetHashCode() => HashOfParts();

    public override Operation Expand()
    {
        var write = Write;
        return write.Choose(
            Conditions.Select(one => (write.Default(one.Condition, write.Boolean(false)), write.Number((int)one.Severity))).ToList(),
            write.Where(Conditions.Select(one => one.Condition).ToList(), write.Number(0)));
    }

    public override Node Fuse(INodeBuilder nodes) =>
        new SeverityLevelNode(Conditions.Select(one => (one.Severity, nodes.Boolean(one.Condition))).ToArray());
}

/// <summary>The most severe condition known to hold; not available where none is, and one may.</summary>
/// <param name="conditions">The most severe first.</param>
internal sealed class SeverityLevelNode((WarningSeverity Severity, Node<bool> Condition)[] conditions) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        NotAvailable? unknown = null;
        foreach (var (severity, condition) in conditions)
        {
            if (!condition.TryEvaluate(frame, out var holds))
            {
                unknown ??= frame.Cause;
                continue;
            }

            value = holds ? (int)severity : 0;
            if (holds)
                return true;
        }

        return unknown is null || frame.Fail(unknown);
    }
}
