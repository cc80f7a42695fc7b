// Nodes of what looks at several periods, and at longer ones.
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation.Nodes;

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

/// <summary>One value in a period as long as the policy's, another in a longer one.</summary>
internal sealed class ByLengthNode(Node<decimal> inPeriod, Node<decimal> inLonger) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value) =>
        (frame.Calendar.IsLonger ? inLonger : inPeriod).TryEvaluate(frame, out value);
}
