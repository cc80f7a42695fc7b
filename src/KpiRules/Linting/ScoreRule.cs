// A score, which goes up to 100 or so, against a fraction: 0.7 where 70 is meant.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Linting;

internal sealed class ScoreRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from pair in ruleset.Operations.OfType<ComparisonOperation>().SelectMany(LintedRuleset.BothWays)
        where pair.One is CellOperation { Unit.Text: "score" }
        let bound = pair.Other.ConstantNumber()
        where bound is > 0 and <= 1
        select LintFaults.ScoreAgainstFraction(ruleset.PlaceOf(pair.Other), LintedRuleset.Called(pair.One), bound.Value);
}
