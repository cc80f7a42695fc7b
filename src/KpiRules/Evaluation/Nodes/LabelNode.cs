// Nodes that note a step for whoever explains the value; where nobody asks they cost a look.
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>What of a step is to be noted.</summary>
/// <param name="text">The text, where only the facts know it.</param>
/// <param name="firstIf">Noted before the inner value is asked for, where it holds; null: afterwards, where that is there.</param>
internal sealed class StepNotes(
    StepKind step, StepText words, Node<string>? text, Node<decimal>?[] numbers, bool tellsResult, Node<bool>? firstIf)
{
    public bool IsFirst => firstIf is not null;

    public void TellFirst(Frame frame)
    {
        if (firstIf!.TryEvaluate(frame, null, out var holds) && holds)
            Tell(frame, null);
    }

    /// <summary>What its own text and figures look at has been told where the value came about.</summary>
    public void Tell(Frame frame, decimal? result)
    {
        var trace = frame.Trace!;
        var told = trace.Steps.Count;
        var said = WordsIn(frame);
        var figures = said is null ? [] : numbers.Select(
            number => number is not null && number.TryEvaluate(frame, null, out var value) ? value : (decimal?)null).ToArray();
        trace.Forget(told);
        if (said is not null)
            trace.Add(step, said, tellsResult ? result : null, figures);
    }

    private string? WordsIn(Frame frame)
    {
        if (words.Period is { } lag)
            return lag.From(frame.Calendar.Period)?.ToString();
        return text is null ? words.Words : text.TryEvaluate(frame, null, out var said) ? said : "";
    }
}

internal sealed class LabelNode<T>(Node<T> inner, StepNotes notes) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        if (frame.Trace is null)
            return inner.TryEvaluate(frame, out value);
        if (notes.IsFirst)
            notes.TellFirst(frame);
        var isThere = inner.TryEvaluate(frame, out value);
        if (isThere && !notes.IsFirst)
            notes.Tell(frame, value is decimal number ? number : null);
        return isThere;
    }
}
