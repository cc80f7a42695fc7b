// Evaluates what looks at several months, and the scorecard, on three years of real sales, and holds it against plain arithmetic.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Results;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.AdventureWorks.AdventureWorksData;

namespace KpiRules.Tests.AdventureWorks;

public sealed class AdventureWorksHistoryTests
{
    private static readonly string[] Names =
    [
        "attainment_to_date", "attainment_to_date.target", "attainment_to_date.attainment", "attainment_to_date.gap",
        "attainment_to_date.score", "attainment_to_date.status",
        "sales_year_to_date", "sales_quarter_to_date", "sales_mean", "sales_growth", "sales_growth_year", "sales_growth_year.score",
        "margin.score", "margin_to_date", "scorecard.results", "scorecard.profit", "scorecard.growth", "scorecard", "scorecard.grade",
    ];

    private static readonly Lazy<Dictionary<string, PeriodEvaluation>> Evaluated = new(() => Evaluate(Ruleset));

    /// <summary>18 people, 540 person-months, 19 results each.</summary>
    [SharedFact(FactsFile)]
    public void EveryResult_IsWhatPlainArithmeticGives()
    {
        var arithmetic = new AdventureWorksArithmetic(Months);
        var comparison = new Comparison();
        foreach (var month in Months)
        {
            var expected = arithmetic.Results(month.Subject, Stretch.Of(month.Period))
                .ToDictionary(result => result.Name, result => result.Expected);
            foreach (var name in Names)
                comparison.Add($"{month.Subject} {month.Period} {name}", ResultOf(month, name).Value, expected[name]);
        }

        comparison.ShouldAgree(there: 9343, notThere: 917);
    }

    [SharedFact(FactsFile)]
    public void Results_AreThere_AsOftenAsTheFactsReachBack()
    {
        var counts = Names.ToDictionary(name => name, name => Months.Count(month => ResultOf(month, name).IsAvailable));
        counts.Should().Equal(new Dictionary<string, int>
        {
            ["attainment_to_date"] = 528, // the one without a target in the first month has none all year
            ["attainment_to_date.target"] = 540,
            ["attainment_to_date.attainment"] = 528,
            ["attainment_to_date.gap"] = 528,
            ["attainment_to_date.score"] = 528,
            ["attainment_to_date.status"] = 528,
            ["sales_year_to_date"] = 540,
            ["sales_quarter_to_date"] = 540,
            ["sales_mean"] = 504, // 18 people have two first months
            ["sales_growth"] = 522,
            ["sales_growth_year"] = 324, // and twelve in which there is no year before
            ["sales_growth_year.score"] = 324,
            ["margin.score"] = 529,
            ["margin_to_date"] = 408, // 11 without a cost in the first month have none all year
            ["scorecard.results"] = 539,
            ["scorecard.profit"] = 529,
            ["scorecard.growth"] = 324,
            ["scorecard"] = 540,
            ["scorecard.grade"] = 540,
        });
    }

    [SharedFact(FactsFile)]
    public void Grades_AreAsManyAsTheScoresSay() =>
        Months.GroupBy(month => ResultOf(month, "scorecard.grade").Text!)
            .OrderBy(grade => grade.Key).Select(grade => (grade.Key, grade.Count()))
            .Should().Equal(("A", 280), ("B", 163), ("C", 80), ("D", 17));

    [SharedFact(FactsFile)]
    public void StatusesToDate_AreAsManyAsTheYearsOnTheirWay() =>
        Months.GroupBy(month => ResultOf(month, "attainment_to_date.status").Text ?? "none")
            .OrderBy(status => status.Key).Select(status => (status.Key, status.Count()))
            .Should().Equal(("green", 433), ("none", 12), ("red", 37), ("yellow", 58));

    /// <summary>Time functions in each other, in formulas around them, and over other KPIs.</summary>
    [SharedFact(FactsFile)]
    public void FurtherQuestions_AreAnsweredAsPlainArithmeticDoes()
    {
        var arithmetic = new AdventureWorksArithmetic(Months);
        var questions = Questions(arithmetic);
        var evaluations = Evaluate(WithKpis(questions.Select(question => question.Formula)));
        var comparison = new Comparison();
        foreach (var month in Months)
        {
            for (var i = 0; i < questions.Count; i++)
            {
                var result = evaluations[month.Period][month.Subject][$"question {i}"];
                comparison.Add(
                    $"{month.Subject} {month.Period} {questions[i].Formula}",
                    result.Value,
                    questions[i].Answer(month.Subject, Stretch.Of(month.Period)));
            }
        }

        comparison.ShouldAgree(there: 7318, notThere: 1322);
    }

    /// <summary>
    /// Everybody comes in a July. In calendar years that is in the middle: no year is known in 2017, and who comes later is
    /// judged by the half that is left.
    /// </summary>
    [SharedFact(FactsFile)]
    public void CalendarYears_CountFromThePersonsFirstMonthOn()
    {
        var arithmetic = new AdventureWorksArithmetic(Months, yearBegins: 1);
        var evaluations = Evaluate(Changed(json => json["settings"]!["fiscalYearStart"] = 1));
        var comparison = new Comparison();
        foreach (var month in Months)
        {
            var expected = arithmetic.Results(month.Subject, Stretch.Of(month.Period))
                .ToDictionary(result => result.Name, result => result.Expected);
            foreach (var name in (string[])["sales_year_to_date", "sales_quarter_to_date", "attainment_to_date", "margin_to_date"])
                comparison.Add(
                    $"{month.Subject} {month.Period} {name}", evaluations[month.Period][month.Subject][name].Value, expected[name]);
        }

        comparison.ShouldAgree(there: 1944, notThere: 216);
        evaluations["2019-12"]["294"]["sales_year_to_date"].Number.Should().Be(
            Months.Where(month => month.Subject == "294" && month.Period.StartsWith("2019")).Sum(month => month.Sales));
    }

