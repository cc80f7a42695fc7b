// Warns of plans whose targets will not add up to what was divided.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

internal static class PlanCheck
{
    public static void Check(RulesetDefinition ruleset, CellSheet sheet, DiagnosticBag diagnostics)
    {
        foreach (var plan in ruleset.Plans)
        {
            var kpi = ruleset.Kpis.First(known => known.Name.Value == plan.Kpi!.Value);
            var combine = TargetExpression.CombineOf(kpi.Combine, sheet.Cells.First(cell => cell.Name == kpi.Name.Value).Unit);
            if (combine != Combine.Sum)
                diagnostics.Add(PlanFaults.DoesNotAddUp(plan.Kpi!.Place, kpi.Name.Value, plan.Name.Value, combine.ToString().ToLowerInvariant()));
        }
    }
}
