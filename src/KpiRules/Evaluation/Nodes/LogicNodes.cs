// Nodes of conditions, by Kleene's logic: unknown and false is false, unknown or true is true.
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation.Nodes;

internal sealed class NotNode(Node<bool> operand) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        var there = operand.TryEvaluate(frame, out value);
        value = !value;
        return there;
    }
}

/// <param name="decisive">The value of one operand that decides: false for and, true for or.</param>
/// <param name="overflow">The cause of an operand that overflowed; another operand may still decide.</param>
internal sealed class LogicChainNode(Node<bool>[] operands, bool decisive, NotAvailable overflow) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        NotAvailable? cause = null;
        foreach (var operand in operands)
        {
            if (!operand.TryEvaluate(frame, overflow, out value))
                cause ??= frame.Cause;
            else if (value == decisive)
                return true;
        }

        value = !decisive;
        return cause is null || frame.Fail(cause);
    }
}

/// <summary>Whether a value is available.</summary>
internal sealed class AvailableNode(Node operand) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = operand.HasValue(frame);
        return true;
    }
}
