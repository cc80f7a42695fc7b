// Holds the tests of plans against the plans there are.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class PlanTestCheck
{
    public static void Check(RulesetDefinition ruleset, DiagnosticBag diagnostics)
    {
        // plans that could not be read have been reported themselves
        if (ruleset.Json["plans"] is not (null or JsonObject))
            return;
        var names = new HashSet<string>(((ruleset.Json["plans"] as JsonObject)?.Members ?? []).Select(member => member.Name.Value));
        var plans = ruleset.Plans.ToLookup(known => known.Name.Value);
        foreach (var test in ruleset.Tests)
        {
            if (test.Plan is not { } plan)
                continue;
            if (!names.Contains(plan.Value))
                diagnostics.Add(PlanFaults.UnknownPlan(plan.Place, plan.Value, () => ClosestName.Find(plan.Value, names)));
            var periods = plans[plan.Value].FirstOrDefault()?.Periods ?? [];
            if (test.Closed is { } closed && periods.Count > 0 && !periods.Contains(closed))
                diagnostics.Add(PlanFaults.NotOfPlan(test.Json["closed"]!.Place, closed.ToString(), plan.Value, periods[0].ToString(), periods[periods.Count - 1].ToString()));
        }
    }
}
