// What a result is called, and what it is measured in.
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>A result that a policy gives: its name, type and unit. Immutable.</summary>
public sealed class CellDescription
{
    internal CellDescription(string name, ValueKind kind, string? unit) => (Name, Kind, Unit) = (name, kind, unit);

    /// <summary>The name, such as <c>margin.attainment</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public ValueKind Kind { get; }

    /// <summary>The unit, such as <c>money</c> or <c>percent</c> (a fraction: 0.8 is 80 %); null when not known.</summary>
    public string? Unit { get; }
}
