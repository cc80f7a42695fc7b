// A warning that the ruleset says it knows of, and why.
using KpiRules.Diagnostics;

namespace KpiRules.Linting;

/// <summary>A warning that the ruleset waives in its section <c>lint</c>. Immutable; safe to share between threads.</summary>
public sealed class WaivedFinding
{
    internal WaivedFinding(Diagnostic finding, string reason) => (Finding, Reason) = (finding, reason);

    /// <summary>What would be said otherwise.</summary>
    public Diagnostic Finding { get; }

    /// <summary>Why the author says it is as it should be.</summary>
    public string Reason { get; }
}
