// One test that a ruleset carries, ready to be run.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Testing;

/// <summary>
/// One test that a ruleset carries, ready to be run; see <see cref="RulesetTests"/>. Immutable; safe to share between threads.
/// </summary>
public sealed class RulesetTest
{
    private const string OnlySubject = "subject";

    private readonly Policy _policy;
    private readonly TestDefinition _test;

    internal RulesetTest(Policy policy, TestDefinition test) => (_policy, _test) = (policy, test);

    /// <summary>The test's name. Nothing keeps two tests of a ruleset from having the same.</summary>
    public string Name => _test.Name.Value;

    /// <summary>The file that holds the test.</summary>
    public string File => _test.Name.Place.Source.Name;

    /// <summary>The line on which the test's name stands, from 1.</summary>
    public int Line => _test.Name.Place.Source.PositionOf(_test.Name.Place.Span.Start).Line;

    /// <summary>
    /// Builds the test's facts, evaluates them, and holds the results against what it expects. A failure is a result, never an exception.
    /// </summary>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="OperationCanceledException">The test was given up.</exception>
    public RulesetTestResult Run(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failures = new List<ExpectationFailure>();
        if (_test.Plan is not null)
        {
            var plan = PlanTests.Plan(_policy, _test, OnlySubject, cancellationToken);
            var targets = PlanTests.Compare(plan, (JsonObject)_test.Json["expect"]!, failures);
            return new RulesetTestResult(this, targets, failures, plan.Issues.Except(plan.Reasons).ToList());
        }

        var expectations = 0;
        var evaluations = Evaluate(cancellationToken);
        foreach (var (subject, prefix, expected) in Expected(evaluations, failures))
        {
            foreach (var member in expected.Members)
            {
                expectations++;
                if (Expectation.Compare(subject, member, prefix) is { } failure)
                    failures.Add(failure);
            }
        }

        return new RulesetTestResult(this, expectations, failures, evaluations.SelectMany(evaluation => evaluation.Issues).ToList());
    }

    /// <summary>The period under test, or the range from the first to the last of several.</summary>
    internal IReadOnlyList<PeriodEvaluation> Evaluate(CancellationToken cancellationToken = default)
    {
        var facts = TestFacts.Read(_policy, _test, _test.Period, OnlySubject);
        DateTime? asOf = _test.AsOf is { } day ? DayNumber.ToDate(day) : null;
        if (_test.Period is { } period)
            return [_policy.Evaluate(facts, period, asOf, cancellationToken)];
        return facts.Periods.Count == 0 ? [] : _policy.Evaluate(
            new EvaluationRequest(facts, facts.Periods[0], facts.Periods[facts.Periods.Count - 1]) { AsOf = asOf }, cancellationToken);
    }

    /// <summary>Whose results are expected: of one subject, of several, or in several periods.</summary>
    private IEnumerable<(SubjectEvaluation Subject, string Prefix, JsonObject Expected)> Expected(
        IReadOnlyList<PeriodEvaluation> evaluations, List<ExpectationFailure> failures)
    {
        var expect = (JsonObject)_test.Json["expect"]!;
        if (_test.Period is not null && _test.Json["subjects"] is null)
        {
            yield return (evaluations[0][OnlySubject], "", expect);
            yield break;
        }

        var byPeriod = evaluations.ToDictionary(evaluation => evaluation.Period.ToString());
        foreach (var member in expect.Members)
        {
            var name = member.Name.Value;
            var evaluation = _test.Period is not null ? evaluations[0] : byPeriod.TryGetValue(name, out var found) ? found : null;
            if (evaluation is not null
                && evaluation.TryGet(_test.Period is null ? OnlySubject : name, out var subject)
                && member.Value is JsonObject expected)
                yield return (subject, name + ": ", expected);
            else
                failures.Add(ExpectationFailure.Of(
                    name, member.Name.Place, _test.Period is null ? "test.noSuchPeriod" : "test.noSuchSubject", _ => name));
        }
    }
}
