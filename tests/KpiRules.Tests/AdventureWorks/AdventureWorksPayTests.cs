// Evaluates the incentives on three years of real order lines as one range, and holds every cent against plain arithmetic.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.AdventureWorks.AdventureWorksData;

namespace KpiRules.Tests.AdventureWorks;

public sealed class AdventureWorksPayTests
{
    private static readonly Lazy<Dictionary<string, PeriodEvaluation>> Evaluated = new(() => Evaluate(withLines: true));

    /// <summary>18 people, 540 person-months, 5 lines each with a state, and what they come to.</summary>
    [SharedFact(LinesFile)]
    public void EveryCent_IsWhatPlainArithmeticGives()
    {
        var pay = new AdventureWorksPay();
        var comparison = new Comparison();
        foreach (var month in Months)
        {
            foreach (var (name, expected) in pay.Results(month))
                comparison.Add($"{month.Subject} {month.Period} {name}", ResultOf(month, name).Value, expected);
        }

        // 12 results each; 1,116 lines do not exist and 15 are held
        comparison.ShouldAgree(there: 5349, notThere: 1131);
    }

    /// <summary>The figures come from another program on the same files.</summary>
    [SharedTheory(LinesFile)]
    [InlineData("quota_commission", 108, 10, 101, 321, "185785.82", "0", "2000.00")]
    [InlineData("line_commission", 0, 5, 9, 526, "231001.89", "0", "2880.98")]
    [InlineData("team_override", 468, 0, 0, 72, "177135.20", "58.81", "7170.53")]
    [InlineData("annual_bonus", 108, 0, 0, 432, "146414.93", "0", "3659.20")]
    [InlineData("leadership_bonus", 432, 0, 0, 108, "99441.00", "-5357.16", "15726.33")]
    public void Lines_AreAsManyAndAsMuchAsCounted(
        string line, int none, int held, int closed, int paid, string sum, string least, string most)
    {
        var states = Months.CountBy(month => ResultOf(month, $"{line}.state").Text!).ToDictionary();
        int Count(string state) => states.GetValueOrDefault(state);
        (Count("none"), Count("held"), Count("closed"), Count("paid")).Should().Be((none, held, closed, paid));
        var amounts = Months.Select(month => ResultOf(month, line).Number).OfType<decimal>().ToList();
        (amounts.Sum(), amounts.Min(), amounts.Max()).Should().Be((Number(sum), Number(least), Number(most)));
    }

    [SharedTheory(LinesFile)]
    [InlineData("2017-07", "2018-06", "185099.25", 15)]
    [InlineData("2018-07", "2019-06", "363577.73", 0)]
    [InlineData("2019-07", "2020-06", "291101.86", 0)]
    [InlineData("2017-07", "2020-06", "839778.84", 15)]
    public void Payouts_OfAYear(string from, string to, string sum, int held)
    {
        var months =
            Months.Where(month => string.CompareOrdinal(month.Period, from) >= 0 && string.CompareOrdinal(month.Period, to) <= 0).ToList();
        months.Sum(month => ResultOf(month, "payout").Number).Should().Be(Number(sum));
        months.Sum(month => ResultOf(month, "payout.held").Number).Should().Be(held);
    }

    /// <summary>In no other month is anything held.</summary>
    [SharedFact(LinesFile)]
    public void Held_IsWhatLacksACostOrATarget_AllOfItInTheFirstMonth()
    {
        Held("quota_commission").Should().Equal(
            ("281", "cost"), ("282", "cost"), ("283", "sales_amount.target"), ("284", "cost"), ("285", "cost"), ("286", "cost"),
            ("287", "cost"), ("288", "cost"), ("289", "cost"), ("293", "cost"));
        Held("line_commission")
            .Should().Equal(("282", "line_cost"), ("285", "line_cost"), ("286", "line_cost"), ("288", "line_cost"), ("289", "line_cost"));

        static IEnumerable<(string Subject, string Missing)> Held(string line)
        {
            var held = Months.Where(month => ResultOf(month, $"{line}.state").Text == "held").ToList();
            held.Should().OnlyContain(month => month.Period == "2017-07");
            return held.Select(month => (month.Subject, ResultOf(month, line).Cause!.Root.Name!));
        }
    }

    /// <summary>Every sale has one seller, so the lines of all people are all the sales there were.</summary>
    [SharedFact(LinesFile)]
    public void LinesOfAllPeople_AddUpToTheSalesOfTheCompany()
    {
        var policy = WithKpis(["sum(order_lines, amount)", "sum(order_lines, amount) - own_sales", "count(order_lines)"]);
        var evaluations = policy.Evaluate(new(ReadDatasetWithLines(policy), Period.Parse("2017-07"), Period.Parse("2020-06")));
        evaluations.Sum(evaluation => evaluation.Column("question 0").Sum(result => result.Number)).Should().Be(80_977_720.21m);
        evaluations.Should().OnlyContain(evaluation => evaluation.Column("question 1").All(result => result.Number == 0));
        evaluations.Sum(evaluation => evaluation.Column("question 2").Sum(result => result.Number)).Should().Be(60_855);
    }

    /// <summary>A draw would carry a debt from month to month; nothing here does, so months may be evaluated in any order.</summary>
    [SharedFact(LinesFile)]
    public void Range_GivesWhatItsMonthsGive()
    {
        var facts = ReadDatasetWithLines(Ruleset);
        foreach (var month in (string[])["2020-06", "2017-07", "2018-12"])
        {
            var evaluation = Ruleset.Evaluate(facts, Period.Parse(month));
            foreach (var result in Ruleset.Results.Select(result => result.Name))
                evaluation.Column(result).Select(value => value.Value)
                    .Should().Equal(Evaluated.Value[month].Column(result).Select(value => value.Value));
        }
    }

    [SharedFact(LinesFile)]
    public void WithoutOrderLines_WhatStandsOnThemIsHeld_AndTheRestIsTheSame()
    {
        var without = Evaluate(withLines: false);
        foreach (var month in Months)
        {
            var (with, results) = (Evaluated.Value[month.Period][month.Subject], without[month.Period][month.Subject]);
            foreach (var line in (string[])["line_commission", "team_override", "annual_bonus"])
                results[$"{line}.state"].Text.Should().Be(with[$"{line}.state"].Text == "none" ? "none" : "held");
            foreach (var line in (string[])["quota_commission", "leadership_bonus"])
                results[line].Value.Should().Be(with[line].Value);
        }
    }

    private static Dictionary<string, PeriodEvaluation> Evaluate(bool withLines)
    {
        var evaluations = Ruleset.Evaluate(new(
            withLines ? ReadDatasetWithLines(Ruleset) : AllFacts, Period.Parse("2017-07"), Period.Parse("2020-06")));
        evaluations.Should().HaveCount(36);
        evaluations.SelectMany(evaluation => evaluation.Issues).Should().BeEmpty();
        return evaluations.ToDictionary(evaluation => evaluation.Period.ToString());
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static CellValue ResultOf(Month month, string name) => Evaluated.Value[month.Period][month.Subject][name];
}
