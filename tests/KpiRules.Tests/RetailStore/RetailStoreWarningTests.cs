// Holds every warning of the retail store's year, and what its targets' checks find, against plain arithmetic on its files.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.RetailStore.RetailStoreFile;

namespace KpiRules.Tests.RetailStore;

public sealed class RetailStoreWarningTests
{
    /// <summary>Workdays of the months, counted on a calendar; of December those up to the 16th.</summary>
    private static readonly int[] WorkdaysPassed = [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 12];

    private const int WorkdaysOfDecember = 23;

    private static readonly Dictionary<string, WarningArithmeticOf> Warnings = new()
    {
        ["业绩落后"] = new(row => WarningArithmetic.LevelOf(IsBehind(row, 0.75m), IsBehind(row, 0.9m)), row => !IsBehind(row, 0.95m), 2),
        ["拜访不足"] = new(row => WarningArithmetic.LevelOf(IsNeglecting(row, 40), IsNeglecting(row, 20)), row => !IsNeglecting(row, 10)),
        ["毛利失守"] = new(row => WarningArithmetic.LevelOf(row.Sales == 0 ? null : Less(row.Sales - row.Cost, row.Sales * 0.2m), false)),
        ["回款走低"] = new(row => WarningArithmetic.LevelOf(false, IsFalling(row) & Less(Collection(row), 0.85m))),
        ["成交率异常"] = new(row => IsUnusual(row) is { } unusual ? unusual ? 1 : 0 : null),
        ["进度落后"] = new(row => row.Month < 12 ? 0 : WarningArithmetic.LevelOf(IsBehind(row, 0.75m), IsBehind(row, 0.9m))),
    };

    private static readonly Lazy<List<PeriodEvaluation>> Months = new(() => Enumerable.Range(1, 12)
        .Select(month => Ruleset.Value.Evaluate(
            Data.Value, Period.Parse($"{Year}-{month:00}"), month == 12 ? new DateTime(Year, 12, 16) : null)).ToList());

    /// <summary>115 person-months, six warnings with state, severity and periods.</summary>
    [Fact]
    public void EveryWarning_IsWhatPlainArithmeticGives()
    {
        var compared = 0;
        foreach (var row in Rows.Value.Values)
        {
            foreach (var warning in Results(row).Warnings)
            {
                compared++;
                Stated(warning)
                    .Should().Be(Warnings[warning.Name].At(row), "that is {0} of {1} in {2}", warning.Name, row.Subject, row.Month);
            }
        }

        compared.Should().Be(115 * 6);
    }

    /// <summary>Of 115 person-months; those firing by severity: info, warning, critical.</summary>
    [Theory]
    [InlineData("业绩落后", 68, 19, 3, 0, 22, 3)]
    [InlineData("拜访不足", 95, 0, 1, 0, 14, 5)]
    [InlineData("毛利失守", 98, 0, 2, 0, 0, 15)]
    [InlineData("回款走低", 106, 0, 8, 0, 1, 0)]
    [InlineData("成交率异常", 101, 0, 10, 4, 0, 0)]
    [InlineData("进度落后", 107, 0, 0, 0, 5, 3)]
    public void Year_HasSoMany(string name, int ok, int pending, int notAvailable, int info, int warning, int critical)
    {
        var results = Rows.Value.Values.Select(row => Results(row).Warnings.Single(one => one.Name == name)).ToList();
        int Count(WarningState state, WarningSeverity? severity = null) =>
            results.Count(one => one.State == state && (severity is null || one.Severity == severity));
        (Count(WarningState.Ok), Count(WarningState.Pending), Count(WarningState.NotAvailable)).Should().Be((ok, pending, notAvailable));
        (
            Count(WarningState.Firing, WarningSeverity.Info),
            Count(WarningState.Firing, WarningSeverity.Warning),
            Count(WarningState.Firing, WarningSeverity.Critical))
            .Should().Be((info, warning, critical));
    }

