using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>What comes together over bounds and over periods: marginal schedules, accumulated ones, debts of draws.</summary>
public sealed class AccumulationPropertyTests
{
    private const int Months = 15;
    private const int MonthsOfADraw = 6;

    [Fact]
    public void AMarginalSchedule_HasNoJumps_AndNeverFallsWhereNoRateIsNegative()
    {
        var random = new Random(20261203);
        for (var i = 0; i < 250; i++)
        {
            var tiers = Tiers.Random(random, random.Half() ? 0 : random.Next(-40, 40), random.Half());
            var policy = Policy($$"""
                "settings": { "moneyDecimals": 8 }, "measures": { "x": {}, "quota": {} }, "attributes": { "senior": { "type": "boolean" } },
                "incentives": { "line": { "amount": { "on": "x", "per": "quota", "marginal": {{tiers.Json}} } } }
                """);
            // in steps that lie now before, now on, now behind a bound
            var (quota, step, senior) = (random.Next(1, 9) / 2m, random.Next(1, 30) / 8m, random.Half());
            var steps = Enumerable.Range(-20, 41).Select(k => k * step)
                .Concat(tiers.Bounds.Select(bound => bound * quota)).Distinct().Order().ToArray();
            var results = policy.Evaluate(Dataset.Build(builder =>
            {
                for (var k = 0; k < steps.Length; k++)
                    builder.Add($"{k:00}", Month(0), ("x", steps[k]), ("quota", quota), ("senior", senior));
            }), Month(0)).Column("line").Select(line => line.Number!.Value).ToArray();
            for (var k = 0; k < steps.Length; k++)
            {
                results[k].Should().Be(tiers.Of(steps[k], quota, senior), "{0} of {1} per {2}", tiers.Json, steps[k], quota);
                if (k > 0)
                    (results[k] - results[k - 1]).Should().BeInRange(
                        0, (steps[k] - steps[k - 1]) * tiers.HighestRate(senior), "no step gives more than its length at the highest rate");
            }
        }
    }

    [Theory]
    [InlineData("quota")]
    [InlineData("1.5")]
    public void LinesOfAnAccumulatedSchedule_AddUpToTheScheduleOfTheTotal(string per)
    {
        var random = new Random(20261204);
        for (var i = 0; i < 200; i++)
        {
            var (start, isYear) = (random.Next(1, 13), random.Half());
            var tiers = Tiers.Random(random, 0, ofSubject: true);
            var policy = Policy($$"""
                "settings": { "moneyDecimals": 8, "fiscalYearStart": {{start}} }, "measures": { "x": {}, "quota": {} }, "attributes": { "senior": { "type": "boolean" } },
                "incentives": { "line": { "amount": { "on": "x", "per": {{(per == "quota" ? "\"quota\"" : per)}}, "marginal": {{tiers.Json}}, "accumulate": "{{(isYear ? "ytd" : "qtd")}}" } } }
                """);
            var subjects = Enumerable.Range(0, 30)
                .Select(s => (Id: $"s{s}", First: s == 0 || random.Half() ? 0 : random.Next(Months), Facts: Enumerable.Range(0, Months)
                    .Select(_ => (X: random.Maybe(60, (decimal)random.Next(-20, 60)), Quota: random.Next(1, 9), Senior: random.Half()))
                    .ToArray())).ToList();
            var facts = Dataset.Build(builder =>
            {
                foreach (var (id, first, given) in subjects)
                {
                    for (var month = first; month < Months; month++)
                        builder.Add(
                            id, Month(month), ("x", given[month].X), ("quota", given[month].Quota), ("senior", given[month].Senior));
                }
            });
            var lines = policy.Evaluate(new(facts, Month(0), Month(Months - 1)));
            foreach (var (id, first, given) in subjects)
            {
                decimal? Total(int from, int to)
                {
                    var window = given[from..(to + 1)];
                    return window.Any(month => month.X is null) ? null : tiers.Of(
                        window.Sum(month => month.X)!.Value, per == "quota" ? window.Sum(month => month.Quota) : 1.5m, given[to].Senior);
                }

                decimal? sum = 0;
                for (var month = first; month < Months; month++)
                {
                    var place = (month - (start - 1) + 12) % 12;
                    var begin = month - (isYear ? place : place % 3);
                    var from = Math.Max(begin, first);
                    var line = lines[month][id]["line"].Number;
                    sum = month == from ? line : sum + line;
                    var expected = begin < 0 ? null : Total(from, month);
                    line.MustBe(month == from ? expected : expected - Total(from, month - 1), "{0} in {1}", tiers.Json, Month(month));
                    sum.MustBe(expected, "the lines so far are the schedule of what there is so far");
                }
            }
        }
    }

