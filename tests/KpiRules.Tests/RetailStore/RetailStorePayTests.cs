// Evaluates the retail store's pay for the whole year and holds every cent against plain arithmetic on its file.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;
using static KpiRules.Tests.RetailStore.RetailStoreFile;

namespace KpiRules.Tests.RetailStore;

public sealed class RetailStorePayTests
{
    private static readonly string[] Lines = ["阶梯提成", "见习保底", "店组奖金", "店长提成", "季度奖", "投诉扣款"];
    private static readonly string[] States = ["paid", "closed", "held", "none"];

    private static readonly Lazy<IReadOnlyList<PeriodEvaluation>> Months =
        new(() => Ruleset.Value.Evaluate(new(Data.Value, Period.Parse("2026-01"), Period.Parse("2026-12"))));

    private static readonly Lazy<Dictionary<(string Subject, int Month, string Line), Pay>> Expected = new(WorkOut);

    /// <summary>115 person-months, six lines with their states, and what they come to.</summary>
    [Fact]
    public void EveryLine_IsWhatPlainArithmeticGives()
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var row in Rows.Value.Values)
        {
            var results = Results(row.Subject, row.Month);
            var pays = Lines.Select(line => Expected.Value[(row.Subject, row.Month, line)]).ToList();
            foreach (var (line, pay) in Lines.Zip(pays))
            {
                Compare(line, pay.Amount);
                Compare(line + ".state", pay.State);
            }

            Compare("payout", pays.Sum(pay => pay.Amount ?? 0));
            Compare("payout.held", pays.Count(pay => pay.State == "held"));

            void Compare(string name, FactValue expected)
            {
                compared++;
                if (results[name].Value != expected)
                    differences.Add($"{row.Subject} {Year}-{row.Month:00} {name}: {results[name]} instead of {expected}");
            }
        }

        differences.Should().BeEmpty();
        compared.Should().Be(115 * 14);
        Months.Value.SelectMany(month => month.Issues).Should().BeEmpty();
    }

    /// <summary>Counted and added up once, in exact fractions, from the file; of 115 person-months.</summary>
    [Theory]
    [InlineData("阶梯提成", 102, 12, 1, 0, "266845.14")]
    [InlineData("见习保底", 9, 0, 0, 106, "9450")]
    [InlineData("店组奖金", 68, 20, 3, 24, "15250.43")]
    [InlineData("店长提成", 16, 7, 1, 91, "23057.28")]
    [InlineData("季度奖", 37, 0, 1, 77, "20600")]
    [InlineData("投诉扣款", 115, 0, 0, 0, "-9900")]
    public void Year_ComesTo(string line, int paid, int closed, int held, int none, string sum)
    {
        var states = Months.Value.SelectMany(month => month.Column(line + ".state")).Select(state => state.Text).ToList();
        States.Select(state => states.Count(other => other == state)).Should().Equal(paid, closed, held, none);
        Months.Value.SelectMany(month => month.Column(line)).Sum(amount => amount.Number ?? 0)
            .Should().Be(decimal.Parse(sum, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void PayoutOfTheYear_ComesTo()
    {
        Months.Value.SelectMany(month => month.Column("payout")).Sum(payout => payout.Number).Should().Be(325_302.85m);
        Months.Value.SelectMany(month => month.Column("payout.held")).Sum(held => held.Number).Should().Be(6);
    }

    [Theory]
    [InlineData("李伟", 6, "阶梯提成", CauseKind.MissingFact, "应收", "李伟")]
    [InlineData("陈静", 6, "店长提成", CauseKind.MissingFact, "应收", "李伟")]
    [InlineData("吴刚", 10, "店组奖金", CauseKind.MissingFact, "销售额达成.target", "吴刚")]
    [InlineData("孙悦", 10, "店组奖金", CauseKind.MissingFact, "销售额达成.target", "吴刚")]
    [InlineData("郑洁", 10, "店组奖金", CauseKind.MissingFact, "销售额达成.target", "吴刚")]
    [InlineData("吴刚", 12, "季度奖", CauseKind.MissingFact, "销售额达成.target", "吴刚")]
    public void WhatIsHeld_SaysWhy(string subject, int month, string line, CauseKind kind, string name, string whose)
    {
        Results(subject, month)[line + ".state"].Text.Should().Be("held");
        var cause = Results(subject, month)[line].Cause!;
        (cause.Root.Kind, cause.Root.Name).Should().Be((kind, name));
        if (whose != subject)
            cause.Explain("zh").Should().Contain(whose);
    }

    /// <summary>12 months of two stores; nothing is lost or made in dividing.</summary>
    [Fact]
    public void Pools_AddUp()
    {
        var pools = new List<decimal>();
        foreach (var store in Rows.Value.Values.GroupBy(row => (row.Month, row.Store))
            .OrderBy(store => store.Key.Month).ThenBy(store => store.Key.Store, StringComparer.Ordinal))
        {
            var parts = store.Where(row => row.Job == "顾问").Select(row => Results(row.Subject, row.Month)["店组奖金"]).ToList();
            if (PoolOf(store.ToList()) is { } pool)
            {
                parts.Sum(part => part.Number).Should().Be(pool, "that is the pool of {0}", store.Key);
                pools.Add(pool);
            }
            else
                parts.Should().OnlyContain(part => !part.IsAvailable);
        }

        // 东城店 stands before 西城店
        pools.Should().Equal(
            789.26m, 0, 0, 0, 0, 1109.43m, 858.56m, 0, 1085.10m, 2670.66m, 0, 1141.93m, 0, 0, 1884.09m, 0, 1080.93m, 1951.63m, 1363.84m,
            1315.00m, 0, 0, 0);
    }

    /// <summary>林晓's debt, from the day she came until she is regular.</summary>
    [Theory]
    [InlineData(5, 0, 0, 1000, 145)]
    [InlineData(6, 145, 0, 1000, 290)]
    [InlineData(7, 290, 0, 1000, 390)]
    [InlineData(8, 390, 125, 1000, 265)]
    [InlineData(9, 265, 265, 1040, 0)]
    [InlineData(10, 0, 0, 1170, 0)]
    public void Debt_IsCarriedFromMonthToMonth(int month, int opening, int recovered, int paid, int closing)
    {
        var results = Results("林晓", month);
        new[] { "见习保底.opening", "见习保底.recovered", "见习保底", "见习保底.closing" }.Select(name => results[name].Number)
            .Should().Equal(opening, recovered, paid, closing);
    }

    /// <summary>王芳's opening debts come with the file, and are those that would have been carried.</summary>
    [Fact]
    public void OpeningsOfTheFile_AreWhatTheMonthBeforeLeft()
    {
        Rows.Value.Values.Where(row => row.Opening is not null).Select(row => (row.Subject, row.Month, row.Opening))
            .Should().Equal(("王芳", 2, 0m), ("王芳", 3, 100m));
        foreach (var month in new[] { 1, 2 })
            Results("王芳", month)["见习保底.closing"].Number.Should().Be(Rows.Value[("王芳", month + 1)].Opening);
    }

    /// <summary>A month on its own pays the same; only what depends on a debt nobody gave is held.</summary>
    [Fact]
    public void MonthOnItsOwn_IsTheSame_ButForDebtsNobodyGave()
    {
        var held = new List<string>();
        foreach (var month in Months.Value)
        {
            var alone = Ruleset.Value.Evaluate(Data.Value, month.Period);
            foreach (var (subject, line) in month.Subjects.SelectMany(subject => Lines.Select(line => (subject, line))))
            {
                if (alone[subject][line + ".state"].Text == "held" && month[subject][line + ".state"].Text != "held")
                    held.Add($"{subject} {line} {month.Period}");
                else
                    (alone[subject][line].Value, alone[subject][line + ".state"].Value)
                        .Should().Be((month[subject][line].Value, month[subject][line + ".state"].Value));
            }
        }

        held.Should().BeSubsetOf(Enumerable.Range(6, 5).Select(month => $"林晓 见习保底 {Year}-{month:00}"));
        held.Should().Contain(Enumerable.Range(8, 3).Select(month => $"林晓 见习保底 {Year}-{month:00}"));
    }

    /// <summary>What the policy means, worked out from the text of the file without any of the library.</summary>
    private static Dictionary<(string Subject, int Month, string Line), Pay> WorkOut()
    {
        var pays = new Dictionary<(string, int, string), Pay>();
        var debts = new Dictionary<string, decimal>();
        foreach (var month in Rows.Value.Values.GroupBy(row => row.Month).OrderBy(month => month.Key))
        {
            foreach (var row in month)
            {
                Put(row, "阶梯提成", Gated(Covers(row.Collected, row.Due, 0.80m), Commission(row.Sales, IsRegular(row))));
                Put(row, "见习保底", IsRegular(row) ? Pay.None : Pay.Of(Draw(row, debts)));
                Put(row, "店长提成", row.Job == "店长" ? Override(month.Where(other => other.Manager == row.Subject).ToList()) : Pay.None);
                Put(row, "季度奖", row.Month % 3 == 0 ? Quarterly(row) : Pay.None);
                Put(row, "投诉扣款", Pay.Of(Math.Max(-500, row.Complaints * -200)));
            }

            foreach (var (row, pay) in month.GroupBy(row => row.Store).SelectMany(store => Shared(store.ToList())))
                Put(row, "店组奖金", pay);
        }

        return pays;

        void Put(Row row, string line, Pay pay) => pays.Add((row.Subject, row.Month, line), pay);
    }

    /// <summary>Whether so much of what was due has been collected; null when nobody can say.</summary>
    private static bool? Covers(decimal collected, decimal? due, decimal fraction) => due is null or 0 ? null : collected >= due * fraction;

    private static Pay Gated(bool? isOpen, decimal amount) => isOpen switch
    {
        null => Pay.Held,
        false => Pay.Closed,
        true => Pay.Of(Cents(amount)),
    };

    /// <summary>To 100,000, to 200,000 and beyond, each part at its own rate.</summary>
    private static decimal Commission(decimal sales, bool isRegular)
    {
        var first = Math.Min(sales, 100_000);
        var third = Math.Max(sales - 200_000, 0);
        var second = sales - first - third;
        return isRegular ? first * 0.01m + second * 0.015m + third * 0.02m : first * 0.006m + second * 0.008m + third * 0.01m;
    }

    /// <summary>45 an order, at least 1000; what is advanced is owed.</summary>
    private static decimal Draw(Row row, Dictionary<string, decimal> debts)
    {
        var earned = row.Orders * 45;
        var debt = debts.GetValueOrDefault(row.Subject);
        var recovered = Math.Max(0, Math.Min(debt, earned - 1000));
        debts[row.Subject] = debt - recovered + Math.Max(0, 1000 - earned);
        return Cents(Math.Max(1000, earned) - recovered);
    }

    private static Pay Override(List<Row> reports) => reports.Any(row => row.Due is null)
        ? Pay.Held
        : Gated(Covers(reports.Sum(row => row.Collected), reports.Sum(row => row.Due), 0.88m), reports.Sum(row => row.Sales) * 0.002m);

    /// <summary>By what the quarter's months came to, from the person's first one on.</summary>
    private static Pay Quarterly(Row row)
    {
        var first = Rows.Value.Keys.Where(key => key.Subject == row.Subject).Min(key => key.Month);
        var months = Enumerable.Range(row.Month - 2, 3).Where(month => month >= first)
            .Select(month => Rows.Value.GetValueOrDefault((row.Subject, month))).ToList();
        if (months.Any(month => month?.Target is null))
            return Pay.Held;
        var (sales, target) = (months.Sum(month => month!.Sales), months.Sum(month => month!.Target));
        return Pay.Of(sales >= target * 1.1m ? 3000 : sales >= target ? 1500 : sales >= target * 0.95m ? 800 : 0);
    }

    /// <summary>What a store divides; null when somebody's target is missing.</summary>
    private static decimal? PoolOf(List<Row> store)
    {
        if (store.Any(row => row.Target is null))
            return null;
        var (sales, target) = (store.Sum(row => row.Sales), store.Sum(row => row.Target));
        return Cents(sales * (sales >= target ? 0.002m : sales >= target * 0.95m ? 0.001m : 0));
    }

    /// <summary>By sales among those whose score is 70 or more: whole cents first, the rest to the largest remainders.</summary>
    private static IEnumerable<(Row Row, Pay Pay)> Shared(List<Row> store)
    {
        var members = store.Where(row => row.Job == "顾问").ToList();
        foreach (var row in store.Except(members))
            yield return (row, Pay.None);
        if (PoolOf(store) is not { } pool)
        {
            foreach (var row in members)
                yield return (row, Pay.Held);
            yield break;
        }

        var sharing = members.Where(
            row => RetailStoreTests.Expected(row).Single(result => result.Name == "scorecard").Expected.Number >= 70).ToList();
        foreach (var row in members.Except(sharing))
            yield return (row, Pay.Closed);
        var (cents, whole) = ((BigInteger)(pool * 100), (BigInteger)(sharing.Sum(row => row.Sales) * 100));
        var parts = sharing.Select(row => (Row: row, Product: cents * (BigInteger)(row.Sales * 100)))
            .OrderByDescending(part => part.Product % whole).ThenBy(part => part.Row.Subject, StringComparer.Ordinal)
            .Select(part => (part.Row, Cents: part.Product / whole)).ToList();
        var left = (int)(cents - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part.Cents));
        for (var i = 0; i < parts.Count; i++)
            yield return (parts[i].Row, Pay.Of((decimal)(parts[i].Cents + (i < left ? 1 : 0)) / 100));
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static SubjectEvaluation Results(string subject, int month) => Months.Value[month - 1][subject];

    private sealed record Pay(string State, decimal? Amount)
    {
        public static readonly Pay None = new("none", null);
        public static readonly Pay Held = new("held", null);
        public static readonly Pay Closed = new("closed", 0);

        public static Pay Of(decimal amount) => new("paid", amount);
    }
}
