// What an incentive is called.
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>An incentive of a policy. Immutable.</summary>
public sealed class IncentiveDescription
{
    internal IncentiveDescription(string name, LocalizedText? title, LocalizedText? description, string? kind) =>
        (Name, Title, Description, Kind) = (name, title, description, kind);

    /// <summary>The id by which formulas and results name it.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>What it is about; null when the ruleset does not say.</summary>
    public LocalizedText? Description { get; }

    /// <summary>
    /// What kind of line it is, such as <c>commission</c> or <c>penalty</c>, in the ruleset's words; null when it does not say.
    /// </summary>
    public string? Kind { get; }
}
