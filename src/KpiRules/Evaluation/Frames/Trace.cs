// What nodes did on their way to a value, for whoever explains it: the same nodes, asked to keep notes.
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Frames;

/// <param name="Text">A text that took part, such as that of a case.</param>
/// <param name="Numbers">The numbers that took part, by kind in a fixed order; null where there is none.</param>
/// <param name="Result">What came of it; null where nothing did.</param>
internal sealed record TraceStep(StepKind Kind, string Text, IReadOnlyList<decimal?> Numbers, decimal? Result)
{
    /// <summary>The steps that a record is made of; empty for anything else.</summary>
    public IReadOnlyList<TraceStep> Within { get; init; } = [];
}

internal sealed class Trace
{
    private readonly List<TraceStep> _steps = [];

    public IReadOnlyList<TraceStep> Steps => _steps;

    public void Add(StepKind kind, string text, decimal? result, params decimal?[] numbers) =>
        _steps.Add(new TraceStep(kind, text, numbers, result));

    /// <summary>Forgets the steps told since there were so many.</summary>
    public void Forget(int first) => _steps.RemoveRange(first, _steps.Count - first);

    /// <summary>Adds a step that is made of those told since there were so many.</summary>
    public void AddOver(int first, StepKind kind, string text, decimal? result)
    {
        var within = _steps.GetRange(first, _steps.Count - first);
        Forget(first);
        _steps.Add(new TraceStep(kind, text, [], result) { Within = within });
    }
}
