using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Tests.Evaluation;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Releases;

/// <summary>Ten thousand people with random releases, leavers, holes and held months, against a model that carries nothing.</summary>
public sealed class ReleasePropertyTests
{
    private const int Rulesets = 200;
    private const int People = 50;

    [Fact]
    public void WhatIsReleased_IsWhatTheModelFollowsPartByPart()
    {
        var random = new Random(20261701);
        var (known, held, without) = (0, 0, 0);
        for (var round = 0; round < Rulesets; round++)
        {
            var all = new RandomReleases(random, People);
            var periods = Range(all, all.Facts());
            foreach (var (id, model) in all.People)
            {
                for (var month = all.First; month < RandomReleases.Months; month++)
                {
                    var where = $"{id} in {Month(month)} of round {round}: {all}";
                    var hasResult = periods[month - all.First].TryGet(id, out var actual);
                    hasResult.MustBe(model.HasResult(month), "{0} has a result", where);
                    if (!hasResult)
                        continue;
                    var expected = model.In(month);
                    actual!["x"].Number.MustBe(expected.Earned, "earned by {0}", where);
                    actual["x.due"].Number.MustBe(expected.Due, "due to {0}", where);
                    actual["x.deferred"].Number.MustBe(expected.Deferred, "deferred of {0}", where);
                    actual["x.forfeited"].Number.MustBe(expected.Forfeited, "forfeited by {0}", where);
                    (actual["x.state"].Text == "held").MustBe(expected.IsHeld, "held: {0}", where);
                    var other = model.Months[month] is null ? 0 : 1;
                    actual["payout"].Number.MustBe((expected.Due ?? 0) + other, "paid to {0}", where);
                    actual["payout.held"].Number.MustBe(expected.IsHeld ? 1 : 0, "held of {0}", where);
                    actual["payout.earned"].Number.MustBe((expected.Earned ?? 0) + other, "earned in all by {0}", where);
                    CheckParts(actual, where);
                    known += expected.Due is null ? 0 : 1;
                    held += expected.IsHeld ? 1 : 0;
                    without += other == 0 ? 1 : 0;
                }
            }
        }

        // the cases are no trivial ones
        var isTrivial = known < 30_000 || held < 10_000 || without < 3_000;
        isTrivial.Should().BeFalse("{0} known, {1} held, {2} without facts", known, held, without);
    }

    [Fact]
    public void DueDeferredAndForfeited_AreWhatWasEarned_OverAnyRange()
    {
        var (random, checkedRanges) = (new Random(20261702), 0);
        for (var round = 0; round < Rulesets; round++)
        {
            var all = new RandomReleases(random, People);
            var periods = Range(all, all.Facts());
            foreach (var (id, model) in all.People)
            {
                decimal? sum = 0;
                for (var month = all.First; month < RandomReleases.Months; month++)
                {
                    var earned = model.Earned(all.First, month).Select(one => one.Amount).ToList();
                    if (!periods[month - all.First].TryGet(id, out var results))
                        continue;
                    sum += results["x.due"].Number + results["x.forfeited"].Number;
                    if (earned.Contains(null) || sum + results["x.deferred"].Number is not { } total)
                        continue;
                    total.MustBe(earned.Sum()!.Value, "{0} up to {1} of round {2}", id, Month(month), round);
                    checkedRanges++;
                }
            }
        }

        checkedRanges.Should().BeGreaterThan(15_000);
    }

    [Fact]
    public void WithEveryConditionMet_EverythingEarnedBecomesDue()
    {
        var random = new Random(20261703);
        for (var round = 0; round < Rulesets; round++)
        {
            var all = new RandomReleases(random, People, isAlwaysMet: true);
            var facts = all.Facts();
            var periods = all.Policy.Evaluate(new(facts, Month(0), Month(RandomReleases.Months - 1)));
            foreach (var (id, model) in all.People)
            {
                var earned = model.Months.Sum(month => month!.Sales!.Value);
                periods.Sum(period => period[id]["x.due"].Number).MustBe(earned, "{0} of round {1}: {2}", id, round, all);
                periods[^1][id]["x.deferred"].Number.MustBe(0, "{0} of round {1}: {2}", id, round, all);
            }
        }
    }