    [Theory]
    [InlineData("吴刚", 6, "拜访不足", "zh", "吴刚 2026-06 有 3 家渠道客户没有按节奏拜访，拜访节奏 57%，目标 90%")]
    [InlineData("吴刚", 6, "拜访不足", "en", "吴刚 2026-06: trade customers visited too seldom: 3; 57% in rhythm, target 90%")]
    [InlineData("李伟", 6, "业绩落后", "zh", "李伟 2026-06 应卖 ¥245,000，实际 ¥229,388，只有 93.6%")]
    [InlineData("李伟", 12, "进度落后", "zh", "李伟 2026-12 到今天应卖 ¥131,478，实际 ¥91,011；要达成目标，剩下的每个工作日要卖 ¥14,635")]
    [InlineData("林晓", 6, "毛利失守", "zh", "林晓 2026-06 毛利率 19.5%，低于红线 20%")]
    public void Message_HasTheFigures(string subject, int month, string warning, string language, string message) =>
        Warning(subject, month, warning).Message(language).Should().Be(message);

    [Theory]
    [InlineData("吴刚", 5, "拜访不足", "吴刚", "周敏")]
    [InlineData("吴刚", 6, "拜访不足", "吴刚", "周敏", "韩涛")]
    [InlineData("何平", 10, "拜访不足", "何平", "陈静")]
    [InlineData("陈静", 12, "进度落后", "陈静", "韩涛")]
    [InlineData("李伟", 3, "毛利失守", "陈静")]
    public void Told_AreThoseInCharge(string subject, int month, string warning, params string[] told) =>
        Warning(subject, month, warning).Recipients.Select(recipient => recipient.Id).Should().Equal(told);

    /// <summary>The criteria about the ruleset alone all hold; the others find these.</summary>
    [Fact]
    public void Targets_OutOfReach_AreThese()
    {
        Found(SmartCriterion.Specific).Concat(Found(SmartCriterion.Relevant)).Concat(Found(SmartCriterion.TimeBound)).Should().BeEmpty();
        Found(SmartCriterion.Achievable).Should().Equal(
            "周敏 4 退货率", "王芳 4 销售额达成", "陈静 4 退货率", "吴刚 5 销售额达成", "周敏 5 退货率", "王芳 5 销售额达成",
            "吴刚 7 客户回访", "吴刚 7 拜访节奏", "吴刚 8 客户回访", "吴刚 8 拜访节奏",
            "孙悦 8 销售额达成", // the target of 0 while the showroom is rebuilt
            "孙悦 9 销售额达成", "林晓 9 销售额达成", "陈静 9 退货率", "周敏 10 退货率", "孙悦 10 销售额达成", "孙悦 11 销售额达成", "孙悦 12 退货率");
        Found(SmartCriterion.Measurable).Should().Equal(
            "赵磊 4 毛利率", "李伟 7 回款率", "孙悦 9 毛利率", "孙悦 9 客单价", "孙悦 9 退货率", "孙悦 9 成交率", "孙悦 9 连带率", "赵磊 9 拜访节奏", "陈静 12 成交率");
        Smart("王芳", 5, "销售额达成").Criteria[2].Message("zh").Should().StartWith("目标 172,000 是基准 115,009 的 1.5 倍");
    }

    /// <summary>103 targets of sales of whose person there is a month before; 81 with three.</summary>
    [Fact]
    public void SalesTargets_AreJudgedAsPlainArithmeticDoes()
    {
        var judged = 0;
        foreach (var row in Rows.Value.Values)
        {
            var before = Enumerable.Range(row.Month - 3, 3)
                .Select(month => Rows.Value.GetValueOrDefault((row.Subject, month))?.Sales).ToList();
            var mean = before.Aggregate((decimal?)0m, (sum, sales) => sum + sales) / 3;
            bool? holds = row.Target >= mean * 0.7m && row.Target <= mean * 1.4m;
            var smart = Smart(row.Subject, row.Month, "销售额达成");
            smart.Criteria[2].Holds.Should().Be(row.Target is null || mean is null ? null : holds);
            smart.Criteria[1].Holds.Should().Be(row.Target is null || before[2] is null ? null : true);
            judged += row.Target is null || mean is null ? 0 : 1;
        }

        judged.Should().Be(81);
    }

