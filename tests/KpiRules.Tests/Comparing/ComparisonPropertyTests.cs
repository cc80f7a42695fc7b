using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.Tests.Comparing;

/// <summary>Compare, Curve and WhatIf over random policies, held against plain evaluations of facts that are put together anew.</summary>
public sealed class ComparisonPropertyTests(ITestOutputHelper output)
{
    private const int Policies = 1000;

    private static readonly Period From = Period.Parse("2026-05");
    private static readonly Period To = Period.Parse("2026-06");

    [Fact]
    public void Compare_AgreesWithPlainEvaluations()
    {
        var (random, changes, causes, other) = (new Random(20261127), 0, 0, 0);
        for (var i = 0; i < Policies; i++)
        {
            var ledger = RandomLedger.Of(random);
            var after = Changed(ledger, random);
            var facts = ledger.Facts;
            var comparison = after.Compare(ledger.Policy, new(facts, From, To));
            var (old, @new) = (ledger.Policy.Evaluate(new(facts, From, To)), after.Evaluate(new(facts, From, To)));
            CheckPayouts(comparison, old, @new);
            CheckCosts(comparison);
            foreach (var change in comparison.ByPeriod().Where(change => change.Kind != ChangeKind.Unchanged))
            {
                changes++;
                var found = comparison.CausesOf(change.Subject, change.Period!.Value);
                if (change.Difference is not null)
                    found.Should().NotBeEmpty("the payout of {0} changes in\n{1}", change.Subject, ledger.Text);
                causes += found.Count;
                other += found.Count(cause => cause.Reason == CellChangeReason.Other);
            }
        }

        output.WriteLine($"{changes} changes, {causes} causes, {other} of them by others or settings");
        changes.Should().BeGreaterThan(Policies / 2);
        other.Should().BeLessThan(causes / 20, "most of what changes is told by its rule, parameters or facts");
    }

    [Fact]
    public void Compare_WithItself_ChangesNothing()
    {
        var random = new Random(20261128);
        for (var i = 0; i < Policies / 10; i++)
        {
            var ledger = RandomLedger.Of(random);
            var comparison = Policy.Read(ledger.Text).Policy!.Compare(ledger.Policy, new(ledger.Facts, From, To));
            comparison.ByPeriod().Should().OnlyContain(change => change.Kind == ChangeKind.Unchanged && change.Difference == 0);
            comparison.Largest().Should().BeEmpty();
            comparison.Crossings.Should().BeEmpty();
            comparison.Subjects.Should().OnlyContain(subject => comparison.CausesOf(subject, To, "payout").Count == 0);
        }
    }

    [Fact]
    public void WhatIf_AgreesWithPlainEvaluations()
    {
        var (random, changes) = (new Random(20261129), 0);
        for (var i = 0; i < Policies; i++)
        {
            var ledger = RandomLedger.Of(random);
            var (subject, fact, amount) = ($"s{random.Next(RandomLedger.Subjects)}", i % 2 == 0 ? "a" : "b", random.Next(-4, 9) / 2m);
            var isMore = i % 3 == 0;
            var known = ledger[subject, 6, fact];
            var value = !isMore ? amount : known.Number is { } number ? number + amount : known;
            var result = ledger.Policy.WhatIf(
                new(ledger.Facts, From, To), subject, change => _ = isMore ? change.Add(fact, amount) : change.Set(fact, amount));
            var (before, after) = (
                ledger.Policy.Evaluate(new(ledger.Facts, From, To))[1],
                ledger.Policy.Evaluate(new(ledger.With(subject, 6, fact, value), From, To))[1]);
            if (isMore && known.Kind is null && ledger.Policy.Settings.MissingIsZero)
                continue;
            var expected = ledger.Policy.Results
                .Select(one => (one.Name, Before: Value(before, subject, one.Name), After: Value(after, subject, one.Name)))
                .Where(one => one.Before != one.After).ToList();
            result.Changes.Select(one => (one.Result.Name, Before: one.Before.Value, After: one.After.Value))
                .Should().Equal(expected, "it is so in\n{0}", ledger.Text);
            result.Changes.Where(one => one.Before.Number is not null && one.After.Number is not null)
                .Should().NotContain(one => one.Difference != one.After.Number - one.Before.Number);
            foreach (var one in result.Changes.Where(one => one.Before.IsAvailable && one.After.IsAvailable && !one.Result.OfRunningPeriod))
                result.StepsOf(one.Result.Name).Should().NotBeEmpty("{0} changes in\n{1}", one.Result.Name, ledger.Text);
            changes += expected.Count;
        }

        changes.Should().BeGreaterThan(Policies);
    }

