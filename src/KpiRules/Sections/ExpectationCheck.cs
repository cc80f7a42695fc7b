// Warns of tests that expect results the ruleset does not give.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Sections;

internal static class ExpectationCheck
{
    public static void Check(RulesetDefinition ruleset, CellSheet sheet, DiagnosticBag diagnostics)
    {
        var results = new HashSet<string>(sheet.Cells.Where(cell => !cell.IsInternal).Select(cell => cell.Name));
        foreach (var test in ruleset.Tests.Where(test => test.Json["plan"] is null))
        {
            var expect = (test.Json["expect"] as JsonObject)?.Members ?? [];
            var expected = test.Json["subjects"] is null && test.Period is not null
                ? expect
                : expect.SelectMany(subject => (subject.Value as JsonObject)?.Members ?? []);
            foreach (var name in expected.Select(member => member.Name).Where(name => !results.Contains(name.Value)))
                diagnostics.Add(PolicyFaults.UnknownExpectation(name.Place, name.Value, () => ClosestName.Find(name.Value, results)));
        }
    }
}
