using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What lies before the period: holes, beginnings, completeness; and periods made of shorter ones.</summary>
public sealed class HistoryTests
{
    private static readonly Policy Policy = Read("");

    [Theory]
    [InlineData("ytd", "", "2026-03", "facts are needed from 2026-01 on, but are complete only from 2026-03-01")]
    [InlineData("ytd", "2026-01", "2026-02,2026-03", null)]
    [InlineData("ytd", "2026-01", "2026-01,2026-03", "there are no facts for 2026-02")]
    [InlineData("previous", "", "2026-01,2026-03", "there are no facts for 2026-02")]
    [InlineData("previous", "", "2026-02,2026-03", null)]
    [InlineData("three", "", "2026-02,2026-03", "there are no facts for 2026-01")]
    [InlineData("year_ago", "", "2025-03,2026-03", null)]
    [InlineData("year_ago", "", "2026-03", "there are no facts for 2025-03")]
    [InlineData("visited", "", "2026-02,2026-03", "'visits' is missing (2026-02)")]
    [InlineData("visited_to_date", "", "2026-01,2026-02,2026-03", "'visits' is missing (2026-01)")]
    [InlineData("growth_of_rate", "", "2026-02,2026-03", "'rate_of' is not available: 'visits' is missing")]
    [InlineData(
        "target_to_date",
        "",
        "2026-03",
        "'ytd(fixed.target)' is not available: facts are needed from 2026-01 on, but are complete only from 2026-03-01")]
    [InlineData("target_to_date", "2026-01", "2026-01,2026-03", null)] // owed in February too
    public void Cause_SaysWhereHistoryEnds(string kpi, string complete, string months, string? cause)
    {
        var facts = Dataset.Build(builder =>
        {
            if (complete.Length > 0)
                builder.CompleteFrom(complete);
            foreach (var month in months.Split(','))
                builder.Add("ann", month, ("sales", 10));
        });
        var value = Policy.Evaluate(facts, Period.Parse("2026-03"))["ann"][kpi];
        (value.Cause?.Explain("en")).Should().Be(cause);
        value.IsAvailable.Should().Be(cause is null);
    }

    [Fact]
    public void ASubjectWithoutHistory_HasNone()
    {
        var ann = new Subject("ann") { ["sales"] = 10, ["visits"] = 5 };
        var march = Policy.Evaluate(ann, Period.Parse("2026-03"));
        march["previous"].Cause!.Explain("en").Should().Be("there are no facts for 2026-02");
        march["ytd"].Cause!.Explain("en").Should().Be("facts are needed from 2026-01 on, but are complete only from 2026-03-01");
        Policy.Evaluate(ann, Period.Parse("2026-01"))["ytd"].Number.Should().Be(10);
    }

    [Fact]
    public void ACauseInAnEarlierPeriod_NamesIt()
    {
        var facts = Dataset.Build(
            builder => builder.Add("ann", "2026-02", ("sales", 10)).Add("ann", "2026-03", ("sales", 10), ("visits", 5)));
        var cause = Policy.Evaluate(facts, Period.Parse("2026-03"))["ann"]["growth_of_rate"].Cause!;
        cause.Explain("en").Should().Be("'rate_of' is not available (2026-02): 'visits' is missing (2026-02)");
        cause.Explain("zh").Should().Be("“rate_of”不可用（2026-02）：缺少“visits”（2026-02）");
        (cause.Root.Name, cause.Root.Period).Should().Be(("visits", Period.Parse("2026-02")));
    }

