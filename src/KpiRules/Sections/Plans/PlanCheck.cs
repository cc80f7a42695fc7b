// Warns of plans whose targets will not add up to what was divided.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Kpis;

namespace KpiRules.Sections.Plans;

internal static class PlanCheck
{
    public static void Check(
        IReadOnlyList<PlanDefinition> plans, IReadOnlyList<KpiDefinition> planned, CellSheet sheet, DiagnosticBag diagnostics)
    {
        if (plans.Count == 0)
            return;
        var kpis = planned.ToDictionary(kpi => kpi.Name.Value);
        var cells = sheet.Cells.ToDictionary(cell => cell.Name);
        foreach (var plan in plans)
        {
            var kpi = kpis[plan.Kpi!.Value];
            var combine = TargetOperation.CombineOf(kpi.Combine, cells[kpi.Name.Value].Unit);
            if (combine != Combine.Sum)
                diagnostics.Add(PlanFaults.DoesNotAddUp(
                    plan.Kpi!.Place, kpi.Name.Value, plan.Name.Value, EnumText<Combine>.Of(combine)));
        }
    }
}
