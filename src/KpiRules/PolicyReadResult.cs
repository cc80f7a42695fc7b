// What came of reading a ruleset: a policy, or the reasons why there is none.
using System.Collections.Generic;
using KpiRules.Diagnostics;

namespace KpiRules;

/// <summary>What came of reading a ruleset. Immutable.</summary>
public sealed class PolicyReadResult
{
    internal PolicyReadResult(
        Policy? policy, IReadOnlyList<Diagnostic> diagnostics, int omitted, string language, IReadOnlyList<string> bases) =>
        (Policy, Diagnostics, OmittedDiagnostics, Language, Bases) = (policy, diagnostics, omitted, language, bases);

    /// <summary>The policy; null when there is an error among the diagnostics.</summary>
    public Policy? Policy { get; }

    /// <summary>What was found wrong, by position; at most 100, errors before warnings where there are more.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many further diagnostics were left out.</summary>
    public int OmittedDiagnostics { get; }

    /// <summary>The language the ruleset asks for its messages; <c>zh</c> when it does not say or could not be read so far.</summary>
    public string Language { get; }

    /// <summary>
    /// The rulesets it stands on, the nearest first, by the names their source gave them; of a ruleset read from a file, their
    /// paths. Empty where it extends none; those that were found, where one was not.
    /// </summary>
    public IReadOnlyList<string> Bases { get; }
}
