// A line that can be negative, of which a part waits for a condition: so would what is to be taken back.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Linting;

internal sealed class ReleaseRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from line in ruleset.Definition.Incentives
        where line.Release is not null
        let conditional = line.Release!.Parts.FirstOrDefault(part => part.When is not null)
        where conditional is not null
        let earned = ruleset.OperationOf(line.Name.Value)
        where earned is not null && ruleset.Certain.Of(earned).CanBeNegative
        select LintFaults.ReleasesDebts(conditional.When!.Place, line.Name.Value);
}