    [Fact]
    public void WhatARecoverableDrawPays_IsWhatWasEarnedAndWhatIsStillOwed()
    {
        var random = new Random(20261205);
        var policy = Policy("""
            "measures": { "gross": {}, "guaranteed": {} }, "attributes": { "on": { "type": "boolean" }, "open": { "type": "boolean" } },
            "incentives": { "line": { "appliesTo": "on", "gate": "open", "amount": "gross", "draw": { "amount": "guaranteed", "recoverable": true } } }
            """);
        for (var i = 0; i < 100; i++)
        {
            var subjects = Enumerable.Range(0, 100).Select(s => (
                Id: $"s{s}",
                First: random.Half() ? 0 : random.Next(MonthsOfADraw),
                Opening: random.Maybe(2, random.Next(0, 90_000) / 100m),
                Facts: Enumerable.Range(0, MonthsOfADraw)
                    .Select(_ => (
                        Gross: random.Next(-50_000, 400_000) / 100m,
                        Draw: random.Next(0, 250_000) / 100m,
                        On: random.Next(5) > 0,
                        Open: random.Next(5) > 0)).ToArray())).ToList();
            var lines = policy.Evaluate(new(Dataset.Build(builder =>
            {
                foreach (var (id, first, opening, given) in subjects)
                {
                    for (var month = first; month < MonthsOfADraw; month++)
                    {
                        var (gross, draw, on, open) = given[month];
                        builder.Add(
                            id, Month(month), ("gross", gross), ("guaranteed", draw), ("on", on), ("open", open),
                            ("line.opening", month == first ? opening : null));
                    }
                }
            }), Month(0), Month(MonthsOfADraw - 1)));
            foreach (var (id, first, opening, given) in subjects)
            {
                var (debt, paid, earned) = (opening ?? 0, 0m, 0m);
                for (var month = first; month < MonthsOfADraw; month++)
                {
                    var (result, (gross, draw, on, open)) = (lines[month][id], given[month]);
                    var owed = debt;
                    var own = open ? gross : 0;
                    // everything above the draw goes to the debt until there is none
                    var pays = Math.Max(draw, own - debt);
                    debt = on ? debt + pays - own : debt;
                    (paid, earned) = (paid + (result["line"].Number ?? 0), earned + (on ? own : 0));
                    var isBalanced = paid + (opening ?? 0) == earned + result["line.closing"].Number;
                    (
                        result["line.opening"].Number,
                        result["line"].Number,
                        result["line.closing"].Number,
                        result["line.state"].Text,
                        isBalanced)
                        .MustBe(
                            (owed, on ? pays : null, debt, on ? open ? "paid" : "closed" : "none", true),
                            "what was paid was earned, or is owed");
                }
            }
        }
    }

    /// <summary>Bounds that go up, and rates in hundredths; those of seniors are higher where they differ.</summary>
    private sealed record Tiers(decimal[] Bounds, decimal[] Rates, bool OfSubject)
    {
        public string Json => $"[ {string.Join(", ", Bounds.Zip(Rates, Row))} ]";

        public static Tiers Random(Random random, int first, bool ofSubject)
        {
            var (bounds, rates) = (new List<decimal> { first }, new List<decimal> { random.Next(20) / 100m });
            for (var more = random.Next(4); more > 0; more--)
            {
                bounds.Add(bounds[^1] + random.Next(1, 40) / 4m);
                rates.Add(random.Next(20) / 100m);
            }

            return new(bounds.ToArray(), rates.ToArray(), ofSubject);
        }

        public decimal HighestRate(bool senior) => Rates.Max() * (OfSubject && senior ? 2 : 1);

        public decimal Of(decimal on, decimal per, bool senior)
        {
            var total = 0m;
            for (var i = 0; i < Bounds.Length; i++)
            {
                var (from, to) = (Bounds[i] * per, i + 1 < Bounds.Length ? Bounds[i + 1] * per : decimal.MaxValue);
                // from a first bound of 0 the first row goes on below
                total += Rates[i] * (i == 0 && from == 0 && on < 0 ? on : Math.Max(0, Math.Min(on, to) - from));
            }

            return OfSubject && senior ? total * 2 : total;
        }

        private string Row(decimal bound, decimal rate)
        {
            var written = OfSubject
                ? FormattableString.Invariant($"\"if(senior, {rate} * 2, {rate})\"")
                : FormattableString.Invariant($"{rate}");
            return FormattableString.Invariant($"{{ \"from\": {bound}, \"rate\": {written} }}");
        }
    }
}
