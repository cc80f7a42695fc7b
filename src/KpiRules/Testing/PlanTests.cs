// Runs the tests of plans: holds the targets, by subject and period, against what a test expects.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Testing;

internal static class PlanTests
{
    /// <summary>The plan on the facts of the test: what is given holds in the period before it begins, where it is weighed.</summary>
    public static PlanResult Plan(Policy policy, TestDefinition test, string onlySubject, CancellationToken cancellationToken)
    {
        var name = test.Plan!.Value;
        var before = policy.Plans.First(plan => plan.Name == name).From.Add(-1);
        return policy.Plan(name, TestFacts.Read(policy, test, before, onlySubject), test.Closed, cancellationToken);
    }

    /// <summary>How many targets, and other columns of the plan's table, were expected.</summary>
    public static int Compare(PlanResult plan, JsonObject expect, List<ExpectationFailure> failures)
    {
        var expectations = 0;
        var subjects = new HashSet<string>(plan.Subjects);
        foreach (var subject in expect.Members)
        {
            var name = subject.Name.Value;
            var expected = ((JsonObject)subject.Value).Members;
            expectations += expected.Sum(period => (period.Value as JsonObject)?.Members.Count ?? 1);
            if (subjects.Contains(name))
                failures.AddRange(expected.SelectMany(period => Compare(plan, name, period)));
            else
                failures.Add(ExpectationFailure.Of(name, subject.Name.Place, "test.noSuchSubject", _ => name));
        }

        return expectations;
    }

    /// <summary>The target of a period, or the columns of the plan's table by name.</summary>
    private static IEnumerable<ExpectationFailure> Compare(PlanResult plan, string subject, JsonMember expected)
    {
        var (name, place) = ($"{subject}: {expected.Name.Value}", expected.Name.Place);
        var target = plan.Plan.Kpi + ".target";
        if (!Period.TryParse(expected.Name.Value, out var period) || !plan.Periods.Contains(period))
            return
            [
                ExpectationFailure.Of(
                    name, place, "test.notOfPlan", _ => expected.Name.Value, _ => plan.Plan.Name, _ => plan.Plan.From, _ => plan.Plan.To)
            ];
        var failures = expected.Value is JsonObject columns
            ? columns.Members.Select(column => Compare(plan, subject, period, column.Name.Value, $"{name} {column.Name.Value}", column))
            : [Compare(plan, subject, period, target, name, expected)];
        return failures.OfType<ExpectationFailure>();
    }

    private static ExpectationFailure? Compare(
        PlanResult plan, string subject, Period period, string column, string name, JsonMember expected)
    {
        var isTarget = column == plan.Plan.Kpi + ".target";
        var stretch = plan.Plan.Stretch.FirstOrDefault(stretch => column == $"{plan.Plan.Kpi}.{stretch}");
        if (!isTarget && stretch is null)
            return ExpectationFailure.Of(name, expected.Name.Place, "test.noSuchColumn", _ => column, _ => plan.Plan.Name, _ =>
                string.Join(", ", plan.Plan.Stretch.Select(known => $"{plan.Plan.Kpi}.{known}").Prepend($"{plan.Plan.Kpi}.target")));
        var number = isTarget ? plan.Target(subject, period) : plan.Stretch(stretch!, subject, period);
        if (Expectation.Agree(expected.Value, number is { } value ? value : default(FactValue)))
            return null;
        var written = expected.Value.Place.Text;
        return ExpectationFailure.Of(name, expected.Name.Place, "test.expected", _ => written, _ => number is { } actual
            ? ((FactValue)actual).ToString()
            : new Term("test.notAvailable", (System.Func<string, string>)(spoken => Why(plan, subject, column, spoken))));
    }

    /// <summary>What is said of the column itself goes before what is said of the subject's targets.</summary>
    private static string Why(PlanResult plan, string subject, string column, string language)
    {
        var ofSubject = plan.Issues.Where(issue => issue.Subject == subject).ToList();
        var ofColumn = ofSubject.Where(issue => issue.Fact == column).ToList();
        var ofOthers = ofSubject.Where(issue => !plan.Plan.Stretch.Any(stretch => issue.Fact == $"{plan.Plan.Kpi}.{stretch}"));
        return string.Join("; ", (!plan.IsAvailable ? plan.Reasons : ofColumn.Count > 0 ? ofColumn : ofOthers)
            .Select(issue => issue.Message(language)));
    }
}
