// A line without an upper bound, where the ruleset says that every line must have one.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Linting;

internal sealed class CapRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from line in ruleset.Definition.Incentives
        where ruleset.Definition.Settings.RequiresCap && ruleset.OperationOf(line.Name.Value) is { } amount
            && ruleset.Expected.Of(amount).High is null
        select LintFaults.NoCap(line.Name.Place, line.Name.Value);
}
