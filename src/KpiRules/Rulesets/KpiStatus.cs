// How a KPI stands against its target.
namespace KpiRules.Rulesets;

/// <summary>
/// How a KPI stands against its target. The ruleset decides where each begins; the three are the format's, no author can add one.
/// </summary>
public enum KpiStatus
{
    /// <summary>Well: at or above the threshold of green.</summary>
    Green,

    /// <summary>To be watched: below green, at or above the threshold of yellow.</summary>
    Yellow,

    /// <summary>Not well: below yellow.</summary>
    Red,
}
