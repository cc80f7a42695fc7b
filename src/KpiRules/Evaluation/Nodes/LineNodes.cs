// Nodes of incentive lines: what they come to, their state, and what they come to together.
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;

namespace KpiRules.Evaluation.Nodes;

/// <summary>The one rounding of a line.</summary>
internal sealed class RoundNode(Node<decimal> inner, int decimals, Rounding rounding) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!inner.TryEvaluate(frame, out value))
            return false;
        value = ExactMath.Round(value, decimals, rounding);
        return true;
    }
}