    private static IEnumerable<string> Found(SmartCriterion criterion) =>
        from month in Months.Value
        from subject in month.Subjects
        from kpi in month[subject].Kpis
        where kpi.Smart?.Criteria[(int)criterion].Holds == false
        select $"{subject} {month.Period.ToString()[5..].TrimStart('0')} {kpi.Name}";

    private static SmartResult Smart(string subject, int month, string kpi) => Months.Value[month - 1][subject].Kpis[kpi].Smart!;

    private static WarningResult Warning(string subject, int month, string name) =>
        Months.Value[month - 1][subject].Warnings.Single(warning => warning.Name == name);

    private static SubjectEvaluation Results(Row row) => Months.Value[row.Month - 1][row.Subject];

    private static Warned Stated(WarningResult warning) =>
        new(
            char.ToLowerInvariant(warning.State.ToString()[0]) + warning.State.ToString()[1..],
            warning.Severity?.ToString().ToLowerInvariant(),
            warning.Periods);

    /// <summary>Whether so much of what was to be sold by now is not sold; the whole target, once the month is over.</summary>
    private static bool? IsBehind(Row row, decimal part) =>
        row.Target is null or 0 ? null
        : row.Month < 12 ? row.Sales < row.Target * part
        : row.Sales * WorkdaysOfDecember < row.Target * WorkdaysPassed[11] * part;

    /// <summary>How many customers were visited less than once in five workdays (A), ten (B) or a month that is over (C).</summary>
    private static int? Behind(Row row)
    {
        var customers = Customers.Value[(row.Subject, row.Month)].ToList();
        int Due(string @class) => @class switch
        {
            "A" => WorkdaysPassed[row.Month - 1] / 5,
            "B" => WorkdaysPassed[row.Month - 1] / 10,
            _ => row.Month < 12 ? 1 : 0,
        };
        return customers.Any(customer => customer.Visits is null)
            ? null
            : customers.Count(customer => customer.Visits < Due(customer.Class));
    }

    /// <summary>More than so many in a hundred.</summary>
    private static bool? IsNeglecting(Row row, int percent) =>
        Behind(row) * 100 is { } behind ? behind > percent * Customers.Value[(row.Subject, row.Month)].Count() : null;

    private static decimal? Collection(Row row) => row.Collected / row.Due;

    /// <summary>Nobody knows unless all three months are known.</summary>
    private static bool? IsFalling(Row row)
    {
        var rates = Enumerable.Range(0, 3).Select(back => Rows.Value.GetValueOrDefault((row.Subject, row.Month - back)))
            .Select(month => month is null ? null : Collection(month)).ToList();
        return rates.Contains(null) ? null : rates[0] < rates[1] && rates[1] < rates[2];
    }

    private static bool? Less(decimal? one, decimal? other) => one is null || other is null ? null : one < other;

    /// <summary>More than three standard deviations away from the mean of the six months before.</summary>
    private static bool? IsUnusual(Row row)
    {
        var rates = Enumerable.Range(0, 7).Select(back => Rows.Value.GetValueOrDefault((row.Subject, row.Month - back)))
            .Select(month => month is { Visitors: > 0 } ? month.Orders / month.Visitors : null).ToList();
        if (rates[6] is null)
            return false; // nothing to compare it with yet
        if (rates.Contains(null))
            return null;
        var before = rates.Skip(1).Select(rate => rate!.Value).ToList();
        var mean = before.Average();
        return Square(rates[0]!.Value - mean) > 9 * before.Sum(rate => Square(rate - mean)) / 5;
    }

    private static decimal Square(decimal number) => number * number;

    /// <summary>A warning by rows of the file; a month without a row says nothing.</summary>
    private sealed class WarningArithmeticOf(Func<Row, int?> level, Func<Row, bool?>? until = null, int held = 1)
    {
        public Warned At(Row row)
        {
            Row? Of(int month) => Rows.Value.GetValueOrDefault((row.Subject, month));
            var first = Rows.Value.Keys.Where(key => key.Subject == row.Subject).Min(key => key.Month);
            var course = new WarningArithmetic(
                month => Of(month) is { } then ? level(then) : null,
                until is null ? null : month => Of(month) is { } then ? until(then) : null,
                held);
            return course.At(row.Month, first);
        }
    }
}
