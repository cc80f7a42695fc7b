// What a result is called, and what it is measured in.
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>A result that a policy gives: its name, type and unit. Immutable.</summary>
public sealed class CellDescription
{
    internal CellDescription(string name, ValueKind kind, string? unit, bool ofRunningPeriod) =>
        (Name, Kind, Unit, OfRunningPeriod) = (name, kind, unit, ofRunningPeriod);

    /// <summary>The name, such as <c>margin.attainment</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public ValueKind Kind { get; }

    /// <summary>The unit, such as <c>money</c> or <c>percent</c> (a fraction: 0.8 is 80 %); null when not known.</summary>
    public string? Unit { get; }

    /// <summary>Whether it is of interest only while the period runs, such as <c>sales.pace</c>: it then needs an as-of date.</summary>
    public bool OfRunningPeriod { get; }
}
