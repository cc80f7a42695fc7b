// Holds the retail store's plans against plain arithmetic on its files: a year down to people and months, a month's weeks.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.RetailStore.RetailStoreFile;
using static KpiRules.Tests.Support.PlainCsv;

namespace KpiRules.Tests.RetailStore;

public sealed class RetailStorePlanTests
{
    private static readonly decimal[] MonthWeights = [8, 6, 8, 8, 10, 8, 7, 7, 9, 10, 9, 10];
    private static readonly decimal[] WeekWeights = [20, 20, 20, 25, 15];

    private static readonly Lazy<List<(string Subject, int Week, string Store, decimal? Target, decimal? Sales)>> Weeks = new(() =>
    {
        var (header, rows) = ReadCsv("weeks.csv");
        header.Should().Equal("subject", "period", "门店", "月目标", "销售额");
        return rows.ConvertAll(
            row => (row[0], int.Parse(row[1][6..], CultureInfo.InvariantCulture), row[2], Number(row[3]), Number(row[4])));
    });

    /// <summary>By the mean sales of October to December, in thousands: stores, people, months.</summary>
    [Fact]
    public void Year_IsWhatPlainArithmeticGives()
    {
        var plan = Ruleset.Value.Plan("年计划", Data.Value);
        plan.Issues.Should().BeEmpty();
        var people = Rows.Value.Values.Where(row => row.Month == 12)
            .Select(row => (row.Subject, row.Store, Weight: Enumerable.Range(10, 3).Sum(month => Rows.Value[(row.Subject, month)].Sales)))
            .OrderBy(one => one.Subject, StringComparer.Ordinal).ToList();
        foreach (var (subject, part) in DownStores(27_000_000, people, 1000))
        {
            plan.Part(subject).Should().Be(part);
            plan.Targets(subject).Should().Equal(PlanArithmetic.Divide(part, MonthWeights, 1000).Select(target => (decimal?)target));
        }

        (plan.Part("陈静"), plan.Part("林晓"), plan.Target("陈静", Period.Parse("2027-02"))).Should().Be((3_964_000m, 1_626_000m, 238_000m));
        plan.Subjects.Sum(subject => plan.Targets(subject).Sum()).Should().Be(27_000_000);
    }

    /// <summary>Everybody's part is the December target of the fact file, whatever the rounding.</summary>
    [Fact]
    public void December_IsDividedIntoItsWeeks()
    {
        var plan = Ruleset.Value.Plan("月计划", WeeklyFacts());
        plan.Issues.Should().BeEmpty();
        plan.Total.Should().Be(Rows.Value.Values.Where(row => row.Month == 12).Sum(row => row.Target));
        foreach (var subject in plan.Subjects)
        {
            plan.Part(subject).Should().Be(Rows.Value[(subject, 12)].Target);
            plan.Targets(subject)
                .Should().Equal(PlanArithmetic.Divide(plan.Part(subject)!.Value, WeekWeights, 100).Select(target => (decimal?)target));
        }

        plan.Targets("李伟").Should().Equal(50_400m, 50_400m, 50_400m, 63_000m, 37_800m);
    }

    /// <summary>
    /// The second week was bad; what it left undone is spread over the three that are open, and everybody's month still adds up.
    /// </summary>
    [Fact]
    public void ABadWeek_IsSpreadOverTheRest()
    {
        var plan = Ruleset.Value.Plan("月计划", WeeklyFacts(), Period.Parse("2026-W50"));
        plan.Issues.Should().BeEmpty();
        foreach (var subject in plan.Subjects)
        {
            var sold = Weeks.Value.Where(row => row.Subject == subject).Sum(row => row.Sales ?? 0);
            var (part, targets) = (plan.Part(subject)!.Value, plan.Targets(subject).Select(target => target!.Value).ToList());
            targets.Take(2).Should().Equal(PlanArithmetic.Divide(part, WeekWeights, 100).Take(2), "what is closed stays as it was");
            targets.Skip(2).Should().Equal(PlanArithmetic.Divide(part - sold, WeekWeights[2..], 100));
            (sold + targets.Skip(2).Sum()).Should().Be(part);
            (plan.Stretch("底线", subject, Period.Parse("2026-W51")), plan.Stretch("挑战", subject, Period.Parse("2026-W51")))
                .Should().Be(((part * 0.85m - sold) * 20 / 60, (part * 1.1m - sold) * 20 / 60), "whoever reaches it ends at 85 % or 110 %");
        }

        plan.Targets("李伟").Should().Equal(50_400m, 50_400m, 62_062.80m, 77_600m, 46_500m);
        plan.Targets("周敏")
            .Should().Equal(new decimal?[] { 54_600, 54_600, 48_900, 61_106.80m, 36_700 }, "she is ahead, and has less left to do");
        plan.Achieved("李伟").Should().Be(65_837.20m);
    }

    /// <summary>By store first, then among its people.</summary>
    private static IEnumerable<(string Subject, decimal Part)> DownStores(
        decimal total, List<(string Subject, string Store, decimal Weight)> people, decimal unit)
    {
        var stores = people.GroupBy(one => one.Store)
            .OrderBy(store => store.Key, StringComparer.Ordinal).Select(store => store.ToList()).ToList();
        var parts = PlanArithmetic.Divide(total, stores.ConvertAll(store => store.Sum(one => one.Weight)), unit);
        return stores.Zip(parts).SelectMany(pair => pair.First.Zip(
            PlanArithmetic.Divide(pair.Second, pair.First.ConvertAll(one => one.Weight), unit), (one, part) => (one.Subject, part)));
    }

    private static Dataset WeeklyFacts() => Dataset.Build(builder =>
    {
        var (header, rows) = ReadCsv("weeks.csv");
        var reader = new WideFactReader(builder, Ruleset.Value, "weeks.csv", header);
        for (var i = 0; i < rows.Count; i++)
            reader.Read(i + 2, rows[i]);
    });
}
