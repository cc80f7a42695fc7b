// Thrown by Policy.Load for a ruleset with errors; carries all of them.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules;

/// <summary>A ruleset cannot be used; every diagnostic is listed, in the message and as data.</summary>
public sealed class RulesetException : Exception
{
    internal RulesetException(IReadOnlyList<Diagnostic> diagnostics, string language)
        : base(string.Join("\n", diagnostics.Select(diagnostic => diagnostic.Print(language)))) => Diagnostics = diagnostics;

    /// <summary>Everything that was found wrong, warnings included, by position.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
