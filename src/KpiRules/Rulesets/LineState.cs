// What can become of an incentive line.
namespace KpiRules.Rulesets;

/// <summary>The states of an incentive line.</summary>
public enum LineState
{
    /// <summary>The incentive does not apply, or not in this period: there is no line, and it counts as 0.</summary>
    None,

    /// <summary>The gate is closed: the line pays 0, or its draw.</summary>
    Closed,

    /// <summary>Something that is needed is not available: a person has to settle it. It is not in the payout.</summary>
    Held,

    /// <summary>The line is paid.</summary>
    Paid,
}
