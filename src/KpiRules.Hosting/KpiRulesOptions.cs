// What a host decides about KpiRules.
using System;
using KpiRules.Hosting.Sources;

namespace KpiRules.Hosting;

/// <summary>What a host decides about KpiRules. Set while services are registered, on one thread; checked when the host starts.</summary>
public sealed class KpiRulesOptions
{
    /// <summary>Where the rulesets are, and whether changes are looked for.</summary>
    public RulesetSources Rulesets { get; } = new();

    /// <summary>
    /// Whether the host starts although rulesets are wrong or missing; what is wrong is then logged and the health check
    /// says so. False unless set: a payroll does not start without its policy.
    /// </summary>
    public bool StartWithProblems { get; set; }

    /// <summary>What works the policies of the catalogue out; null, unless set, for KpiRules' own evaluator.</summary>
    public EvaluationEngine? Engine { get; set; }

    /// <summary>How long no change must come before changed rulesets are read; 250 ms unless set. Not negative.</summary>
    public TimeSpan QuietTime { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a ruleset that has become wrong, or is gone, may be half-written before it is told of; 2 s unless set. Not
    /// negative.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The language of diagnostics in logs, in health and in exceptions: <c>zh</c>, else English; null for the language each
    /// ruleset asks for.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>
    /// Whether logs and traces may hold people's ids, facts and pay. False unless set; then they hold none.
    /// </summary>
    public bool LogFacts { get; set; }
}
