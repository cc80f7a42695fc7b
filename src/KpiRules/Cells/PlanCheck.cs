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
        if (ruleset.Plans.Count == 0)
            return;
        var kpis = ruleset.Kpis.ToDictionary(kpi => kpi.Name.Value);
        var cells = sheet.Cells.ToDictionary(cell => cell.Name);
        foreach (var plan in ruleset.Plans)
        {
            var kpi = kpis[plan.Kpi!.Value];
            var combine = TargetOperation.CombineOf(kpi.Combine, cells[kpi.Name.Value].Unit);
            if (combine != Combine.Sum)
                diagnostics.Add(PlanFaults.DoesNotAddUp(plan.Kpi!.Place, kpi.Name.Value, plan.Name.Value, combine.ToString().ToLowerInvariant()));
        }
    }
}
