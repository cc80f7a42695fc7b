// How much a warning matters.
namespace KpiRules.Rulesets;

/// <summary>How much a warning matters.</summary>
public enum WarningSeverity
{
    /// <summary>Worth knowing.</summary>
    Info = 1,

    /// <summary>Somebody should look.</summary>
    Warning = 2,

    /// <summary>Somebody must act.</summary>
    Critical = 3,
}
