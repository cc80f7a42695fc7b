using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Tests.Evaluation;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Planning;

/// <summary>Random plans with closed periods against what the format's section on stretch targets says, word by word.</summary>
public sealed class StretchPropertyTests
{
    private const int Cases = 10_000;

    /// <summary>A formula, and what it comes to for a progress, a number of closed periods and the sales of the last of them.</summary>
    private static readonly (string Formula, Func<decimal?, int, decimal?, decimal?> Value)[] Formulas =
    [
        ("if(plan.progress < 1, 85%, 100%)", (progress, _, _) => progress is null ? null : progress < 1 ? 0.85m : 1),
        (
            "if(plan.closed >= 2 and plan.progress < 1, 95%, 110%)",
            (progress, closed, _) => closed < 2 ? 1.1m : progress is null ? null : progress < 1 ? 0.95m : 1.1m),
        ("plan.progress", (progress, _, _) => progress),
        ("plan.closed - 1", (_, closed, _) => closed - 1),
        ("default(plan.progress, 1.5) * 2", (progress, _, _) => (progress ?? 1.5m) * 2),
        ("sales / 100", (_, _, sales) => sales / 100),
    ];

    [Fact]
    public void EveryStretchTarget_IsWhatTheFormatSays()
    {
        var random = new Random(20261126);
        var (reached, without) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            if (i % 20 == 0)
                _policy = RandomPlan.Of(random);
            var one = RandomFacts.Of(random, _policy!);
            var first = _policy!.Policy.Plan("p", one.Dataset);
            var result = _policy.Policy.Plan("p", one.Dataset, one.Closed == 0 ? null : Week(one.Closed));
            foreach (var subject in one.Subjects.Keys)
            {
                for (var stretch = 0; stretch <= Formulas.Length; stretch++)
                {
                    var (name, expected) = ($"s{stretch}", Model(one, subject, stretch, first, result));
                    for (var period = 1; period <= _policy.Weights.Length; period++)
                    {
                        var actual = result.Stretch(name, subject, Week(period));
                        (actual is null).MustBe(expected[period - 1] is null, "case {0}: {1} of {2} in week {3}", i, name, subject, period);
                        (Math.Abs((actual ?? 0) - (expected[period - 1] ?? 0)) < 1e-20m)
                            .MustBe(true, "case {0}: {1} of {2} in week {3}", i, name, subject, period);
                        without += actual is null ? 1 : 0;
                    }

                    reached += EndsAtTheFactorOfTheTotal(one, subject, name, result) ? 1 : 0;
                }
            }
        }

