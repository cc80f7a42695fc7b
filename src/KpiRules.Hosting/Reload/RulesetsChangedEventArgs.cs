// What an event says when other policies are in use.
using System;
using System.Collections.Generic;
using KpiRules.Hosting.Policies;

namespace KpiRules.Hosting.Reload;

/// <summary>Other policies are in use than before. Immutable.</summary>
public sealed class RulesetsChangedEventArgs : EventArgs
{
    internal RulesetsChangedEventArgs(RulesetSet rulesets, IReadOnlyList<Policy> came, IReadOnlyList<Policy> went) =>
        (Rulesets, Came, Went) = (rulesets, came, went);

    /// <summary>All that are in use now.</summary>
    public RulesetSet Rulesets { get; }

    /// <summary>The policies that came into use. One that was changed is here as it is now.</summary>
    public IReadOnlyList<Policy> Came { get; }

    /// <summary>The policies that are in use no more. One that was changed is here as it was.</summary>
    public IReadOnlyList<Policy> Went { get; }
}