    /// <summary>By openings alone, whatever was held, left or not known before.</summary>
    [Fact]
    public void MonthByMonth_IsTheSameAsInOneRange()
    {
        var random = new Random(20261704);
        for (var round = 0; round < Rulesets; round++)
        {
            var all = new RandomReleases(random, People);
            var range = Range(all, all.Facts());
            PeriodEvaluation? before = null;
            foreach (var expected in range)
            {
                var one = all.Policy.Evaluate(all.Facts(more: builder => before?.AddOpenings(builder)), expected.Period);
                Same(one, expected, round);
                before = one;
            }
        }
    }

    /// <summary>Months are evaluated without facts that come later; then all of them again from the first that was not whole.</summary>
    [Fact]
    public void FactsThatWereLate_ForfeitNothing()
    {
        var random = new Random(20261705);
        for (var round = 0; round < Rulesets; round++)
        {
            var all = new RandomReleases(random, People);
            var late = random.Next(all.First, RandomReleases.Months);
            var hidden = all.People.Keys.Where(_ => random.Half()).ToHashSet();
            var early = Range(all, all.Facts((id, month, facts) => month >= late && hidden.Contains(id) ? null : facts));
            foreach (var period in early.Where(period => period.Period.CompareTo(Month(late)) >= 0))
            {
                foreach (var id in hidden.Where(id => period.TryGet(id, out _)))
                {
                    // what nobody has said anything of is only forfeited by what was said before
                    var months = all.People[id].Months.Take(late).Concat(new ModelMonth?[RandomReleases.Months - late]).ToList();
                    var forfeited = (all.People[id] with { Months = months }).In(MonthOf(period)).Forfeited;
                    period[id]["x.forfeited"].Number.MustBe(forfeited, "{0} in {1} of round {2}", id, period.Period, round);
                }
            }

            var whole = Range(all, all.Facts());
            var before = late == all.First ? null : early[late - all.First - 1];
            var mended = all.Facts(more: builder => before?.AddOpenings(builder));
            var again = all.Policy.Evaluate(new(mended, Month(late), Month(RandomReleases.Months - 1)));
            foreach (var (one, expected) in again.Zip(whole.Skip(late - all.First)))
                Same(one, expected, round);
        }
    }

    private static int MonthOf(PeriodEvaluation period) =>
        Enumerable.Range(0, RandomReleases.Months).First(month => Month(month) == period.Period);

    private static IReadOnlyList<PeriodEvaluation> Range(RandomReleases all, Dataset facts) =>
        all.Policy.Evaluate(new(facts, Month(all.First), Month(RandomReleases.Months - 1)));

    private static void Same(PeriodEvaluation one, PeriodEvaluation expected, int round)
    {
        one.Subjects.Should().Equal(expected.Subjects);
        foreach (var id in one.Subjects)
        {
            foreach (var result in new[] { "x", "x.due", "x.deferred", "x.forfeited", "x.state", "payout", "payout.earned", "payout.held" })
            {
                one[id][result].Value.MustBe(expected[id][result].Value, "{0} of {1} in {2} of round {3}", result, id, one.Period, round);
                (one[id][result].Cause?.Explain("en")).MustBe(
                    expected[id][result].Cause?.Explain("en"), "{0} of {1} in {2} of round {3}", result, id, one.Period, round);
            }
        }

        one.Deferred!.Select(Written).Should().Equal(expected.Deferred!.Select(Written));

        static string Written(DeferredPart part) =>
            $"{part.Subject} {string.Join(" ", part.Fields.Select(field => $"{field.Key}={field.Value}"))}";
    }

    /// <summary>What a statement lists adds up to what the results say.</summary>
    private static void CheckParts(SubjectEvaluation subject, string where)
    {
        var fates = new[] { ("x.due", PartFate.Due), ("x.deferred", PartFate.Deferred), ("x.forfeited", PartFate.Forfeited) };
        var parts = subject.Payout!["x"].Parts;
        foreach (var (result, fate) in fates)
        {
            var mine = parts.Where(part => part.Fate == fate).ToList();
            if (subject[result].Number is { } number)
                mine.Sum(part => part.Amount!.Value).MustBe(number, "the parts of {0} of {1}", result, where);
        }

        if (subject["x.due"].Number is null)
            parts.Should().Contain(part => part.Cause != null, where);
        else
            parts.Should().NotContain(part => part.Fate == PartFate.NotKnown, where);
    }
}
