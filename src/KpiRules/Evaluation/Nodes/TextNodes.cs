// Nodes of the functions over texts: by their UTF-16 code units, in no culture.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A condition on two texts.</summary>
internal sealed class TextPairNode(Node<string> text, Node<string> part, Func<string, string, bool> holds) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!text.TryEvaluate(frame, out var whole) || !part.TryEvaluate(frame, out var wanted))
            return false;
        value = holds(whole, wanted);
        return true;
    }
}

/// <summary>A value as a ruleset would write it.</summary>
internal sealed class WrittenNode<T>(Node<T> node, Func<T, FactValue> valueOf) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = "";
        if (!node.TryEvaluate(frame, out var found))
            return false;
        value = valueOf(found).ToString();
        return true;
    }
}

/// <summary>A text made of another.</summary>
internal sealed class TextNode(Node<string> text, Func<string, string> change) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        if (!text.TryEvaluate(frame, out value))
            return false;
        value = change(value);
        return true;
    }
}
