// What nodes did on their way to a value, for whoever explains it: the same nodes, asked to keep notes.
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal enum TraceKind
{
    /// <summary>The part of a value that lies in a row, times the row's rate.</summary>
    Tier,

    /// <summary>The row that holds a value.</summary>
    Row,

    /// <summary>A place between two points.</summary>
    Line,

    /// <summary>The case of a text.</summary>
    Case,

    /// <summary>A field of a grid.</summary>
    Field,

    /// <summary>What a record comes to.</summary>
    Record,

    /// <summary>A score with its weight.</summary>
    Score,

    /// <summary>What had come together up to a period.</summary>
    UpTo,

    /// <summary>The value of one of several periods.</summary>
    Period,

    /// <summary>How severe a warning's conditions were in a period.</summary>
    Level,

    /// <summary>The mean of the periods before.</summary>
    Mean,

    /// <summary>The same, with their standard deviation.</summary>
    Spread,

    /// <summary>The same, with what lies so many standard deviations below and above.</summary>
    Limits,

    /// <summary>How often a constant counts.</summary>
    Count,

    /// <summary>How many subjects go together.</summary>
    Members,

    /// <summary>What is divided among whom.</summary>
    Pool,
}

/// <param name="Text">A text that took part, such as that of a case.</param>
/// <param name="Numbers">The numbers that took part, by kind in a fixed order; null where there is none.</param>
/// <param name="Result">What came of it; null where nothing did.</param>
internal sealed record TraceStep(TraceKind Kind, string Text, IReadOnlyList<decimal?> Numbers, decimal? Result);

internal sealed class Trace
{
    private readonly List<TraceStep> _steps = [];

    public IReadOnlyList<TraceStep> Steps => _steps;

    public void Add(TraceKind kind, string text, decimal? result, params decimal?[] numbers) => _steps.Add(new TraceStep(kind, text, numbers, result));
}
