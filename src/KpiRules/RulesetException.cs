// Thrown by Policy.Load for a ruleset with errors; carries all of them.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;

namespace KpiRules;

/// <summary>A ruleset cannot be used; its diagnostics are listed, in the message and as data.</summary>
public sealed class RulesetException : Exception
{
    internal RulesetException(PolicyReadResult read)
        : base(read.Print(read.Language)) => (Diagnostics, OmittedDiagnostics) = (read.Diagnostics, read.OmittedDiagnostics);

    /// <summary>What was found wrong, warnings included, by position; at most 100, errors before warnings where there are more.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many further diagnostics were left out.</summary>
    public int OmittedDiagnostics { get; }
}
