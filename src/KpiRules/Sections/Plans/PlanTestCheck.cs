// Holds the tests of plans against the plans there are.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal static class PlanTestCheck
{
    public static void Check(
        IReadOnlyList<TestDefinition> tests, IReadOnlyList<PlanDefinition> plans, JsonObject ruleset, DiagnosticBag diagnostics)
    {
        // plans that could not be read have been reported themselves
        if (ruleset["plans"] is not (null or JsonObject))
            return;
        var names = new HashSet<string>(((ruleset["plans"] as JsonObject)?.Members ?? []).Select(member => member.Name.Value));
        var known = plans.ToLookup(plan => plan.Name.Value);
        foreach (var test in tests)
        {
            if (test.Plan is not { } plan)
                continue;
            if (!names.Contains(plan.Value))
                diagnostics.Add(PlanFaults.UnknownPlan(plan.Place, plan.Value, () => ClosestName.Find(plan.Value, names)));
            var periods = known[plan.Value].FirstOrDefault()?.Periods ?? [];
            if (test.Closed is { } closed && periods.Count > 0 && !periods.Contains(closed))
                diagnostics.Add(PlanFaults.NotOfPlan(
                    test.Json["closed"]!.Place,
                    closed.ToString(),
                    plan.Value,
                    periods[0].ToString(),
                    periods[periods.Count - 1].ToString()));
        }
    }
}
