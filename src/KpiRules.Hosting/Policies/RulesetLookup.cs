// Says why no single policy answers a question, and what there is instead.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Hosting.Policies;

internal static class RulesetLookup
{
    private const int MostShown = 20;

    /// <param name="candidates">What bears the name, in effect or not.</param>
    public static RulesetNotFoundException Failure(RulesetSet set, string name, Period period, IReadOnlyList<Policy> candidates)
    {
        var inEffect = candidates.Where(policy => policy.IsInEffect(period)).ToList().AsReadOnly();
        if (inEffect.Count > 1)
            return new(
                $"Several rulesets of company '{name}' are in effect in {period}: {List(inEffect)}. Ask for one of them by its id.",
                inEffect);
        if (candidates.Count > 0)
            return new($"'{name}' is not in effect in {period}, or not in the whole of it. There is: {List(candidates)}.", []);
        var meant = ClosestName.Find(name, set.Names);
        var suggestion = meant is null ? "" : $"; did you mean '{meant}'?";
        return new(
            $"There is no ruleset and no company '{name}'{suggestion}{(meant is null ? "." : "")} There is: {List(set.Policies)}.", []);
    }

    private static string List(IReadOnlyList<Policy> policies)
    {
        var shown = policies.Take(MostShown).Select(Describe);
        return policies.Count == 0 ? "nothing"
            : string.Join(", ", policies.Count <= MostShown ? shown : shown.Append($"and {policies.Count - MostShown} more"));
    }

    private static string Describe(Policy policy)
    {
        var company = policy.Company is null ? "" : $"company {policy.Company}, ";
        var term = CatalogueFaults.Days(policy.EffectiveFrom, policy.EffectiveTo);
        var days = Messages.Format("en", term.Key, term.Arguments);
        return $"{policy.Id} {policy.Version} ({company}{days})";
    }
}
