// What an event says when rulesets were found that cannot be used.
using System;
using System.Collections.Generic;
using KpiRules.Hosting.Policies;

namespace KpiRules.Hosting.Reload;

/// <summary>Rulesets were found that cannot be used, or sources that cannot be read. Immutable.</summary>
public sealed class RulesetsFailedEventArgs : EventArgs
{
    internal RulesetsFailedEventArgs(IReadOnlyList<RulesetProblem> problems) => Problems = problems;

    /// <summary>What is wrong now and was not before, or is wrong in another way.</summary>
    public IReadOnlyList<RulesetProblem> Problems { get; }
}