    /// <summary>What formulas ask of earlier days and weeks, and what has no counterpart a year before.</summary>
    [Theory]
    [InlineData("2024-03-01", "2024-02-29", "2023-03-01")]
    [InlineData("2024-02-29", "2024-02-28", null)]
    [InlineData("2026-W01", "2025-W52", "2025-W01")]
    [InlineData("2026-W53", "2026-W52", null)]
    [InlineData("2027-W01", "2026-W53", "2026-W01")]
    [InlineData("2026-Q1", "2025-Q4", "2025-Q1")]
    [InlineData("FY2026-H1", "FY2025-H2", "FY2025-H1")]
    [InlineData("2026", "2025", "2025")]
    public void EarlierPeriods_AreOfTheSameLength(string period, string before, string? yearBefore)
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("ann", period, ("sales", 1)).Add("ann", before, ("sales", 2));
            if (yearBefore is not null && yearBefore != before)
                builder.Add("ann", yearBefore, ("sales", 3));
        });
        var ann = Policy.Evaluate(facts, Period.Parse(period))["ann"];
        ann["previous"].Number.Should().Be(2);
        ann["year_ago"].Number.Should().Be(yearBefore is null ? null : yearBefore == before ? 2 : 3);
        if (yearBefore is null)
            ann["year_ago"].Cause!.Explain("en").Should().Be($"one year before {period} there is no such day or week");
    }

    /// <summary>The year begins in April; weeks belong to the year of their Thursday.</summary>
    [Theory]
    [InlineData("2026-04", 1, 1)]
    [InlineData("2026-06", 3, 3)]
    [InlineData("2026-07", 4, 1)]
    [InlineData("2027-03", 12, 3)]
    [InlineData("FY2027-Q3", 3, 1)]
    [InlineData("FY2027-H2", 2, null)]
    [InlineData("FY2027", 1, null)]
    [InlineData("2026-04-30", 30, 30)]
    [InlineData("2026-W14", 1, 1)] // Thursday 2 April
    [InlineData("2026-W27", 14, 1)] // Thursday 2 July
    [InlineData("2026-Q3", 2, 1)] // calendar quarters fit into a year from April
    [InlineData("2026-H2", null, null)] // begun in the middle of a quarter's year: July to December are not the year from April
    [InlineData("2026", null, null)]
    public void ToDate_BeginsWithThePolicysYearAndQuarter(string period, int? periodsOfYear, int? periodsOfQuarter)
    {
        var policy = Read("\"settings\": { \"fiscalYearStart\": 4 },");
        var last = Period.Parse(period);
        var facts = Dataset.Build(builder =>
        {
            for (var back = 0; back < 40; back++)
                builder.Add("ann", last.Add(-back), ("sales", 1));
        });
        var ann = policy.Evaluate(facts, last)["ann"];
        ann["ytd"].Number.Should().Be(periodsOfYear);
        ann["qtd"].Number.Should().Be(periodsOfQuarter);
        if (periodsOfYear is null)
            ann["ytd"].Cause!.Explain("en")
                .Should().Be($"ytd has no value for {period}, which does not lie within one year or quarter of the policy");
    }

    [Fact]
    public void ALongerPeriod_TakesItsOwnFactsOrCombinesShorterOnes_MeasureByMeasure()
    {
        var facts = Dataset.Build(builder => builder
            .Add(
                "ann", "2026-01", ("sales", 10), ("visits", 1), ("stock", 5), ("rate", 0.2m), ("peak", 3), ("goal.target", 100),
                ("level", "junior"))
            .Add(
                "ann", "2026-02", ("sales", 20), ("visits", 2), ("stock", 6), ("rate", 0.4m), ("peak", 9), ("goal.target", 110),
                ("level", "senior"))
            .Add("ann", "2026-03", ("sales", 30), ("visits", 3), ("stock", 7), ("rate", 0.9m), ("peak", 4), ("goal.target", 120))
            .Add("ann", "2026-Q1", ("visits", 600))
            .Add("bob", "2026-02", ("sales", 1), ("visits", 1), ("peak", 1))
            .Add("bob", "2026-03", ("sales", 1), ("visits", 1), ("peak", 1)));
        var quarter = Policy.Evaluate(facts, Period.Parse("2026-Q1"));
        quarter.Subjects.Should().Equal("ann", "bob");
        quarter.Issues.Should().BeEmpty();
        var ann = quarter["ann"];
        ann["k_sales"].Number.Should().Be(60);
        ann["k_visits"].Number.Should().Be(600, "it is given for the quarter itself");
        ann["k_stock"].Number.Should().Be(7, "the last");
        ann["k_peak"].Number.Should().Be(9, "the greatest");
        ann["k_rate"].Number.Should().Be(0.5m, "the mean of 0.2, 0.4 and 0.9");
        ann["goal.target"].Number.Should().Be(330, "those of the months");
        ann["fixed.target"].Number.Should().Be(300, "a constant that adds up counts once for every month");
        ann["by_level.target"].Number.Should().Be(40 + 50 + 50, "each month with the level it had");
        ann["formula.target"].Number.Should().Be(2 * 60 + 3 * 10, "its terms combine as the target does");
        ann["kept.target"].Number.Should().Be(0.5m, "of a ratio the last holds");
        var bob = quarter["bob"];
        bob["k_sales"].Number.Should().Be(2, "he came in February");
        bob["fixed.target"].Number.Should().Be(200);
        bob["k_stock"].Cause!.Explain("en").Should().Be("'stock' is missing (2026-03)");
        bob["goal.target"].Cause!.Root.ToString().Should().Be("'goal.target' is missing (2026-02)");
    }

    [Fact]
    public void ALongerPeriodStillRunning_IsMadeOfWhatHasBegun_ButItsTargetIsWhole()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-01", ("sales", 310), ("goal.target", 300))
            .Add("ann", "2026-02", ("sales", 70), ("goal.target", 300))
            .Add("ann", "2026-03", ("sales", 999), ("goal.target", 300)));
        var asOf = Policy.Evaluate(facts, Period.Parse("2026-Q1"), new(2026, 2, 14))["ann"];
        asOf["k_sales"].Number.Should().Be(380, "March has not begun");
        asOf["goal.target"].Number.Should().Be(900);
        asOf["fixed.target"].Number.Should().Be(300);
        asOf["goal.expected"].Number.Should().Be(450, "45 of 90 days have passed");
        Policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"]["k_sales"].Number.Should().Be(1379);
    }

    [Fact]
    public void ALongerPeriod_ReachesBackOnlyAsFarAsTheFactsAreComplete()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-02", ("sales", 1))
            .Add("ann", "2026-03", ("sales", 1))
            .Add("ann", "2026-05", ("sales", 1))
            .Add("ann", "2026-06", ("sales", 1)));
        Policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"]["k_sales"].Cause!.Explain("en")
            .Should().Be("facts are needed from 2026-01 on, but are complete only from 2026-02-01");
        Policy.Evaluate(facts, Period.Parse("2026-Q1"))["ann"]["k_stock"].Cause!.Explain("en")
            .Should().Be("'stock' is missing (2026-03)", "the last needs no others");
        Policy.Evaluate(facts, Period.Parse("2026-Q2"))["ann"]["k_sales"].Cause!.Explain("en")
            .Should().Be("there are no facts for 2026-04");
    }

    [Fact]
    public void AYear_IsMadeOfTheLongestPeriodsGiven()
    {
        var facts = Dataset.Build(builder =>
        {
            for (var month = 1; month <= 12; month++)
                builder.Add("ann", $"2026-{month:00}", ("sales", 1));
            for (var quarter = 1; quarter <= 4; quarter++)
                builder.Add("ann", $"2026-Q{quarter}", ("visits", 10));
            builder.Add("bob", "2026-H1", ("sales", 5)).Add("bob", "2026-H2", ("sales", 6));
        });
        var year = Policy.Evaluate(facts, Period.Parse("2026"));
        (year["ann"]["k_sales"].Number, year["ann"]["k_visits"].Number, year["bob"]["k_sales"].Number).Should().Be((12, 40, 11));
    }

    [Fact]
    public void AYearOfQuartersAndMonths_IsMadeOfBoth()
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("ann", "2026-Q1", ("sales", 60));
            for (var month = 4; month <= 12; month++)
                builder.Add("ann", $"2026-{month:00}", ("sales", 10));
        });
        Policy.Evaluate(facts, Period.Parse("2026"))["ann"]["k_sales"].Number.Should().Be(150);
        Policy.Evaluate(facts, Period.Parse("2026-H1"))["ann"]["k_sales"].Number.Should().Be(90);
        Policy.Evaluate(facts, Period.Parse("2026-Q2"))["ann"]["ytd"].Number.Should().Be(90);
    }

    /// <summary>A window has one mean, however long the periods are in which it is looked at.</summary>
    [Theory]
    [InlineData("2026-06")]
    [InlineData("2026-Q2")]
    [InlineData("2026-H1")]
    public void AMeanToDate_CountsEveryPeriodOnce(string period)
    {
        var facts = Dataset.Build(builder => builder.CompleteFrom("2026-01")
            .Add("ann", "2026-03", ("rate", 0.9m)).Add("ann", "2026-04", ("rate", 0.1m))
            .Add("ann", "2026-05", ("rate", 0.1m)).Add("ann", "2026-06", ("rate", 0.1m)));
        Policy.Evaluate(facts, Period.Parse(period))["ann"]["rate_to_date"].Number.Should().Be(0.3m);
    }

    /// <summary>What a subject is has a value in every period; what it was does not, in a period without facts.</summary>
    [Fact]
    public void AnAttributeOfAnEarlierPeriod_NeedsFactsThen()
    {
        var facts = Dataset.Build(builder =>
            builder.Add("ann", "2026-03", ("sales", 1)).Add("ann", "2026-05", ("sales", 1)).AddSubject("ann", ("level", "senior")));
        Policy.Evaluate(facts, Period.Parse("2026-05"))["ann"]["was_senior"].Cause!.Explain("en")
            .Should().Be("there are no facts for 2026-04");
        facts = Dataset.Build(
            builder => builder.Add("ann", "2026-04", ("sales", 1)).Add("ann", "2026-05", ("sales", 1), ("level", "senior")));
        Policy.Evaluate(facts, Period.Parse("2026-05"))["ann"]["was_senior"].Cause!.Explain("en")
            .Should().Be("'level' is missing (2026-04)");
    }

    [Fact]
    public void ADivisionInAnEarlierPeriod_NamesIt()
    {
        var facts = Dataset.Build(
            builder => builder.Add("ann", "2026-04", ("sales", 0), ("visits", 0)).Add("ann", "2026-05", ("sales", 1), ("visits", 1)));
        var ann = Policy.Evaluate(facts, Period.Parse("2026-05"))["ann"];
        ann["growth"].Cause!.Explain("en").Should().Be("'growth' divides by zero (sales is 0) (2026-04)");
        ann["inline"].Cause!.Explain("en").Should().Be("'inline' divides by zero (visits - 0 is 0) (2026-04)");
    }

    [Fact]
    public void AMonth_IsMadeOfItsDaysAndOfTheWeeksOfItsThursdays()
    {
        var daily = Dataset.Build(builder =>
        {
            for (var day = Period.Parse("2026-01-26"); day.CompareTo(Period.Parse("2026-04-05")) < 0; day = day.Add(1))
                builder.Add("ann", day, ("sales", 1));
        });
        Policy.Evaluate(daily, Period.Parse("2026-02"))["ann"]["k_sales"].Number.Should().Be(28);
        var weekly = Dataset.Build(builder =>
        {
            for (var week = 1; week <= 15; week++)
                builder.Add("ann", $"2026-W{week:00}", ("sales", 1));
        });
        // Thursdays of January 2026: 1, 8, 15, 22, 29; of February: 5, 12, 19, 26
        Policy.Evaluate(weekly, Period.Parse("2026-01"))["ann"]["k_sales"].Number.Should().Be(5);
        Policy.Evaluate(weekly, Period.Parse("2026-02"))["ann"]["k_sales"].Number.Should().Be(4);
    }

    [Fact]
    public void AFactOfTheWrongType_IsReportedOnce_WithItsOwnPeriod()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-01", ("sales", "ten")).Add("ann", "2026-02", ("sales", 1)).Add("ann", "2026-03", ("sales", 1)));
        var evaluation = Policy.Evaluate(facts, Period.Parse("2026-03"));
        evaluation["ann"]["ytd"].Cause!.Explain("en")
            .Should().Be("'sales' was given but could not be used (see the data issues) (2026-01)");
        evaluation.Issues.Select(issue => issue.ToString())
            .Should().Equal("data issue KPI6002: ann 2026-01: 'sales' must be a number, but 'ten' is text; it counts as not given");
    }

    /// <summary>
    /// A closed quarter and the months of a running one, with nothing standing in for the quarter that is made of months.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData("\"settings\": { \"missing\": \"zero\" },")]
    public void AYearStillRunning_LosesNoMonth(string settings)
    {
        var facts = Dataset.Build(builder =>
            builder.Add("ann", "2026-Q1", ("sales", 100)).Add("ann", "2026-04", ("sales", 10)).Add("ann", "2026-05", ("sales", 10)));
        Read(settings).Evaluate(facts, Period.Parse("2026"), new(2026, 5, 31))["ann"]["k_sales"].Number.Should().Be(120);
    }

    [Fact]
    public void ATargetByFormula_IsWholeToo()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-01", ("sales", 50), ("visits", 100))
            .Add("ann", "2026-02", ("sales", 50), ("visits", 100)).Add("ann", "2026-03", ("visits", 100)));
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" }, "visits": {} },
              "kpis": { "k": { "formula": "sales", "unit": "money", "target": "visits + 100" }, "rate": { "formula": "sales / visits", "unit": "percent", "target": "if(sales >= 100, 90%, 80%)" } } }
            """).Policy!;
        var ann = policy.Evaluate(facts, Period.Parse("2026-Q1"), new(2026, 2, 28))["ann"];
        ann["k"].Number.Should().Be(100);
        ann["k.target"].Number.Should().Be(600);
        ann["rate.target"].Cause!.Explain("en")
            .Should().StartWith("'sales' is missing (2026-03)", "of a rate the last holds, and it looks at what is not there");
        policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]["rate.target"].Number.Should().Be(0.8m);
    }

    /// <summary>A week is where its Thursday is: for histories, completeness, attributes and constants.</summary>
    [Fact]
    public void WeeksAtABound_GoByTheirThursday()
    {
        var facts = Dataset.Build(builder =>
        {
            builder.CompleteFrom("2026").Add("ann", "2026-W17", ("level", "junior")).Add("ann", "2026-W18", ("level", "senior"));
            for (var week = 1; week <= 20; week++)
                builder.Add("ann", $"2026-W{week:00}", ("sales", 1));
            for (var week = 14; week <= 20; week++)
                builder.Add("bob", $"2026-W{week:00}", ("sales", 1));
        });
        var april = Policy.Evaluate(facts, Period.Parse("2026-04"));
        april["ann"]["k_sales"].Number.Should().Be(5, "2, 9, 16, 23 and 30 April");
        april["ann"]["ytd"].Number.Should().Be(18, "week 1 has its Thursday in January");
        april["ann"]["by_level.target"].Number.Should().Be(50, "week 18 has its Thursday in April");
        april["bob"]["ytd"].Number.Should().Be(5, "he begins with the week of 2 April");
        Policy.Evaluate(facts, Period.Parse("2026"), new(2026, 5, 17))["bob"]["fixed.target"].Number.Should().Be(900, "April to December");
    }

    [Fact]
    public void WhatIsNoNumber_IsNotReplaced()
    {
        var facts = Dataset.Build(
            builder => builder.Add("ann", "2026-01", ("sales", double.NaN), ("visits", 1)).Add("ann", "2026-02", ("visits", 1)));
        var policy = Read("\"settings\": { \"missing\": \"zero\" },");
        policy.Evaluate(facts, Period.Parse("2026-01"))["ann"]["k_sales"].Number.Should().BeNull();
        policy.Evaluate(new Subject("ann") { ["sales"] = double.NaN }, Period.Parse("2026-01"))["k_sales"].Number.Should().BeNull();
        policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]["k_sales"].Number.Should().Be(0);
        policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]["ytd"].Number.Should().BeNull();
    }

    [Fact]
    public void AConstantValue_HasNoAttainmentToDate() =>
        Policy.Read("""
            { "id": "x", "version": "1", "parameters": { "base": 100 }, "measures": {},
              "kpis": { "k": { "formula": "base", "unit": "money", "target": "given" }, "to_date": { "formula": "ytd(k.attainment)" } } }
            """).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("KPI5013");

    /// <summary>What only says whether a KPI applies is not combined.</summary>
    [Fact]
    public void APercentInAppliesTo_NeedsNoCombine() =>
        Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": {}, "margin": { "unit": "percent" } },
              "kpis": { "k": { "formula": "sales", "appliesTo": "margin > 10%" }, "to_date": { "formula": "ytd(k)" } } }
            """).Diagnostics.Should().BeEmpty();

    [Fact]
    public void AFactOutOfBoundsInHistory_IsReported()
    {
        var policy = Policy.Read("""{ "id": "x", "version": "1", "measures": { "sales": { "min": 0 } }, "kpis": { "k": { "formula": "ytd(sales)" } } }""").Policy!;
        var facts = Dataset.Build(
            builder => builder.Add("ann", "2026-01", ("sales", -5), ("salse", 1)).Add("ann", "2026-02", ("sales", 1)));
        var evaluation = policy.Evaluate(facts, Period.Parse("2026-02"));
        evaluation["ann"]["k"].Number.Should().Be(-4);
        evaluation.Issues.Select(issue => issue.Code).Should().Equal("KPI6003", "KPI6001");
    }

    [Fact]
    public void ATargetForTheYear_BeginsNoHistory()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026", ("goal.target", 1000)).Add("ann", "2026-03", ("sales", 5)).Add("bob", "2026-01", ("sales", 1)));
        Policy.Evaluate(facts, Period.Parse("2026-03"))["ann"]["ytd"].Number.Should().Be(5);
    }

    [Fact]
    public void SumsBeyondADecimal_AreNotAvailable()
    {
        var facts = Dataset.Build(
            builder => builder.Add("ann", "2026-01", ("sales", decimal.MaxValue)).Add("ann", "2026-02", ("sales", decimal.MaxValue)));
        Policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]["ytd"].Cause!.Explain("en")
            .Should().Be("a number in 'sales' is too large (beyond 7.9 × 10^28)");
    }

    /// <summary>Functions within functions neither take long nor end the process.</summary>
    [Fact]
    public void NestedFunctions_ShareTheirParts()
    {
        var nested = string.Concat(Enumerable.Repeat("growth(", 60)) + "sales" + new string(')', 60);
        Read($"\"parameters\": {{ \"n\": 3 }},", $"\"deep\": {{ \"formula\": \"{nested}\" }},").Kpis.Should().NotBeEmpty();
        var wide = string.Concat(Enumerable.Repeat("sumOf(", 60)) + "sales + 1" + string.Concat(Enumerable.Repeat(", 366)", 60));
        Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "sales": {} }, "kpis": { "wide": { "formula": "{{wide}}" } } }""")
            .Diagnostics.Select(diagnostic => diagnostic.Code).Should().Equal("KPI5005");
    }

    private static Policy Read(string settings, string kpis = "")
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", {{settings}}
              "measures": {
                "sales": { "unit": "money" }, "visits": { "unit": "count" }, "stock": { "unit": "count", "combine": "last" },
                "rate": { "unit": "percent", "combine": "average" }, "peak": { "combine": "max" }
              },
              "attributes": { "level": { "type": "text" } },
              "kpis": {
                {{kpis}}
                "k_sales": { "formula": "sales" }, "k_visits": { "formula": "visits" }, "k_stock": { "formula": "stock" }, "k_rate": { "formula": "rate" }, "k_peak": { "formula": "peak" },
                "rate_of": { "formula": "sales / visits" },
                "ytd": { "formula": "ytd(sales)" }, "qtd": { "formula": "qtd(sales)" }, "previous": { "formula": "previous(sales)" }, "three": { "formula": "sumOf(sales, 3)" },
                "year_ago": { "formula": "sameLastYear(sales)" }, "visited": { "formula": "previous(visits)" }, "visited_to_date": { "formula": "ytd(visits)" },
                "rate_to_date": { "formula": "ytd(rate)" }, "growth": { "formula": "growth(sales)" }, "inline": { "formula": "previous(sales / (visits - 0))" },
                "was_senior": { "formula": "if(previous(level) = 'senior', 1, 0)" },
                "growth_of_rate": { "formula": "growth(rate_of)" },
                "goal": { "formula": "sales", "unit": "money", "target": "given" },
                "fixed": { "formula": "sales", "unit": "money", "target": 100 }, "target_to_date": { "formula": "ytd(fixed.target)" },
                "by_level": { "formula": "sales", "unit": "money", "target": "if(level = 'senior', 50, 40)" },
                "formula": { "formula": "sales", "unit": "money", "target": "2 * sales + 10" },
                "kept": { "formula": "sales / visits", "unit": "ratio", "target": 0.5 }
              } }
            """);
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }
}
