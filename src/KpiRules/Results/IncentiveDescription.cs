// What an incentive is called, and when what it earns is due.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>An incentive of a policy. Immutable.</summary>
public sealed class IncentiveDescription
{
    internal IncentiveDescription(
        string name, LocalizedText? title, LocalizedText? description, string? kind, IReadOnlyList<ReleasePartDescription> release) =>
        (Name, Title, Description, Kind, Release) = (name, title, description, kind, release);

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

    /// <summary>The parts in which what it earns becomes due, in the order of the ruleset; empty where it is due as it is earned.</summary>
    public IReadOnlyList<ReleasePartDescription> Release { get; }

    /// <summary>The name of the list of records by which what is deferred comes with the facts; null without a release.</summary>
    public string? Openings => Release.Count == 0 ? null : OpeningList.Of(Name);
}
