// Evaluates quarters, half years and years that are made of months, fiscal and calendar ones, and holds them against plain arithmetic.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.AdventureWorks.AdventureWorksData;

namespace KpiRules.Tests.AdventureWorks;

public sealed class AdventureWorksPeriodTests
{
    private static readonly string[] Figures =
    [
        "sales_amount", "sales_amount.target", "sales_amount.attainment", "sales_amount.gap", "sales_amount.score", "sales_amount.status",
        "margin", "average_order", "revenue_per_customer", "own_share",
    ];

    /// <summary>All that lies within the 36 months.</summary>
    private static readonly Stretch[] Stretches =
    [
        .. Every(
            3,
            "2017-07",
            "FY2018-Q1 FY2018-Q2 FY2018-Q3 FY2018-Q4 FY2019-Q1 FY2019-Q2 FY2019-Q3 FY2019-Q4 FY2020-Q1 FY2020-Q2 FY2020-Q3 FY2020-Q4"),
        .. Every(3, "2017-07", "2017-Q3 2017-Q4 2018-Q1 2018-Q2 2018-Q3 2018-Q4 2019-Q1 2019-Q2 2019-Q3 2019-Q4 2020-Q1 2020-Q2"),
        .. Every(6, "2017-07", "FY2018-H1 FY2018-H2 FY2019-H1 FY2019-H2 FY2020-H1 FY2020-H2"),
        .. Every(6, "2017-07", "2017-H2 2018-H1 2018-H2 2019-H1 2019-H2 2020-H1"),
        .. Every(12, "2017-07", "FY2018 FY2019 FY2020"),
        .. Every(12, "2018-01", "2018 2019"),
    ];

    /// <summary>41 periods with 618 people in all, 10 results each.</summary>
    [SharedFact(FactsFile)]
    public void EveryFigure_IsThatOfTheMonthsAddedUp() => Compare(Figures.Contains).ShouldAgree(there: 6059, notThere: 121);

    /// <summary>19 more: a quarter is compared with the quarter before and a year earlier, and counts towards its year.</summary>
    [SharedFact(FactsFile)]
    public void EveryResultOverTime_IsWhatPlainArithmeticGives() =>
        Compare(name => !Figures.Contains(name)).ShouldAgree(there: 9856, notThere: 1886);

    /// <summary>Calendar years are where people come in the middle: what they have sold since is their year.</summary>
    [SharedTheory(FactsFile)]
    [InlineData("2018", "2018-H2", new[] { "290", "291", "292" })]
    [InlineData("2019", "2019-H2", new[] { "294", "295", "296" })]
    public void MonthsBeforeThePersonsFirst_DoNotCount(string year, string half, string[] newcomers)
    {
        var (ofYear, ofHalf) = (Ruleset.Evaluate(AllFacts, Period.Parse(year)), Ruleset.Evaluate(AllFacts, Period.Parse(half)));
        foreach (var subject in ofYear.Subjects)
        {
            var isAsInTheHalf = Figures.All(name => ofYear[subject][name].Value == ofHalf[subject][name].Value);
            isAsInTheHalf.Should().Be(newcomers.Contains(subject), "{0} came then or not", subject);
        }
    }

    /// <summary>What is sold is known up to June; a target is one for the whole year, and those of its second half are not given.</summary>
    [SharedFact(FactsFile)]
    public void RunningYear_HasTheSalesOfItsMonthsSoFar()
    {
        var asOfJune = Ruleset.Evaluate(AllFacts, Period.Parse("2020"), new DateTime(2020, 6, 30));
        var half = Ruleset.Evaluate(AllFacts, Period.Parse("2020-H1"));
        asOfJune.Subjects.Should().HaveCount(18).And.Equal(half.Subjects);
        foreach (var name in (string[])["sales_amount", "margin", "average_order", "revenue_per_customer", "own_share"])
            asOfJune.Column(name).Select(result => result.Value).Should().Equal(half.Column(name).Select(result => result.Value));
        asOfJune.Column("sales_amount.target").Select(result => result.Cause!.Root.Message("en"))
            .Should().OnlyContain(cause => cause == "there are no facts for 2020-07");
    }

