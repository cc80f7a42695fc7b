// Runs the tests a ruleset carries: builds each one's facts, evaluates, and holds the results against what it expects.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Testing;

/// <summary>Runs the tests that a ruleset carries ("Tests that a ruleset carries" in docs/format.md).</summary>
public static class RulesetTests
{
    private const string OnlySubject = "subject";

    /// <summary>Runs every test of the policy's ruleset, in order. A failure is a result, never an exception.</summary>
    public static IReadOnlyList<RulesetTestResult> Run(Policy policy)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        return policy.Tests.Select(test => Run(policy, test)).ToArray();
    }

    private static RulesetTestResult Run(Policy policy, TestDefinition test)
    {
        var failures = new List<ExpectationFailure>();
        var expectations = 0;
        IReadOnlyList<DataIssue>? issues = null;
        IReadOnlyList<PeriodEvaluation> evaluations = [];
        if (test.Plan is not null)
        {
            var plan = PlanTests.Plan(policy, test, OnlySubject);
            expectations = PlanTests.Compare(plan, (JsonObject)test.Json["expect"]!, failures);
            issues = plan.Issues.Except(plan.Reasons).ToList();
        }
        else
        {
            evaluations = Evaluate(policy, test);
            foreach (var (subject, prefix, expected) in Expected(test, evaluations, failures))
            {
                foreach (var member in expected.Members)
                {
                    expectations++;
                    if (Compare(subject, member, prefix) is { } failure)
                        failures.Add(failure);
                }
            }
        }

        var line = test.Name.Place.Source.PositionOf(test.Name.Place.Span.Start).Line;
        return new RulesetTestResult(test.Name.Value, test.Name.Place.Source.Name, line, expectations, failures, issues
            ?? evaluations.SelectMany(evaluation => evaluation.Issues).ToList());
    }

    /// <summary>The period under test, or the range from the first to the last of several.</summary>
    internal static IReadOnlyList<PeriodEvaluation> Evaluate(Policy policy, TestDefinition test)
    {
        var facts = TestFacts.Read(policy, test, test.Period, OnlySubject);
        DateTime? asOf = test.AsOf is { } day ? DayNumber.ToDate(day) : null;
        if (test.Period is { } period)
            return [policy.Evaluate(facts, period, asOf)];
        return facts.Periods.Count == 0 ? [] : policy.Evaluate(
            new EvaluationRequest(facts, facts.Periods[0], facts.Periods[facts.Periods.Count - 1]) { AsOf = asOf });
    }

    /// <summary>Whose results are expected: of one subject, of several, or in several periods.</summary>
    private static IEnumerable<(SubjectEvaluation Subject, string Prefix, JsonObject Expected)> Expected(
        TestDefinition test, IReadOnlyList<PeriodEvaluation> evaluations, List<ExpectationFailure> failures)
    {
        var expect = (JsonObject)test.Json["expect"]!;
        if (test.Period is not null && test.Json["subjects"] is null)
        {
            yield return (evaluations[0][OnlySubject], "", expect);
            yield break;
        }

        var byPeriod = evaluations.ToDictionary(evaluation => evaluation.Period.ToString());
        foreach (var member in expect.Members)
        {
            var name = member.Name.Value;
            var evaluation = test.Period is not null ? evaluations[0] : byPeriod.TryGetValue(name, out var found) ? found : null;
            if (evaluation is not null
                && evaluation.TryGet(test.Period is null ? OnlySubject : name, out var subject)
                && member.Value is JsonObject expected)
                yield return (subject, name + ": ", expected);
            else
                failures.Add(ExpectationFailure.Of(
                    name, member.Name.Place, test.Period is null ? "test.noSuchPeriod" : "test.noSuchSubject", _ => name));
        }
    }

    private static ExpectationFailure? Compare(SubjectEvaluation evaluation, JsonMember expected, string prefix)
    {
        var (name, place) = (prefix + expected.Name.Value, expected.Name.Place);
        if (!evaluation.TryGet(expected.Name.Value, out var actual))
            return ExpectationFailure.Of(name, place, "test.noSuchResult");
        if (Agree(expected.Value, actual.Value))
            return null;
        var written = expected.Value.Place.Text;
        return ExpectationFailure.Of(name, place, "test.expected", _ => written, language => actual.Cause is { } cause
            ? new Term("test.notAvailable", cause.Explain(language))
            : actual.ToString());
    }

    /// <summary>A number with decimals is met when the result, rounded half up to as many, is it; a whole one exactly.</summary>
    internal static bool Agree(JsonValue expected, FactValue actual)
    {
        switch (expected)
        {
            case JsonNull:
                return actual.Kind is null;
            case JsonNumber number when actual.Number is { } value:
                var decimals = (decimal.GetBits(number.Value)[3] >> 16) & 0xFF;
                return number.Value == (decimals == 0 ? value : Math.Round(value, decimals, MidpointRounding.AwayFromZero));
            case JsonBoolean boolean:
                return actual.Boolean == boolean.Value;
            case JsonString text:
                return actual.Kind is ValueKind.Text or ValueKind.Date && actual.ToString() == text.Value;
            default:
                return false;
        }
    }
}
