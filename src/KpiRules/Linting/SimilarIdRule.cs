// Two ids that differ by the case or width of their letters only: one was meant.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Linting;

internal sealed class SimilarIdRule : LintRule
{
    private static readonly string[] Sections =
        ["parameters", "measures", "attributes", "records", "tables", "kpis", "ratings", "warnings", "incentives", "plans"];

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) => Sections
        .SelectMany(section => (ruleset.Definition.Json[section] as JsonObject)?.Members ?? [])
        .Select(member => member.Name)
        .GroupBy(name => ClosestName.Folded(name.Value))
        .SelectMany(alike => alike.Skip(1).Select(name => LintFaults.SimilarIds(name.Place, name.Value, alike.First().Value)));
}
