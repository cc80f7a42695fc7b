// Nodes that compare: the operators, in and between.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>Numbers by value: 1.0 is 1.</summary>
internal readonly struct NumberOrder : IComparer<decimal>
{
    public int Compare(decimal x, decimal y) => decimal.Compare(x, y);
}

/// <summary>Texts by their UTF-16 code units, in no culture.</summary>
internal readonly struct TextOrder : IComparer<string>
{
    public int Compare(string? x, string? y) => string.CompareOrdinal(x, y);
}

internal readonly struct DateOrder : IComparer<int>
{
    public int Compare(int x, int y) => x.CompareTo(y);
}

internal readonly struct BooleanOrder : IComparer<bool>
{
    public int Compare(bool x, bool y) => x.CompareTo(y);
}

internal sealed class ComparisonNode<T, TOrder>(ComparisonSign sign, Node<T> left, Node<T> right) : Node<bool>
    where TOrder : struct, IComparer<T>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!left.TryEvaluate(frame, out var first) || !right.TryEvaluate(frame, out var second))
            return false;
        var order = default(TOrder).Compare(first, second);
        value = sign switch
        {
            ComparisonSign.Equal => order == 0,
            ComparisonSign.NotEqual => order != 0,
            ComparisonSign.Less => order < 0,
            ComparisonSign.LessOrEqual => order <= 0,
            ComparisonSign.Greater => order > 0,
            ComparisonSign.GreaterOrEqual => order >= 0,
        };
        return true;
    }
}

/// <summary>Whether a value is one of several: as x = a or x = b or …, by Kleene's logic.</summary>
internal sealed class InNode<T, TOrder>(Node<T> operand, Node<T>[] candidates, NotAvailable overflow) : Node<bool>
    where TOrder : struct, IComparer<T>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!operand.TryEvaluate(frame, out var wanted))
            return false;
        NotAvailable? cause = null;
        foreach (var candidate in candidates)
        {
            if (!candidate.TryEvaluate(frame, overflow, out var found))
                cause ??= frame.Cause;
            else if (default(TOrder).Compare(wanted, found) == 0)
                return value = true;
        }

        return cause is null || frame.Fail(cause);
    }
}

/// <summary>Whether a value lies between two others, both included: as x >= low and x &lt;= high, by Kleene's logic.</summary>
internal sealed class BetweenNode<T, TOrder>(Node<T> operand, Node<T> low, Node<T> high, NotAvailable overflow) : Node<bool>
    where TOrder : struct, IComparer<T>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!operand.TryEvaluate(frame, out var between))
            return false;
        var lowKnown = low.TryEvaluate(frame, overflow, out var least);
        if (lowKnown && default(TOrder).Compare(between, least) < 0)
            return true;
        var cause = lowKnown ? null : frame.Cause;
        var highKnown = high.TryEvaluate(frame, overflow, out var most);
        if (highKnown && default(TOrder).Compare(between, most) > 0)
            return true;
        value = true;
        return highKnown && (cause is null || frame.Fail(cause));
    }
}
