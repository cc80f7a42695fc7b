// Runs the tests of plans: holds the targets, by subject and period, against what a test expects.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Testing;

internal static class PlanTests
{
    /// <summary>The plan on the facts of the test: what is given holds in the period before it begins, where it is weighed.</summary>
    public static PlanResult Plan(Policy policy, TestDefinition test, string onlySubject)
    {
        var name = test.Plan!.Value;
        var before = policy.Plans.First(plan => plan.Name == name).From.Add(-1);
        return policy.Plan(name, TestFacts.Read(policy, test, before, onlySubject), test.Closed);
    }

    /// <summary>How many targets were expected.</summary>
    public static int Compare(PlanResult plan, JsonObject expect, List<ExpectationFailure> failures)
    {
        var expectations = 0;
        var subjects = new HashSet<string>(plan.Subjects);
        foreach (var subject in expect.Members)
        {
            var name = subject.Name.Value;
            var expected = ((JsonObject)subject.Value).Members;
            expectations += expected.Count;
            if (subjects.Contains(name))
                failures.AddRange(expected.Select(target => Compare(plan, name, target)).OfType<ExpectationFailure>());
            else
                failures.Add(ExpectationFailure.Of(name, subject.Name.Place, "test.noSuchSubject", _ => name));
        }

        return expectations;
    }

    private static ExpectationFailure? Compare(PlanResult plan, string subject, JsonMember expected)
    {
        var (name, place) = ($"{subject}: {expected.Name.Value}", expected.Name.Place);
        if (!Period.TryParse(expected.Name.Value, out var period) || !plan.Periods.Contains(period))
            return ExpectationFailure.Of(
                name, place, "test.notOfPlan", _ => expected.Name.Value, _ => plan.Plan.Name, _ => plan.Plan.From, _ => plan.Plan.To);
        var target = plan.Target(subject, period);
        if (RulesetTests.Agree(expected.Value, target is { } number ? number : default(FactValue)))
            return null;
        var written = expected.Value.Place.Text;
        return ExpectationFailure.Of(name, place, "test.expected", _ => written, _ => target is { } actual
            ? ((FactValue)actual).ToString()
            : new Term("test.notAvailable", (System.Func<string, string>)(spoken => Why(plan, subject, spoken))));
    }

    private static string Why(PlanResult plan, string subject, string language) =>
        string.Join("; ", (plan.IsAvailable ? plan.Issues.Where(issue => issue.Subject == subject) : plan.Reasons)
            .Select(issue => issue.Message(language)));
}
