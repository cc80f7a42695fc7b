// How many criteria a target meets.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Smart;

/// <summary>
/// How many of several conditions hold; one that is not available does not count, and where none is available there is no number.
/// </summary>
internal sealed record HoldingCountOperation(Origin Origin, ValueList<Operation> Conditions)
    : FusedOperation(Origin, ValueKind.Number, Unit.Count)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) => this with { Conditions = Map(Conditions, part) };

    public override int GetHashCode() => HashOfParts();

    public override Operation Expand()
    {
        var write = Write;
        var count = write.Sum(Conditions.Select(condition =>
            write.If(write.Default(condition, write.Boolean(false)), write.Number(1), write.Number(0))).ToList());
        return write.If(
            write.Any(Conditions.Select(write.Available).ToList()), count, write.Where([Conditions[Conditions.Count - 1]], count));
    }

    public override Node Fuse(INodeBuilder nodes) => new HoldingCountNode(Conditions.Select(nodes.Boolean).ToArray());
}

/// <summary>How many conditions hold; one that is not available does not count, and where none is available there is no number.</summary>
internal sealed class HoldingCountNode(Node<bool>[] conditions) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var isAnyKnown = false;
        foreach (var condition in conditions)
        {
            if (!condition.TryEvaluate(frame, out var holds))
                continue;
            isAnyKnown = true;
            value += holds ? 1 : 0;
        }

        return isAnyKnown;
    }
}
