// What came of reading a ruleset: a policy, or the reasons why there is none.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Linting;

namespace KpiRules;

/// <summary>What came of reading a ruleset. Immutable; safe to share between threads.</summary>
public sealed class PolicyReadResult
{
    private readonly Doubts _doubts;

    internal PolicyReadResult(
        Policy? policy, IReadOnlyList<Diagnostic> diagnostics, int omitted, string language, IReadOnlyList<string> bases,
        Doubts? doubts = null)
    {
        (Policy, Diagnostics, OmittedDiagnostics, Language, Bases) = (policy, diagnostics, omitted, language, bases);
        _doubts = doubts ?? Doubts.None;
    }

    /// <summary>The policy; null when there is an error among the diagnostics.</summary>
    public Policy? Policy { get; }

    /// <summary>
    /// What was found wrong, by position, without the warnings that the ruleset waives; at most 100, errors before warnings where
    /// there are more.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many further diagnostics were left out.</summary>
    public int OmittedDiagnostics { get; }

    /// <summary>
    /// What is allowed but hardly meant, by position: a rate of 2.5 where 2.5 % is meant, a gate that never opens, weights that
    /// add up to 99. All are warnings, with codes <c>KPI8…</c>, without those that the ruleset waives. Worked out when first
    /// asked for; empty where there is no policy.
    /// </summary>
    public IReadOnlyList<Diagnostic> Findings => _doubts.Findings;

    /// <summary>The warnings, of <see cref="Diagnostics"/> and <see cref="Findings"/>, that the ruleset waives, by position.</summary>
    public IReadOnlyList<WaivedFinding> Waived => _doubts.Waived;

    /// <summary>The language the ruleset asks for its messages; <c>zh</c> when it does not say or could not be read so far.</summary>
    public string Language { get; }

    /// <summary>
    /// The rulesets it stands on, the nearest first, by the names their source gave them; of a ruleset read from a file, their
    /// paths. Empty where it extends none; those that were found, where one was not.
    /// </summary>
    public IReadOnlyList<string> Bases { get; }

    /// <summary>
    /// The lines that <c>kpirules validate</c> prints of the diagnostics, without a line break at the end: each with its line of the
    /// ruleset and a caret, then how many were left out. Empty where there are none.
    /// </summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Print(string language)
    {
        var lines = Diagnostics.Select(diagnostic => diagnostic.Print(language));
        return string.Join("\n", OmittedDiagnostics == 0 ? lines : lines.Append(Messages.Format(language, "omitted", OmittedDiagnostics)));
    }
}