        (reached, without).Should().Match<(int Reached, int Without)>(count => count.Reached > Cases && count.Without > Cases);
    }

    private RandomPlan? _policy;

    /// <summary>Whoever reaches each stretch target that is left ends at the total times the factor.</summary>
    private bool EndsAtTheFactorOfTheTotal(RandomFacts one, string subject, string name, PlanResult result)
    {
        var open = Enumerable.Range(one.Closed + 1, _policy!.Weights.Length - one.Closed)
            .Select(period => result.Stretch(name, subject, Week(period))).ToList();
        if (!_policy.Spreads || open.Count == 0 || open.Contains(null) || open.Sum() == 0)
            return false;
        var total = (one.Closed == 0 ? 0 : result.Achieved(subject)) + open.Sum();
        (Math.Abs(total!.Value - result.Part(subject)!.Value * result.Factor(name, subject)!.Value) < 1e-20m)
            .MustBe(true, "{0} of {1} ends at the factor of the total", name, subject);
        return true;
    }

    private decimal?[] Model(RandomFacts one, string subject, int stretch, PlanResult first, PlanResult result)
    {
        var (weeks, part, closed) = (one.Subjects[subject], first.Part(subject)!.Value, one.Closed);
        var past = weeks.Take(closed).ToList();
        var issued = past.Select((week, i) => week.Target ?? first.Target(subject, Week(i + 1))!.Value).ToList();
        decimal? achieved = past.Any(week => week.Sales is null) ? null : past.Sum(week => week.Sales!.Value);
        decimal? progress = closed == 0 ? 1 : issued.Sum() == 0 ? null : achieved / issued.Sum();
        result.Progress(subject).MustBe(progress, "progress of {0}", subject);
        var factor = stretch == Formulas.Length ? 1.2m
            : closed > 0 && !past[^1].HasFacts ? null
            : Formulas[stretch].Value(progress, closed, closed == 0 ? 100 : past[^1].Sales);
        factor = factor > 0 ? factor : null;
        result.Factor($"s{stretch}", subject).MustBe(factor, "factor s{0} of {1}", stretch, subject);
        achieved = part == 0 ? past.Sum(week => week.Sales ?? 0) : achieved;
        var left = part * factor - achieved;
        var open = _policy!.Weights.Skip(closed).Sum();
        return _policy.Weights.Select((weight, i) =>
            i < closed ? (stretch < Formulas.Length ? weeks[i].Stretch[stretch] : null) ?? issued[i] * factor
            : !_policy.Spreads ? result.Target(subject, Week(i + 1)) * factor
            : left <= 0 ? 0
            : open == 0 ? null
            : left * weight / open).ToArray();
    }

    private static Period Week(int number) => Period.Parse("2026-W09").Add(number);

    private sealed record RandomPlan(Policy Policy, bool Spreads, decimal[] Weights)
    {
        public static RandomPlan Of(Random random)
        {
            var spreads = random.Next(4) > 0;
            var weights = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (decimal)random.Next(4)).ToArray();
            weights[random.Next(weights.Length)]++;
            var factors = Formulas.Select((formula, i) => $"\"s{i}\": \"{formula.Formula}\"").Append($"\"s{Formulas.Length}\": 1.2");
            return new(
                PropertyCases.Policy($$"""
                    "measures": { "sales": { "unit": "money" }, "size": {} }, "kpis": { "goal": { "formula": "sales", "target": "given" } },
                    "plans": { "p": {
                      "kpi": "goal", "total": "everyone(size)", "from": "{{Week(1)}}", "to": "{{Week(weights.Length)}}", "weights": "size + {{random.Next(2)}}",
                      "periods": { {{string.Join(", ", weights.Select((weight, i) => $"\"{Week(i + 1)}\": {weight}"))}} },
                      "roundTo": 10, "shortfall": "{{(spreads ? "spread" : "none")}}", "stretch": { {{string.Join(", ", factors)}} } } }
                    """),
                spreads,
                weights);
        }
    }

    /// <summary>What is known of a subject in a week.</summary>
    private sealed record RandomWeek(bool HasFacts, decimal? Sales, decimal? Target, decimal?[] Stretch);

    private sealed record RandomFacts(int Closed, Dictionary<string, RandomWeek[]> Subjects, Dataset Dataset)
    {
        public static RandomFacts Of(Random random, RandomPlan plan)
        {
            var closed = random.Next(plan.Weights.Length + 1);
            var subjects = Enumerable.Range(0, random.Next(1, 4)).ToDictionary(
                i => $"{(char)('a' + i)}", _ => plan.Weights.Select(_ => WeekOf(random)).ToArray());
            var dataset = Dataset.Build(builder =>
            {
                foreach (var (subject, weeks) in subjects)
                {
                    builder.Add(subject, Week(0), ("sales", 100), ("size", random.Next(1, 5) * random.Next(1, 5) * 25));
                    for (var i = 0; i < weeks.Length; i++)
                        Add(builder, subject, Week(i + 1), weeks[i]);
                }
            });
            return new(closed, subjects, dataset);
        }

        private static RandomWeek WeekOf(Random random)
        {
            var given = Formulas.Select(_ => random.Next(10) == 0 ? random.Next(200) : (decimal?)null).ToArray();
            var (sales, target) = (random.Maybe(12, (decimal)random.Next(-10, 120)), random.Maybe(2, (decimal)random.Next(80)));
            return random.Next(20) > 0
                ? new RandomWeek(true, sales, target, given)
                : new RandomWeek(false, null, null, new decimal?[given.Length]);
        }

        private static void Add(DatasetBuilder builder, string subject, Period period, RandomWeek week)
        {
            if (!week.HasFacts)
                return;
            builder.Add(subject, period);
            if (week.Sales is { } sales)
                builder.Add(subject, period, ("sales", sales));
            if (week.Target is { } target)
                builder.Add(subject, period, ("goal.target", target));
            for (var i = 0; i < week.Stretch.Length; i++)
            {
                if (week.Stretch[i] is { } stretch)
                    builder.Add(subject, period, ($"goal.s{i}", stretch));
            }
        }
    }
}
