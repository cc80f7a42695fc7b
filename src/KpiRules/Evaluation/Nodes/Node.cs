// The small parts an expression becomes: each gives its value for the frame's row, or says that there is none.
using System;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation.Nodes;

internal abstract class Node
{
    /// <summary>Whether there is a value at all; an overflow is none.</summary>
    public abstract bool HasValue(Frame frame);

    /// <summary>Whether there is a value; false leaves the cause in the frame.</summary>
    /// <exception cref="OverflowException">A number is beyond a decimal.</exception>
    public abstract bool TryEvaluate(Frame frame);
}

/// <summary>A node of decimals, booleans, texts, or dates as day numbers.</summary>
internal abstract class Node<T> : Node
{
    /// <summary>False leaves the cause in the frame.</summary>
    /// <exception cref="OverflowException">A number is beyond a decimal. The cell catches it, and whatever can do without the
    /// value.</exception>
    public abstract bool TryEvaluate(Frame frame, out T value);

    /// <summary>As the other, for whatever can do without the value: an overflow is no value.</summary>
    public bool TryEvaluate(Frame frame, NotAvailable? overflow, out T value)
    {
        try
        {
            return TryEvaluate(frame, out value);
        }
        catch (OverflowException)
        {
            value = default!;
            frame.Cause = overflow;
            return false;
        }
    }

    public sealed override bool TryEvaluate(Frame frame) => TryEvaluate(frame, out _);

    public sealed override bool HasValue(Frame frame) => TryEvaluate(frame, null, out _);
}
