// Nodes that choose: if, case, default, what applies, and what needs another value.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation.Nodes;

internal sealed class ChoiceNode<T>(Node<bool> condition, Node<T> then, Node<T> otherwise) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        return condition.TryEvaluate(frame, out var holds) && (holds ? then : otherwise).TryEvaluate(frame, out value);
    }
}

/// <summary>A value, or another where it is not available.</summary>
internal sealed class DefaultNode<T>(Node<T> wanted, Node<T> otherwise) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value) =>
        wanted.TryEvaluate(frame, null, out value) || otherwise.TryEvaluate(frame, out value);
}

/// <summary>A value where a condition holds; where it does not, the value does not apply.</summary>
/// <param name="unknown">The cause where the condition is not known; null if the value is there all the same.</param>
internal sealed class ApplicableNode<T>(Node<bool> condition, Node<T> inner, NotAvailable doesNotApply, NotAvailable? unknown) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        if (!condition.TryEvaluate(frame, out var applies))
            return unknown is null ? inner.TryEvaluate(frame, out value) : frame.Fail(unknown);
        return applies ? inner.TryEvaluate(frame, out value) : frame.Fail(doesNotApply);
    }
}

/// <summary>A value where another one is available; else not, for the same cause.</summary>
internal sealed class GuardNode<T>(Node given, Node<T> inner) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        return given.TryEvaluate(frame) && inner.TryEvaluate(frame, out value);
    }
}

/// <summary>A value where several others are available; else not, for the cause of the first that is not.</summary>
internal sealed class GuardsNode<T>(Node[] given, Node<T> inner) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        foreach (var node in given)
        {
            if (!node.TryEvaluate(frame))
                return false;
        }

        return inner.TryEvaluate(frame, out value);
    }
}

/// <summary>A value where a condition holds.</summary>
internal sealed class ConditionGuardNode<T>(Node<bool> condition, Node<T> inner, NotAvailable unless) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        if (!condition.TryEvaluate(frame, out var holds))
            return false;
        return holds ? inner.TryEvaluate(frame, out value) : frame.Fail(unless);
    }
}

/// <summary>The value of the first of several conditions that holds, else another.</summary>
internal sealed class ChoicesNode<T>((Node<bool> Condition, Node<T> Value)[] branches, Node<T> otherwise) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        foreach (var (condition, chosen) in branches)
        {
            if (!condition.TryEvaluate(frame, out var holds))
                return false;
            if (holds)
                return chosen.TryEvaluate(frame, out value);
        }

        return otherwise.TryEvaluate(frame, out value);
    }
}

/// <summary>The value that belongs to what another value is, which is asked for once.</summary>
/// <param name="otherwise">For any other; null where there is none.</param>
/// <param name="noCase">The cause where there is none.</param>
internal sealed class CaseNode<TKey, T>(
    Node<TKey> on, Dictionary<TKey, Node<T>> cases, Node<T>? otherwise, Func<TKey, NotAvailable>? noCase) : Node<T>
    where TKey : notnull
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        if (!on.TryEvaluate(frame, out var key))
            return false;
        var chosen = cases.TryGetValue(key, out var found) ? found : otherwise;
        return chosen is null ? frame.Fail(noCase!(key)) : chosen.TryEvaluate(frame, out value);
    }
}
