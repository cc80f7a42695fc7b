// Nodes of what looks at several periods, and at longer ones.
namespace KpiRules.Evaluation.Nodes;

/// <summary>A value where the subject had facts at all; the column of its presence says why not.</summary>
internal sealed class WithFactsNode<T>(Node<bool> presence, Node<T> inner) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        return presence.TryEvaluate(frame, out _) && inner.TryEvaluate(frame, out value);
    }
}

/// <summary>Whether values fall, or rise, strictly from one to the next; not available where one of them is not.</summary>
/// <param name="values">The latest first.</param>
internal sealed class TrendNode(Node<decimal>[] values, bool isFalling) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!values[0].TryEvaluate(frame, out var later))
            return false;
        var holds = true;
        for (var i = 1; i < values.Length; i++)
        {
            if (!values[i].TryEvaluate(frame, out var earlier))
                return false;
            holds &= isFalling ? later < earlier : later > earlier;
            later = earlier;
        }

        value = holds;
        return true;
    }
}

/// <summary>One value in a period as long as the policy's, another in a longer one.</summary>
internal sealed class ByLengthNode(Node<decimal> inPeriod, Node<decimal> inLonger) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value) =>
        (frame.Calendar.IsLonger ? inLonger : inPeriod).TryEvaluate(frame, out value);
}
