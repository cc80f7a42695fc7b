// Nodes of incentive lines: what they come to, their state, and what they come to together.
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>What a line comes to where it exists: 0 behind a closed gate, else the inner amount.</summary>
/// <param name="exists">Null where it always does.</param>
/// <param name="gate">Null where there is none.</param>
internal sealed class LineNode(Node<bool>? exists, Node<bool>? gate, Node<decimal> inner, NotAvailable doesNotApply, NotAvailable unknown) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var (isThere, isOpen) = (true, true);
        if (exists is not null && !exists.TryEvaluate(frame, out isThere))
            return frame.Fail(unknown);
        if (!isThere)
            return frame.Fail(doesNotApply);
        if (gate is not null && !gate.TryEvaluate(frame, out isOpen))
            return false;
        return !isOpen || inner.TryEvaluate(frame, out value);
    }
}

/// <summary>What has become of a line.</summary>
internal sealed class LineStateNode(Node<bool>? exists, Node<bool>? open, Node<decimal> amount) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = StateOf(frame);
        return true;
    }

    private string StateOf(Frame frame)
    {
        if (exists is not null)
        {
            if (!exists.TryEvaluate(frame, out var isThere))
                return LineStateOperation.Held;
            if (!isThere)
                return LineStateOperation.None;
        }

        if (!amount.TryEvaluate(frame, out _))
            return LineStateOperation.Held;
        return open is null || (open.TryEvaluate(frame, out var isOpen) && isOpen) ? LineStateOperation.Paid : LineStateOperation.Closed;
    }
}

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

/// <summary>The sum of the lines that are paid or closed, or how many are held.</summary>
internal sealed class PayoutNode(Node<string>[] states, Node<decimal>[] amounts, bool countsHeld) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        for (var i = 0; i < states.Length; i++)
        {
            if (!states[i].TryEvaluate(frame, out var state))
                return false;
            if (countsHeld)
                value += state == LineStateOperation.Held ? 1 : 0;
            if (countsHeld || state is LineStateOperation.Held or LineStateOperation.None)
                continue;
            // what is paid or closed has an amount: a total without it would be wrong
            if (!amounts[i].TryEvaluate(frame, out var amount))
                return false;
            value += amount;
        }

        return true;
    }
}

/// <summary>What has come together up to now, less what had up to the period before; all of it where the window begins.</summary>
internal sealed class AccumulatedNode(Node<decimal> now, Node<decimal> before, Node<bool> isFirst) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!now.TryEvaluate(frame, out var upToNow) || !isFirst.TryEvaluate(frame, out var begins))
            return false;
        value = upToNow;
        if (begins)
            return true;
        if (!before.TryEvaluate(frame, out var upToThen))
            return false;
        value -= upToThen;
        frame.Trace?.Add(StepKind.UpTo, "", value, upToNow, upToThen);
        return true;
    }
}
