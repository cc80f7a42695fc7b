// Evaluates the retail store example for every month and holds every result against plain arithmetic on its file.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Testing;
using Xunit;
using static KpiRules.Tests.RetailStore.RetailStoreFile;

namespace KpiRules.Tests.RetailStore;

public sealed class RetailStoreTests
{
    private static readonly Lazy<List<(Row Row, SubjectEvaluation Results)>> Evaluated = new(Evaluate);

    [Fact]
    public void Ruleset_LoadsWithoutDiagnostics()
    {
        var read = Policy.ReadFile(RulesetPath);
        read.Diagnostics.Should().BeEmpty();
        read.Policy!.Kpis.Select(kpi => kpi.Name).Should().Equal(
            "销售额达成", "累计销售额", "毛利率", "回款率", "客单价", "退货率", "客户投诉", "成交率", "连带率", "客户回访", "拜访节奏", "欠访客户",
            "环比增长", "近三期均销");
    }

    [Fact]
    public void Ruleset_PassesItsOwnTests()
    {
        var tests = RulesetTests.Run(Ruleset.Value);
        tests.Should().HaveCount(45).And.OnlyContain(test => test.Expectations > 0);
        tests.SelectMany(test => test.Failures.Select(failure => $"{test.Name}: {failure.Result} {failure.Message("en")}"))
            .Should().BeEmpty();
        tests.SelectMany(test => test.Issues).Should().OnlyContain(
            issue => issue.Code == "KPI6020" || issue.Code == "KPI6038",
            "a quarter, and a closed week without sales, are looked at on purpose");
    }

    [Fact]
    public void Facts_GiveNoIssueInAnyMonthQuarterOrTheYear()
    {
        var periods = Data.Value.Periods.Select(period => period.ToString())
            .Concat(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026-H1", "2026-H2", "2026"]);
        periods.SelectMany(period => Ruleset.Value.Evaluate(Data.Value, Period.Parse(period)).Issues)
            .Should().OnlyContain(issue => issue.Code == "KPI6020", "only the monthly incentives have no place in a longer period");
    }

    /// <summary>Ten people, 115 person-months, 57 results each.</summary>
    [Fact]
    public void EveryResult_IsWhatPlainArithmeticGives()
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var (row, results) in Evaluated.Value)
        {
            foreach (var (name, expected) in Expected(row))
            {
                compared++;
                var actual = results[name];
                if (!Agree(expected, actual.Value))
                    differences.Add($"{row.Subject} {Year}-{row.Month:00} {name}: {actual} instead of {expected}");
            }
        }

