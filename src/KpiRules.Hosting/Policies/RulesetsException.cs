// Thrown at the start of a host whose rulesets cannot all be used.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Hosting.Policies;

/// <summary>The rulesets of a host that starts cannot all be used; every diagnostic is in the message and listed.</summary>
public sealed class RulesetsException : Exception
{
    internal RulesetsException(IReadOnlyList<RulesetProblem> problems, string? language)
        : base(string.Join("\n", problems.Select(problem => problem.Print(language)))) => Problems = problems;

    /// <summary>What is wrong, by source and name.</summary>
    public IReadOnlyList<RulesetProblem> Problems { get; }
}
