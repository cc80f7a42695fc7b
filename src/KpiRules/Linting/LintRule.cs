// One thing that a careful colleague looks for in a ruleset before payday.
using System.Collections.Generic;
using KpiRules.Diagnostics;

namespace KpiRules.Linting;

internal abstract class LintRule
{
    /// <summary>What it finds doubtful, in any order; a place may be named several times.</summary>
    public abstract IEnumerable<Diagnostic> Find(LintedRuleset ruleset);
}