    [Fact]
    public void Curve_AgreesWithPlainEvaluations()
    {
        var (random, points, edges) = (new Random(20261130), 0, 0);
        for (var i = 0; i < Policies; i++)
        {
            var ledger = RandomLedger.Of(random);
            var options = new CurveOptions { Steps = 4, Resolution = 0.5m, EdgesOnly = i % 5 == 0 };
            var since = i % 2 == 0 ? To : From;
            var curve = ledger.Policy.Curve("payout", "a", -2, 6, new(ledger.Facts, since, To), "s1", options);
            curve.Points.Select(point => point.At).Should().BeInAscendingOrder().And.StartWith(-2m).And.EndWith(6m);
            foreach (var point in curve.Points.Where((_, place) => place % 3 == 0))
            {
                var facts = ledger.With("s1", 6, "a", point.At);
                var plain = ledger.Policy.Evaluate(new(facts, since, To));
                var expected = plain[^1]["s1"]["payout"];
                point.Value.Should().Be(expected.Number, "at {0} of\n{1}", point.At, ledger.Text);
                point.Cause?.Explain("en").Should().Be(expected.Cause?.Explain("en"));
                points++;
            }

            edges += curve.Points.Count(point => point.IsEdge);
            curve.Points.Zip(curve.Points.Skip(1)).Where(pair => pair.Second.IsEdge)
                .Should().NotContain(pair => pair.Second.At - pair.First.At > 0.5m,
                    "both sides of an edge stand in the table of\n{0}", ledger.Text);
        }

        output.WriteLine($"{points} points, {edges} edges");
        edges.Should().BeGreaterThan(Policies / 2);
    }

    /// <summary>The same policy with a parameter, a cap or a literal changed, or without a line.</summary>
    private static Policy Changed(RandomLedger ledger, Random random) => random.Next(3) switch
    {
        // with some values bounds would be out of order
        0 when TryWith(ledger.Policy, "p", random.Next(-2, 6)) is { } other => other,
        0 => ledger.Policy.With(new Dictionary<string, decimal> { ["q"] = 0.25m }),
        1 => Policy.Read(ledger.Text.Replace("\"max\": 40", "\"max\": 3").Replace("\"amount\": 3,", "\"amount\": 4,")
            .Replace("default(b, 1)", "default(b, 2)")).Policy!,
        _ => Policy.Read(ledger.Text.Replace("\"weight\": 1", "\"weight\": 3").Replace("a > 0", "a > 1")
            .Replace("\"by_grade\"", "\"of_grade\"")).Policy!,
    };

    private static Policy? TryWith(Policy policy, string parameter, decimal value)
    {
        try
        {
            return policy.With(new Dictionary<string, decimal> { [parameter] = value });
        }
        catch (RulesetException)
        {
            return null;
        }
    }

    private static void CheckPayouts(
        Comparison comparison, IReadOnlyList<PeriodEvaluation> before, IReadOnlyList<PeriodEvaluation> after)
    {
        foreach (var change in comparison.ByPeriod())
        {
            var index = change.Period == From ? 0 : 1;
            var (was, now) = (before[index][change.Subject].Payout!, after[index][change.Subject].Payout!);
            (change.Before, change.After).Should().Be((was.Amount, now.Amount));
            (change.HeldBefore, change.HeldAfter).Should().Be((was.Held, now.Held));
            var (held, holds) = (Held(was), Held(now));
            var isComparable = held.SetEquals(holds) && was.Amount is not null && now.Amount is not null;
            change.Difference.Should().Be(isComparable ? now.Amount - was.Amount : null, "what is held is never 0");
            change.Kind.Should().Be(
                isComparable ? Math.Sign(now.Amount!.Value - was.Amount!.Value) switch
                {
                    > 0 => ChangeKind.Gain,
                    < 0 => ChangeKind.Loss,
                    _ => ChangeKind.Unchanged,
                }
                : held.IsProperSupersetOf(holds) ? ChangeKind.NotAvailableBefore
                : holds.IsProperSupersetOf(held) ? ChangeKind.NotAvailableAfter : ChangeKind.NotAvailable);
        }
    }

    private static HashSet<string> Held(Payout payout) =>
        [.. payout.Lines.Where(line => line.State == LineState.Held).Select(line => line.Name)];

    private static void CheckCosts(Comparison comparison)
    {
        var costs = comparison.Costs.ToDictionary(cost => cost.Result);
        var payout = costs["payout"];
        costs.Values.Where(cost => cost != payout).Sum(cost => cost.Before).Should().Be(payout.Before, "the lines add up to the payout");
        costs.Values.Where(cost => cost != payout).Sum(cost => cost.After).Should().Be(payout.After);
        foreach (var cost in costs.Values)
        {
            var groups = Enum.GetValues<ChangeKind>().Select(kind => cost[kind]).ToList();
            groups.Sum(group => group.Difference).Should().Be(cost.Difference);
            groups.Sum(group => group.Subjects).Should().Be(comparison.BySubject(cost.Result).Count);
            comparison.BySubject(cost.Result).Sum(change => change.After ?? 0).Should().Be(cost.After);
        }
    }

    private static FactValue Value(PeriodEvaluation evaluation, string subject, string result) =>
        evaluation.TryGet(subject, out var found) ? found[result].Value : default;
}
