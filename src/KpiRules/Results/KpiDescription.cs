// What a KPI is called, and what it is measured in.
using KpiRules.Rulesets;

namespace KpiRules.Results;

/// <summary>A KPI of a policy. Immutable.</summary>
public sealed class KpiDescription
{
    internal KpiDescription(string name, LocalizedText? title, LocalizedText? description, string? unit) =>
        (Name, Title, Description, Unit) = (name, title, description, unit);

    /// <summary>The id by which formulas and results name it.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>What it is about; null when the ruleset does not say.</summary>
    public LocalizedText? Description { get; }

    /// <summary>The unit of its value, such as <c>money</c> or <c>percent</c> (a fraction: 0.8 is 80 %); null when not known.</summary>
    public string? Unit { get; }
}
