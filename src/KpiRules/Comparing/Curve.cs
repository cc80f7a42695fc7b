// A result of one subject as a function of one fact: points, gaps, and where the step taken becomes another.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

/// <summary>A result of one subject as a function of one fact. Immutable.</summary>
public sealed class Curve
{
    internal Curve(
        CellDescription result, FactDefinition over, string subject, Period period, IReadOnlyList<CurvePoint> points) =>
        (Result, Over, Subject, Period, Points) = (result, over, subject, period, points);

    /// <summary>Which result: its name, type and unit.</summary>
    public CellDescription Result { get; }

    /// <summary>Which fact: its name and unit.</summary>
    public FactDefinition Over { get; }

    /// <summary>Whose result.</summary>
    public string Subject { get; }

    /// <summary>Of which period.</summary>
    public Period Period { get; }

    /// <summary>The points, the least value of the fact first; at least two.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }
}

/// <summary>A point of a curve. Immutable.</summary>
public sealed class CurvePoint
{
    internal CurvePoint(decimal at, decimal? value, Cause? cause, bool isEdge) => (At, Value, Cause, IsEdge) = (at, value, cause, isEdge);

    /// <summary>The value of the fact, in its unit.</summary>
    public decimal At { get; }

    /// <summary>The result there, in its unit; null where it is not available: the curve has a gap.</summary>
    public decimal? Value { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Cause? Cause { get; }

    /// <summary>
    /// Whether another step is taken here than at the point before, such as the next tier, or the value jumps: the point before is then
    /// the last of the old one.
    /// </summary>
    public bool IsEdge { get; }
}

/// <summary>How finely a curve is traced. Not safe for threads.</summary>
public sealed class CurveOptions
{
    private int _steps = 20;
    private decimal? _resolution;

    /// <summary>Into how many even steps the range is divided, 1 to 10,000; 20 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 1 to 10,000.</exception>
    public int Steps
    {
        get => _steps;
        set => _steps = value is >= 1 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 10,000");
    }

    /// <summary>Whether only both ends and both sides of every edge are wanted; even steps serve to find the edges.</summary>
    public bool EdgesOnly { get; set; }

    /// <summary>
    /// How near the two sides of an edge come to each other, in the fact's unit; null: a unit of money, 1 for a count, else a millionth
    /// of the range, rounded down to a power of ten.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public decimal? Resolution
    {
        get => _resolution;
        set => _resolution = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "above 0");
    }
}
