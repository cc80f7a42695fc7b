// The states of a warning.
namespace KpiRules.Rulesets;

/// <summary>The states of a warning.</summary>
public enum WarningState
{
    /// <summary>Nothing to warn of.</summary>
    Ok,

    /// <summary>A condition holds, but not yet for as many periods as the warning asks for.</summary>
    Pending,

    /// <summary>The warning is given.</summary>
    Firing,

    /// <summary>Whether it is to be given cannot be said; the cause says why.</summary>
    NotAvailable,
}