        differences.Should().BeEmpty();
        compared.Should().Be(115 * 57);
    }

    [Fact]
    public void Results_AreMissing_WhereTheFileHasHoles()
    {
        NotAvailable("销售额达成").Should().BeEmpty();
        NotAvailable("销售额达成.target").Should().Equal("吴刚 10");
        NotAvailable("销售额达成.attainment").Should().Equal("孙悦 8", "吴刚 10"); // a target of zero, and none
        NotAvailable("累计销售额").Should().Equal("何平 10", "何平 11", "何平 12"); // nothing at all in September
        NotAvailable("累计销售额.target").Should().Equal("吴刚 10", "何平 10", "吴刚 11", "何平 11", "吴刚 12", "何平 12");
        NotAvailable("毛利率").Should().Equal("赵磊 3", "孙悦 8");
        NotAvailable("回款率").Should().Equal("李伟 6");
        NotAvailable("客单价").Should().Equal(
            "王芳 1", "王芳 2", "王芳 3", "林晓 5", "林晓 6", "林晓 7", "孙悦 8", "林晓 8", "林晓 9", "林晓 10"); // nine of them on probation
        NotAvailable("退货率").Should().Equal("孙悦 8");
        NotAvailable("客户投诉").Should().BeEmpty();
        NotAvailable("成交率").Should().Equal("孙悦 8", "陈静 11");
        NotAvailable("连带率").Should().Equal("孙悦 8");
        NotAvailable("客户回访").Should().BeEmpty();
        NotAvailable("拜访节奏").Should().Equal("赵磊 8"); // one customer's visits were not written down
        NotAvailable("环比增长").Should().HaveCount(12).And.EndWith(["林晓 5", "孙悦 9", "何平 10"]); // and nine in January
        NotAvailable("近三期均销").Should().HaveCount(22).And.EndWith(["林晓 5", "林晓 6", "何平 10", "何平 11"]); // and nine in January and February
        NotAvailable("scorecard.grade").Should().BeEmpty();
    }

    [Theory]
    [InlineData("赵磊", 3, "毛利率", CauseKind.MissingFact, "成本")]
    [InlineData("李伟", 6, "回款率", CauseKind.MissingFact, "应收")]
    [InlineData("陈静", 11, "成交率", CauseKind.MissingFact, "客流")]
    [InlineData("吴刚", 12, "累计销售额.target", CauseKind.MissingFact, "销售额达成.target")]
    [InlineData("孙悦", 8, "销售额达成.attainment", CauseKind.ZeroTarget, "销售额达成")]
    [InlineData("孙悦", 9, "环比增长", CauseKind.DivisionByZero, "环比增长")]
    [InlineData("何平", 12, "累计销售额", CauseKind.NoFacts, "2026-09")]
    [InlineData("王芳", 3, "客单价", CauseKind.DoesNotApply, "客单价")]
    public void WhatIsMissing_SaysWhy(string subject, int month, string result, CauseKind kind, string name)
    {
        var root = Results(subject, month)[result].Cause!.Root;
        (root.Kind, root.Name).Should().Be((kind, name));
    }

    [Fact]
    public void Grades_AreAsManyAsTheReadmeSays()
    {
        var grades = Evaluated.Value.Where(month => month.Row.Month < 12).Select(month => month.Results.Scorecard!.Grade).ToList();
        new[] { "优秀", "良好", "合格", "需提升" }.Select(grade => grades.Count(other => other == grade)).Should().Equal(39, 32, 20, 14);
    }

    [Fact]
    public void SalesOfTheYear_AddUp()
    {
        Evaluated.Value.Sum(month => month.Results.Kpis["销售额达成"].Value).Should().Be(22_706_621.50m);
        Results("周敏", 12).Kpis["累计销售额"].Value.Should().Be(3_229_721.80m);
        Results("林晓", 12).Kpis["累计销售额"].Value.Should().Be(793_314.90m);
    }

    /// <summary>王芳 is no longer on probation from April, 林晓 from November; 郑洁's level is not given in February.</summary>
    [Fact]
    public void Level_DecidesWhatIsAsked()
    {
        decimal? ConversionTarget(string subject, int month) => Results(subject, month).Kpis["成交率"].Target;
        (ConversionTarget("王芳", 3), ConversionTarget("王芳", 4)).Should().Be((0.1m, 0.15m));
        (ConversionTarget("林晓", 10), ConversionTarget("林晓", 11)).Should().Be((0.1m, 0.15m));
        Rows.Value[("郑洁", 2)].Level.Should().Be("");
        ConversionTarget("郑洁", 2).Should().Be(0.15m);
    }

    /// <summary>Of a quarter's months, from the first in which the person was there.</summary>
    [Theory]
    [InlineData("王芳", 1)]
    [InlineData("王芳", 2)]
    [InlineData("赵磊", 1)]
    [InlineData("林晓", 2)]
    [InlineData("孙悦", 3)]
    [InlineData("周敏", 4)]
    public void Quarter_IsMadeOfItsMonths(string subject, int quarter)
    {
        var results = Ruleset.Value.Evaluate(Data.Value, Period.Parse($"{Year}-Q{quarter}"))[subject];
        var months = Rows.Value.Values.Where(row => row.Subject == subject && (row.Month + 2) / 3 == quarter)
            .OrderBy(row => row.Month).ToList();
        var last = months[^1];
        decimal? Sum(Func<Row, decimal?> measure) => months.Aggregate((decimal?)0m, (sum, row) => sum + measure(row));
        var (sales, orders) = (Sum(row => row.Sales), Sum(row => row.Orders));
        var expected = new (string, FactValue)[]
        {
            ("销售额达成", sales),
            ("销售额达成.target", Sum(row => row.Target)),
            ("累计销售额", YearToDate(last, row => row.Sales)),
            ("累计销售额.target", YearToDate(last, row => row.Target)),
            ("毛利率", Divide(sales - Sum(row => row.Cost), sales)),
            ("毛利率.target", 0.25m),
            ("回款率", Divide(Sum(row => row.Collected), Sum(row => row.Due))),
            ("客单价", IsRegular(last) ? Divide(sales, orders) : null),
            ("客单价.target", IsRegular(last) ? 5000m : default(decimal?)),
            ("退货率", Divide(Sum(row => row.Returns), sales)),
            ("客户投诉", Sum(row => row.Complaints)),
            ("成交率", Divide(orders, Sum(row => row.Visitors))),
            ("成交率.target", IsRegular(last) ? 0.15m : 0.1m),
            ("连带率", Divide(Sum(row => row.Pieces), orders)),
            ("客户回访", Sum(row => row.Calls)),
            ("客户回访.target", 40m * months.Count),
        };
        foreach (var (name, value) in expected)
            Agree(value, results[name].Value).Should().BeTrue("{0} should be {1}, and is {2}", name, value, results[name]);
    }

    [Fact]
    public void QuarterWithAMonthMissing_IsNotAvailable()
    {
        var results = Ruleset.Value.Evaluate(Data.Value, Period.Parse("2026-Q3"))["何平"];
        results.Kpis.Where(kpi => kpi.Name is not ("拜访节奏" or "欠访客户"))
            .Should().OnlyContain(kpi => kpi.Cause!.Root.Kind == CauseKind.NoFacts && kpi.Cause.Root.Name == "2026-09");
        results.Kpis["拜访节奏"].Cause!.Kind.Should().Be(CauseKind.DoesNotApply, "visits are counted by the month");
        results.Scorecard!.Score.Should().BeNull();
    }

    /// <summary>December's facts are those of the first 12 of its 23 workdays.</summary>
    [Fact]
    public void RunningMonth_IsHeldAgainstTheWorkdaysPassed()
    {
        var evaluation = Ruleset.Value.Evaluate(Data.Value, Period.Parse("2026-12"), new DateTime(Year, 12, 16));
        evaluation.Issues.Should().BeEmpty();
        evaluation.Subjects.Should().HaveCount(10);
        foreach (var subject in evaluation.Subjects)
        {
            var (row, kpi) = (Rows.Value[(subject, 12)], evaluation[subject].Kpis["销售额达成"]);
            kpi.Expected.Should().Be(row.Target * 12 / 23);
            kpi.Pace.Should().BeApproximately(row.Sales * 23 / (row.Target!.Value * 12), 1e-20m);
            kpi.Forecast.Should().Be(row.Sales * 23 / 12);
            kpi.Required.Should().Be((row.Target - row.Sales) / 11);
            evaluation[subject].Kpis["客户回访"].Forecast.Should().Be(row.Calls * 23 / 12);
            evaluation[subject].Kpis["客单价"].Forecast.Should().Be(row.Sales / row.Orders, "an average does not grow with the month");
        }
    }

    /// <summary>What the policy means, worked out from the text of the file without any of the library.</summary>
    internal static IEnumerable<(string Name, FactValue Expected)> Expected(Row row)
    {
        var isRegular = IsRegular(row);
        var (toDate, targetToDate) = (YearToDate(row, month => month.Sales), YearToDate(row, month => month.Target));
        var margin = Divide(row.Sales - row.Cost, row.Sales);
        var collection = Divide(row.Collected, row.Due);
        var ticket = isRegular ? Divide(row.Sales, row.Orders) : null;
        var returns = Divide(row.Returns, row.Sales);
        var conversion = Divide(row.Orders, row.Visitors);
        var pieces = Divide(row.Pieces, row.Orders);
        var kpis = new Kpi[]
        {
            new("销售额达成", "业绩", 20, row.Sales, row.Target, Divide(row.Sales, row.Target), SalesScore(Divide(row.Sales, row.Target)), 0.9m),
            new("累计销售额", "业绩", 10, toDate, targetToDate, Divide(toDate, targetToDate), UpTo100(Divide(toDate * 100, targetToDate)), 0.9m),
            new("毛利率", "业绩", 10, margin, 0.25m, margin / 0.25m, MarginScore(margin)),
            new("回款率", "业绩", 10, collection, 0.95m, collection / 0.95m, collection is null ? null
                : collection < 0.7m ? 0
                : collection < 0.85m ? 60
                : collection < 0.95m ? 80
                : 100),
            new("客单价", "客户", 10, ticket, isRegular ? 5000 : null, ticket / 5000, UpTo100(ticket * 100 / 5000)),
            new("退货率", "客户", 10, returns, 0.02m, 1 - (returns - 0.02m) / 0.02m, UpTo100((0.06m - returns) * 100 / 0.04m)),
            new("客户投诉", "客户", 10, row.Complaints, 0, row.Complaints == 0 ? 1 : 0, Math.Max(
                0, 100 - (isRegular ? 20 : 10) * row.Complaints)),
            new("成交率", "过程", 10, conversion, isRegular ? 0.15m : 0.1m, conversion / (isRegular ? 0.15m : 0.1m), UpTo100(
                conversion * 100 / (isRegular ? 0.15m : 0.1m))),
            new("连带率", "过程", 5, pieces, 2, pieces / 2, UpTo100(pieces * 100 / 2)),
            new("客户回访", "过程", 5, row.Calls, 40, row.Calls / 40, row.Calls < 32 ? 0 : row.Calls < 36 ? 60 : row.Calls < 40 ? 80 : 100),
        };
        foreach (var kpi in kpis)
        {
            yield return (kpi.Name, kpi.Value);
            yield return (kpi.Name + ".target", kpi.Target);
            yield return (kpi.Name + ".attainment", kpi.Attainment);
            yield return (kpi.Name + ".score", kpi.Score);
            yield return (
                kpi.Name + ".status",
                kpi.Attainment is null ? null : kpi.Attainment >= 1 ? "green" : kpi.Attainment >= kpi.Yellow ? "yellow" : "red");
        }

        var before = Rows.Value.GetValueOrDefault((row.Subject, row.Month - 1));
        var beforeThat = Rows.Value.GetValueOrDefault((row.Subject, row.Month - 2));
        yield return ("环比增长", Divide(row.Sales, before?.Sales) - 1);
        yield return ("近三期均销", (row.Sales + before?.Sales + beforeThat?.Sales) / 3);

        var perspectives = new[] { ("业绩", 50), ("客户", 30), ("过程", 20) }
            .Select(part => (
                Name: part.Item1,
                Weight: part.Item2,
                Score: Mean(kpis.Where(kpi => kpi.Perspective == part.Item1).Select(kpi => (kpi.Score, kpi.Weight)))))
            .ToList();
        var score = Mean(perspectives.Select(part => (part.Score, part.Weight)));
        yield return ("scorecard", score);
        yield return ("scorecard.grade", score >= 95 ? "优秀" : score >= 85 ? "良好" : score >= 70 ? "合格" : "需提升");
        yield return ("scorecard.业绩", perspectives[0].Score);
        yield return ("scorecard.客户", perspectives[1].Score);
        yield return ("scorecard.过程", perspectives[2].Score);
    }

    /// <summary>Nothing below 80 %, 60 there, 100 at 100 %, 120 from 120 % on.</summary>
    private static decimal? SalesScore(decimal? attainment) => attainment switch
    {
        null => null,
        < 0.8m => 0,
        < 1 => 60 + (attainment - 0.8m) * 200,
        < 1.2m => 100 + (attainment - 1) * 100,
        _ => 120,
    };

    /// <summary>Nothing below a fifth, 60 there, 100 from a quarter on.</summary>
    private static decimal? MarginScore(decimal? margin) => margin switch
    {
        null => null,
        < 0.2m => 0,
        < 0.25m => 60 + (margin - 0.2m) * 800,
        _ => 100,
    };

    private static decimal? UpTo100(decimal? score) => score is { } value ? Math.Min(100, Math.Max(0, value)) : null;

    private static decimal? Divide(decimal? dividend, decimal? divisor) => divisor == 0 ? null : dividend / divisor;

    /// <summary>Of those that have a score.</summary>
    private static decimal? Mean(IEnumerable<(decimal? Score, int Weight)> scores)
    {
        var there = scores.Where(score => score.Score is not null).ToList();
        return Divide(there.Sum(score => score.Score * score.Weight), there.Sum(score => score.Weight));
    }

    /// <summary>Divisions in another order may differ in the 28th digit; texts and what is not available may not differ.</summary>
    private static bool Agree(FactValue expected, FactValue actual) =>
        expected.Number is { } one && actual.Number is { } other ? Math.Abs(one - other) < 1e-20m : expected == actual;

    private static IEnumerable<string> NotAvailable(string result) =>
        Evaluated.Value.Where(month => !month.Results[result].IsAvailable).Select(month => $"{month.Row.Subject} {month.Row.Month}");

    private static SubjectEvaluation Results(string subject, int month) =>
        Evaluated.Value.Single(other => other.Row.Subject == subject && other.Row.Month == month).Results;

    private static List<(Row Row, SubjectEvaluation Results)> Evaluate()
    {
        var evaluations = Data.Value.Periods.ToDictionary(
            period => period.ToString(), period => Ruleset.Value.Evaluate(Data.Value, period));
        evaluations.Should().HaveCount(12);
        evaluations.Values.Sum(evaluation => evaluation.Subjects.Count).Should().Be(115);
        return Rows.Value.Values.Select(row => (row, evaluations[$"{Year}-{row.Month:00}"][row.Subject])).ToList();
    }

    private sealed record Kpi(
        string Name, string Perspective, int Weight, decimal? Value, decimal? Target, decimal? Attainment, decimal? Score,
        decimal Yellow = 0.8m);
}
