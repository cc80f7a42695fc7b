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

/// <summary>Runs the tests that a ruleset carries (section 12 of the ruleset format).</summary>
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
        var expect = test.Json["expect"] as JsonObject;
        var failures = new List<ExpectationFailure>();
        var expectations = 0;
        IReadOnlyList<DataIssue> issues = [];
        if (test.Period is not { } period)
        {
            failures.Add(ExpectationFailure.Of("", test.Name.Place, "test.notRun"));
        }
        else
        {
            var evaluation = policy.Evaluate(TestFacts.Read(policy.Facts, test, OnlySubject), period, test.AsOf is { } day ? DayNumber.ToDate(day) : null);
            issues = evaluation.Issues;
            foreach (var (subject, expected) in Expected(test, expect, failures))
            {
                foreach (var member in expected.Members)
                {
                    expectations++;
                    if (Compare(evaluation[subject], member, test.Json["subjects"] is null ? "" : subject + ": ") is { } failure)
                        failures.Add(failure);
                }
            }
        }

        var line = test.Name.Place.Source.PositionOf(test.Name.Place.Span.Start).Line;
        return new RulesetTestResult(test.Name.Value, test.Name.Place.Source.Name, line, expectations, failures, issues);
    }

    private static IEnumerable<(string Subject, JsonObject Expected)> Expected(TestDefinition test, JsonObject? expect, List<ExpectationFailure> failures)
    {
        if (expect is null)
            yield break;
        if (test.Json["subjects"] is not JsonObject subjects)
        {
            yield return (OnlySubject, expect);
            yield break;
        }

        foreach (var member in expect.Members)
        {
            var subject = member.Name.Value;
            if (subjects[subject] is null || member.Value is not JsonObject expected)
                failures.Add(ExpectationFailure.Of(subject, member.Name.Place, "test.noSuchSubject", _ => subject));
            else
                yield return (subject, expected);
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
    private static bool Agree(JsonValue expected, FactValue actual)
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
