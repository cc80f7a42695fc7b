// A text that may come and that no case names: what depends on it would not be available.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Sections.Schedules;

namespace KpiRules.Linting;

internal sealed class CaseRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from cases in ruleset.Operations.OfType<CasesOperation>()
        where cases is { Else: null, On.OnlyTexts: not null }
        let missing = cases.On.OnlyTexts!.All.Except(cases.Texts).ToList()
        where missing.Count > 0
        select LintFaults.CasesMissing(cases.Origin.Place, missing, cases.On.OnlyTexts!.Name);
}
