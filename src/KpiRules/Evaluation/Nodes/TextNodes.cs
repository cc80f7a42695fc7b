// Nodes of the functions over texts: by their UTF-16 code units, in no culture.
using System;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation.Nodes;

/// <summary>Whether a part stands in a text where the search looks for it; the empty text stands everywhere.</summary>
internal sealed class TextSearchNode(Node<string> text, Node<string> part, Func<string, string, bool> stands) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!text.TryEvaluate(frame, out var whole) || !part.TryEvaluate(frame, out var wanted))
            return false;
        value = stands(whole, wanted);
        return true;
    }
}

/// <summary>A text with all letters in one case.</summary>
internal sealed class LetterCaseNode(Node<string> text, Func<string, string> change) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        if (!text.TryEvaluate(frame, out value))
            return false;
        value = change(value);
        return true;
    }
}
