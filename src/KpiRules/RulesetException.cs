// Thrown by Policy.Load for a ruleset with errors; carries all of them.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules;

/// <summary>A ruleset cannot be used; its diagnostics are listed, in the message and as data.</summary>
public sealed class RulesetException : Exception
{
    internal RulesetException(PolicyReadResult read)
        : base(string.Join("\n", read.Diagnostics.Select(diagnostic => diagnostic.Print(read.Language)).Concat(More(read)))) =>
        (Diagnostics, OmittedDiagnostics) = (read.Diagnostics, read.OmittedDiagnostics);

    /// <summary>What was found wrong, warnings included, by position; at most 100, errors before warnings where there are more.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many further diagnostics were left out.</summary>
    public int OmittedDiagnostics { get; }

    private static IEnumerable<string> More(PolicyReadResult read)
    {
        if (read.OmittedDiagnostics > 0)
            yield return Messages.Format(read.Language, "omitted", read.OmittedDiagnostics);
    }
}
