// Nodes that choose: if, default, what applies, and what needs another value.
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
internal sealed class RequiringNode<T>(Node<decimal> required, Node<T> inner) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        return required.TryEvaluate(frame, out _) && inner.TryEvaluate(frame, out value);
    }
}
