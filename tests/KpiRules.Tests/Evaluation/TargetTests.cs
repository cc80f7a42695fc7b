using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Targets of several periods where periods are of several lengths, and what is told of them.</summary>
public sealed class TargetTests
{
    /// <summary>A year of a quarter with facts of its own, and of months: each part in its own way.</summary>
    [Fact]
    public void AYearOfAQuarterAndMonths_TakesTheTargetOfEach()
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("ann", "2025-Q4", ("sales", 1000)).Add("ann", "2026-Q1", ("sales", 60));
            for (var month = 3; month <= 12; month++)
                builder.Add("ann", $"2026-{month:00}", ("sales", month));
        });
        var year = Policy.Evaluate(facts, Period.Parse("2026"))["ann"];
        // the quarter before the first; then each month the one before
        year["last_time.target"].Number.Should().Be(1000 + Enumerable.Range(3, 9).Sum());
        year["squared.target"].Number.Should().Be(60 * 60 + Enumerable.Range(4, 9).Sum(month => month * month));
        year["fixed.target"].Number.Should().Be(1200);
        year["shifted.target"].Number.Should().Be(60 + 300 + Enumerable.Range(4, 9).Sum() + 900, "a constant counts once for every month");
        Policy.Evaluate(facts, Period.Parse("2026-H1"))["ann"]["squared.target"].Number.Should().Be(60 * 60 + 16 + 25 + 36);
        Policy.Evaluate(facts, Period.Parse("2026-Q2"))["ann"]["squared_to_date"].Number.Should().Be(60 * 60 + 16 + 25 + 36);
    }

    /// <summary>What decides is what the target looks at, not what else the quarter says.</summary>
    [Fact]
    public void AQuarterThatGivesSomethingElse_IsMadeOfItsMonths()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-Q1", ("visits", 9), ("quota", 1))
            .Add("ann", "2026-01", ("sales", 1)).Add("ann", "2026-02", ("sales", 2), ("quota", 5)).Add("ann", "2026-03", ("sales", 3)));
        var quarter = Policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"];
        quarter["squared.target"].Number.Should().Be(14);
        quarter["by_quota.target"].Number.Should().Be(3, "the quota is given for the quarter itself, and counts once for every month");
        facts = Dataset.Build(
            builder => builder.Add("ann", "2026-01", ("quota", 4)).Add("ann", "2026-02", ("quota", 5)).Add("ann", "2026-03", ("sales", 3)));
        Policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"]["by_quota.target"].Number.Should().Be(14);
    }

    /// <summary>A month's target stands on its days; a quarter's on its months, be the facts those of days.</summary>
    [Fact]
    public void FactsOfDays_MakeTheMonthsWhoseTargetsMakeTheQuarter()
    {
        var facts = Dataset.Build(builder =>
        {
            for (var day = Period.Parse("2026-01-01"); day.CompareTo(Period.Parse("2026-04-01")) < 0; day = day.Add(1))
                builder.Add("ann", day, ("sales", 1), ("stock", day.Number));
        });
        var quarter = Policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"];
        quarter["squared.target"].Number.Should().Be(31 * 31 + 28 * 28 + 31 * 31);
        quarter["by_stock.target"].Number.Should().Be(31 + 59 + 90, "each month the last day's, and the months add up");
        quarter["greatest.target"].Number.Should().Be(31, "of days a measure goes by its own way, of months by the KPI's");
    }

    /// <summary>Weeks belong to the month of their Thursday: 1, 8, 15, 22 and 29 January.</summary>
    [Fact]
    public void AMonthOfWeeks_TakesThoseOfItsThursdays()
    {
        var policy = Read("\"settings\": { \"period\": \"week\" },");
        var facts = Dataset.Build(builder =>
        {
            for (var week = 1; week <= 10; week++)
                builder.Add("ann", $"2026-W{week:00}", ("sales", week));
        });
        policy.Evaluate(facts, Period.Parse("2026-01"))["ann"]["squared.target"].Number.Should().Be(1 + 4 + 9 + 16 + 25);
        policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]["squared.target"].Number.Should().Be(36 + 49 + 64 + 81);
        policy.Evaluate(facts, Period.Parse("2026-W06"))["ann"]["squared_to_date"].Number.Should().Be(91);
    }

    [Fact]
    public void AFiscalYear_IsMadeOfItsOwnMonths()
    {
        var policy = Read("\"settings\": { \"fiscalYearStart\": 4 },");
        var facts = Dataset.Build(builder =>
        {
            for (var month = 0; month < 15; month++)
                builder.Add("ann", Period.Parse("2026-01").Add(month), ("sales", month + 1));
        });
        policy.Evaluate(facts, Period.Parse("FY2027"))["ann"]["squared.target"]
            .Number.Should().Be(Enumerable.Range(4, 12).Sum(month => month * month));
        policy.Evaluate(facts, Period.Parse("2026-05"))["ann"]["squared_to_date"].Number.Should().Be(16 + 25);
    }

    /// <summary>Nothing stands in for a month without facts, and one subject alone has no others.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\"settings\": { \"missing\": \"zero\" },")]
    public void AMonthWithoutFacts_IsNotFilled(string settings)
    {
        var policy = Read(settings);
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-01", ("sales", 1)).Add("ann", "2026-03", ("sales", 3)));
        var cause = policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"]["squared.target"].Cause!;
        cause.Explain("en").Should().Be("there are no facts for 2026-02");
        policy.Evaluate(facts, Period.Parse("2026-03"))["ann"]["squared_to_date"].Cause!.Root.Explain("en")
            .Should().Be("there are no facts for 2026-02");
        var alone = new Subject("ann") { ["sales"] = 7 };
        policy.Evaluate(alone, Period.Parse("2026-Q1"))["squared.target"].Number.Should().Be(49);
        policy.Evaluate(alone, Period.Parse("2026-Q1"))["fixed.target"].Number.Should().Be(300);
        policy.Evaluate(alone, Period.Parse("2026-01"))["squared_to_date"].Number.Should().Be(49);
    }

    [Fact]
    public void ACauseWithinATarget_SaysInWhichMonth()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-01", ("visits", 1)).Add("ann", "2026-02", ("sales", 1)));
        Policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]["squared_to_date"].Cause!.Explain("en").Should()
            .Be("'ytd(squared.target)' is not available: 'sales' is missing (2026-01)");
    }

    [Fact]
    public void AnExplanation_TellsEachPeriodsTarget()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-01", ("sales", 2)).Add("ann", "2026-02", ("sales", 3)));
        var february = Policy.Evaluate(facts, Period.Parse("2026-02"))["ann"];
        february.Explain("squared_to_date").ToString().Replace("\r", "").Should().Be("""
            squared_to_date = 13.00
              ytd(squared.target) = 13.00

            ytd(squared.target) = 13.00
              sales * k_sales = 13.00
                squared.target 2026-01: 4
                squared.target 2026-02: 9

            """.Replace("\r", ""));
        february.Explain("squared.target").Steps.Single().Inputs.Select(input => input.Name).Should().Equal("sales", "k_sales");
    }

    /// <summary>A share of what others sell is combined by the unit of the target, be it only known from the formula.</summary>
    [Fact]
    public void GivenTargetsOfARate_GoTogetherAsRatesDo()
    {
        var policy = KpiRules.Policy.Read("""
            { "id": "x", "version": "1", "measures": { "won": { "unit": "money" }, "all": { "unit": "money" } },
              "kpis": { "rate": { "formula": "won / all", "target": "given" }, "together": { "formula": "everyone(rate.target)" } } }
            """).Policy!;
        var facts = Dataset.Build(
            builder => builder.Add("ann", "2026-01", ("rate.target", 0.2m)).Add("bob", "2026-01", ("rate.target", 0.4m)));
        policy.Evaluate(facts, Period.Parse("2026-01"))["ann"]["together"].Number.Should().Be(0.3m);
    }

    /// <summary>What an incentive comes to for each record is no constant.</summary>
    [Fact]
    public void AnIncentiveTimesAMeasure_DoesNotCombine() =>
        KpiRules.Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": {} }, "records": { "deals": { "fields": { "amount": {} } } },
              "incentives": { "bonus": { "each": "deals", "amount": "amount" } }, "kpis": { "k": { "formula": "ytd(sales * bonus)" } } }
            """).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("KPI5013");

    private static readonly Policy Policy = Read("");

    private static Policy Read(string settings)
    {
        var read = KpiRules.Policy.Read($$"""
            { "id": "x", "version": "1", {{settings}}
              "measures": { "sales": { "unit": "money" }, "visits": {}, "stock": { "combine": "last" } }, "attributes": { "quota": { "type": "number" } },
              "kpis": {
                "k_sales": { "formula": "sales" },
                "last_time": { "formula": "sales", "unit": "money", "target": "previous(sales)" },
                "squared": { "formula": "sales", "unit": "money", "target": "sales * k_sales" }, "squared_to_date": { "formula": "ytd(squared.target)" },
                "fixed": { "formula": "sales", "unit": "money", "target": 100 }, "shifted": { "formula": "sales", "unit": "money", "target": "sales + 100" },
                "by_quota": { "formula": "sales", "unit": "money", "target": "quota" },
                "by_stock": { "formula": "sales", "unit": "money", "target": "stock" }, "greatest": { "formula": "sales", "unit": "money", "combine": "max", "target": "sales" }
              } }
            """);
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }
}