    /// <summary>
    /// Months added up count a reseller for every month in which it orders. Whoever orders does so every third month at most,
    /// so quarters are right by luck, and years are not.
    /// </summary>
    [SharedTheory(LinesFile)]
    [InlineData("FY2020-Q3", "2020-01", 3, 440, 440)]
    [InlineData("FY2020", "2019-07", 12, 1785, 493)]
    public void CustomersOfMonths_AreThoseOfEachMonthAddedUp(string period, string first, int length, int counted, int resellers)
    {
        var (header, lines) = ReadCsv(LinesFile);
        var (date, reseller) = (Array.IndexOf(header, "date"), Array.IndexOf(header, "reseller"));
        var stretch = new Stretch(period, Stretch.Index(first), length);
        var ordering = lines.Where(line => Stretch.Index(line[date]) >= stretch.From && Stretch.Index(line[date]) <= stretch.To).ToList();
        ordering.Select(line => line[reseller]).Distinct().Should().HaveCount(resellers);
        ordering.Select(line => (line[reseller], Stretch.Index(line[date]))).Distinct().Should().HaveCount(counted);

        var vicePresident = Ruleset.Evaluate(AllFacts, Period.Parse(period))["277"];
        vicePresident["revenue_per_customer"].Number.Should().Be(vicePresident["sales_amount"].Number / counted);
    }

    [SharedTheory(FactsFile)]
    [InlineData("2020", "sales_amount", "there are no facts for 2020-07")]
    [InlineData("2017", "sales_amount", "facts are needed from 2017-01 on, but are complete only from 2017-07-01")]
    [InlineData("2017-Q3", "margin", "'cost' is missing (2017-07)")]
    [InlineData("FY2018", "margin_to_date", "'cost' is missing (2017-07)")]
    [InlineData("FY2018-Q1", "sales_growth", "there are no facts for FY2017-Q4")]
    [InlineData("2018", "sales_growth", "facts are needed from 2017-01 on, but are complete only from 2017-07-01")]
    public void Cause_NamesTheFactOrThePeriod(string period, string result, string root) =>
        Ruleset.Evaluate(AllFacts, Period.Parse(period))["272"][result].Cause!.Root.Message("en").Should().Be(root);

    [SharedTheory(FactsFile)]
    [InlineData("2018", "sales_year_to_date")] // from one fiscal year into the next
    [InlineData("FY2018", "sales_quarter_to_date")] // longer than a quarter
    public void ToDate_IsNotAskedOfWhatIsLongerOrLiesAcross(string period, string result)
    {
        var cause = Ruleset.Evaluate(AllFacts, Period.Parse(period))["272"][result].Cause!.Root;
        (cause.Kind, cause.Name).Should().Be((CauseKind.AcrossPeriods, period));
    }

    private static Comparison Compare(Func<string, bool> isOfInterest)
    {
        var arithmetic = new AdventureWorksArithmetic(Months);
        var people = Months.Select(month => month.Subject).Distinct().ToList();
        var comparison = new Comparison();
        foreach (var stretch in Stretches)
        {
            var evaluation = Ruleset.Evaluate(AllFacts, Period.Parse(stretch.Name));
            evaluation.Issues.Should().OnlyContain(
                issue => issue.Code == "KPI6020", "only the monthly incentives have no place in a longer period");
            evaluation.Subjects.Should().BeEquivalentTo(people.Where(subject => arithmetic.HasFacts(subject, stretch)));
            foreach (var subject in evaluation.Subjects)
            {
                foreach (var (name, expected) in arithmetic.Results(subject, stretch).Where(result => isOfInterest(result.Name)))
                    comparison.Add($"{subject} {stretch.Name} {name}", evaluation[subject][name].Value, expected);
            }
        }

        return comparison;
    }

    private static IEnumerable<Stretch> Every(int months, string first, string names) =>
        names.Split(' ').Select((name, i) => new Stretch(name, Stretch.Index(first) + i * months, months));
}