    [SharedTheory(FactsFile)]
    [InlineData("2017-07", "272", "sales_growth", "there are no facts for 2017-06")]
    [InlineData("2017-08", "272", "sales_mean", "there are no facts for 2017-06")]
    [InlineData("2018-06", "272", "sales_growth_year", "there are no facts for 2017-06")]
    [InlineData("2018-07", "290", "sales_growth", "there are no facts for 2018-06")]
    [InlineData("2019-07", "294", "sales_growth_year", "there are no facts for 2018-07")]
    [InlineData("2017-07", "272", "margin_to_date", "'cost' is missing")]
    [InlineData("2018-06", "293", "margin_to_date", "'cost' is missing (2017-07)")]
    [InlineData("2017-07", "283", "attainment_to_date", "'sales_amount.target' is missing")]
    [InlineData("2018-06", "283", "attainment_to_date", "'sales_amount.target' is missing (2017-07)")]
    [InlineData("2017-07", "283", "scorecard.results", "no KPI of 'scorecard.results' has a score")]
    public void Cause_NamesTheFactOrThePeriod(string period, string subject, string result, string root) =>
        Evaluated.Value[period][subject][result].Cause!.Root.Message("en").Should().Be(root);

    private static List<(string Formula, Func<string, Stretch, decimal?> Answer)> Questions(AdventureWorksArithmetic plain)
    {
        decimal? Sales(string who, Stretch month, int back = 0) => plain.Sales(who, month.Back(back));
        decimal? ToDate(string who, Stretch month) => plain.Sales(who, plain.YearToDate(month));
        decimal? Margin(string who, Stretch month, int back = 0) => plain.Margin(who, month.Back(back));
        decimal? Mean(string who, Stretch month, int back = 0) => plain.MeanSales(who, month.Back(back));
        decimal? IsTrue(bool? held) => held is null ? null : held.Value ? 1 : 0;
        bool? Falling(params decimal?[] values) =>
            values.Contains(null) ? null : values.Zip(values.Skip(1)).All(pair => pair.First > pair.Second);

        return
        [
            ("previous(sales)", (who, month) => Sales(who, month, 1)),
            ("previous(sales, 6)", (who, month) => Sales(who, month, 6)),
            ("default(previous(sales), 0)", (who, month) => Sales(who, month, 1) ?? 0),
            ("sumOf(sales, 12)", (who, month) =>
                Enumerable.Range(0, 12).Aggregate((decimal?)0, (sum, back) => sum + Sales(who, month, back))),
            ("averageOf(margin, 6)", (who, month) =>
                Enumerable.Range(0, 6).Aggregate((decimal?)0, (sum, back) => sum + Margin(who, month, back)) / 6),
            ("sumOf(sales / previous(sales), 2)", (who, month) =>
                Sales(who, month) / Sales(who, month, 1) + Sales(who, month, 1) / Sales(who, month, 2)),
            ("growth(averageOf(sales, 3))", (who, month) => Mean(who, month) / Mean(who, month, 1) - 1),
            ("growth(sales_year_to_date, 12)", (who, month) => ToDate(who, month) / ToDate(who, month.Back(12)) - 1),
            ("previous(sales_quarter_to_date, 3)", (who, month) => plain.Sales(who, plain.QuarterToDate(month.Back(3)))),
            ("sameLastYear(margin_to_date)", (who, month) => plain.Margin(who, plain.YearToDate(month.Back(12)))),
            ("if(declining(sales, 3), 1, 0)", (who, month) =>
                IsTrue(Falling(Sales(who, month, 3), Sales(who, month, 2), Sales(who, month, 1), Sales(who, month)))),
            ("if(rising(sales_mean, 2), 1, 0)", (who, month) =>
                IsTrue(Falling(Mean(who, month), Mean(who, month, 1), Mean(who, month, 2)))),
            ("ytd(sales_amount.gap)", (who, month) => plain.Target(who, plain.YearToDate(month)) - ToDate(who, month)),
            ("ytd(sales - 2 * own_sales)", (who, month) =>
                ToDate(who, month) - 2 * plain.Sum(who, plain.YearToDate(month), facts => facts.OwnSales)),
            ("qtd(1 - 2 * margin)", (who, month) => 1 - 2 * plain.Margin(who, plain.QuarterToDate(month))),
            ("previous(scorecard)", (who, month) => plain.HasFacts(who, month.Back(1))
                ? plain.Results(who, month.Back(1)).Single(result => result.Name == "scorecard").Expected.Number
                : null),
        ];
    }

    private static CellValue ResultOf(Month month, string name) => Evaluated.Value[month.Period][month.Subject][name];

    private static Dictionary<string, PeriodEvaluation> Evaluate(Policy policy)
    {
        var facts = ReadDataset(policy);
        var evaluations = facts.Periods.ToDictionary(period => period.ToString(), period => policy.Evaluate(facts, period));
        evaluations.Values.SelectMany(evaluation => evaluation.Issues).Should().BeEmpty();
        return evaluations;
    }
}
