// Whether values fall or rise from period to period.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal enum Trend
{
    Falling,
    Rising,

    /// <summary>One of the two, from the first value to the last.</summary>
    Either,
}

/// <summary>Whether values fall, or rise, strictly from one to the next in time; not available where one of them is not.</summary>
/// <param name="Values">The latest first.</param>
internal sealed record TrendOperation(Origin Origin, ValueList<Operation> Values, Trend Trend)
    : FusedOperation(Origin, ValueKind.Boolean, Unit.Unknown)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) => this with { Values = Map(Values, part) };

    public override int GetHashCode() => HashOfPartsAnd(Trend);

    public override Operation Expand()
    {
        var (falls, rises) = (Steps(ComparisonSign.Less), Steps(ComparisonSign.Greater));
        return Write.Where(Values, Trend switch
        {
            Trend.Falling => falls,
            Trend.Rising => rises,
            Trend.Either => Write.Any([falls, rises]),
        });
    }

    /// <summary>Every value held against the one before it in time.</summary>
    private Operation Steps(ComparisonSign sign)
    {
        var write = Write;
        return write.All(Values.Skip(1).Select((earlier, i) => write.Compare(Values[i], sign, earlier)).ToList());
    }

    public override Node Fuse(INodeBuilder nodes) => new TrendNode(Values.Select(nodes.Number).ToArray(), Trend);
}

/// <summary>Whether values fall, or rise, strictly from one to the next; not available where one of them is not.</summary>
/// <remarks>
/// Six values one way are test 3 of L. S. Nelson, The Shewhart Control Chart — Tests for Special Causes, Journal of Quality
/// Technology 16(4), 1984, 237–239.
/// </remarks>
/// <param name="values">The latest first.</param>
internal sealed class TrendNode(Node<decimal>[] values, Trend trend) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!values[0].TryEvaluate(frame, out var later))
            return false;
        var (falls, rises) = (trend != Trend.Rising, trend != Trend.Falling);
        for (var i = 1; i < values.Length; i++)
        {
            if (!values[i].TryEvaluate(frame, out var earlier))
                return false;
            falls &= later < earlier;
            rises &= later > earlier;
            later = earlier;
        }

        value = falls || rises;
        return true;
    }
}
