// Thrown where no ruleset, or more than one, answers what was asked for.
using System.Collections.Generic;

namespace KpiRules.Hosting.Policies;

/// <summary>
/// No ruleset, or more than one, is what was asked for; the message says what there is, those of other companies included.
/// </summary>
public sealed class RulesetNotFoundException : KeyNotFoundException
{
    internal RulesetNotFoundException(string message, IReadOnlyList<Policy> inEffect)
        : base(message) => InEffect = inEffect;

    /// <summary>Where several are in effect for a company: these. Otherwise empty.</summary>
    public IReadOnlyList<Policy> InEffect { get; }
}
