// A part of what an incentive earns, as its release says when it is due.
namespace KpiRules.Results;

/// <summary>A part of what an incentive earns, and when it is due. Immutable.</summary>
public sealed class ReleasePartDescription
{
    internal ReleasePartDescription(decimal share, int after, string? when, int until) =>
        (Share, After, When, Until) = (share, after, when, until);

    /// <summary>Its share of what is earned, 0 to 1; those of all parts add up to exactly 1.</summary>
    public decimal Share { get; }

    /// <summary>How many of the policy's periods after it was earned it is first asked for; 0 for at once.</summary>
    public int After { get; }

    /// <summary>The condition on which it is due, as the ruleset has it; null where it is due as soon as it is asked for.</summary>
    public string? When { get; }

    /// <summary>How many periods after it was earned it is asked for last, and forfeited where the condition does not hold.</summary>
    public int Until { get; }
}
