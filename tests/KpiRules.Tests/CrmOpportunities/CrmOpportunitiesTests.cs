// Evaluates the CRM example for the whole year and holds every figure and every cent against plain arithmetic on its files.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;
using static KpiRules.Tests.CrmOpportunities.CrmOpportunitiesFile;

namespace KpiRules.Tests.CrmOpportunities;

public sealed class CrmOpportunitiesTests
{
    private static readonly Lazy<IReadOnlyList<PeriodEvaluation>> Months =
        new(() => Ruleset.Value.Evaluate(new(Data.Value, Period.Parse("2026-01"), Period.Parse("2026-12"))));

    [Fact]
    public void EveryFigure_IsWhatPlainArithmeticGives()
    {
        var (differences, compared) = (new List<string>(), 0);
        for (var month = 1; month <= 12; month++)
        {
            var pools = People.Value.Values.Select(person => person.Region).Distinct()
                .SelectMany(region => CrmArithmetic.Pool(region, month)).ToDictionary(pair => pair.Key, pair => pair.Value);
            foreach (var person in CrmArithmetic.PeopleOf(month))
            {
                Compare("业绩", CrmArithmetic.Sales(person, month));
                Compare("业绩.target", CrmArithmetic.Target(person, month));
                Compare("赢率", CrmArithmetic.WinRate(person, month));
                Compare("平均单额", CrmArithmetic.AverageDeal(person, month));
                Compare("成交周期", CrmArithmetic.Cycle(person, month));
                Compare("单笔提成", CrmArithmetic.Commission(person, month));
                Compare("年度累进奖", CrmArithmetic.Tiers(person, month));
                Compare("季度达成奖", CrmArithmetic.Quarter(person, month));
                Compare("团队提成", CrmArithmetic.Override(person, month));
                Compare("前三名奖", CrmArithmetic.TopThree(person, month));
                Compare("区域奖金池", CrmArithmetic.IsInPool(person, month) ? pools.GetValueOrDefault(person) : null);

                void Compare(string name, decimal? expected)
                {
                    compared++;
                    if (Months.Value[month - 1][person][name].Number != expected)
                        differences.Add($"{person} {month} {name}: {Months.Value[month - 1][person][name]} instead of {expected}");
                }
            }
        }

        differences.Should().BeEmpty();
        compared.Should().Be(Visits.Value.Keys.Count(key => key.Month > 0) * 11);
        Months.Value.SelectMany(month => month.Issues).Should().BeEmpty();
        Months.Value.SelectMany(month => month.Column("payout.held")).Should().OnlyContain(held => held.Number == 0);
    }

    /// <summary>Warned are exactly those who sold strictly less twice in a row; a month before one's first is none.</summary>
    [Fact]
    public void TwoFallingMonths_AreWarnedOf()
    {
        foreach (var month in Enumerable.Range(2, 11))
        {
            foreach (var person in CrmArithmetic.PeopleOf(month).Where(person => Visits.Value.ContainsKey((person, month - 2))))
            {
                var sales = Enumerable.Range(month - 2, 3).Select(one => CrmArithmetic.Sales(person, one)).ToList();
                Months.Value[month - 1][person]["业绩连降"].Text.Should().Be(
                    sales[0] > sales[1] && sales[1] > sales[2] ? "firing" : "ok", "{0} in {1}", person, month);
            }
        }
    }

    /// <summary>The quota in targets.csv is what the plan gives, and adds up to the total.</summary>
    [Fact]
    public void Quota_IsWhatThePlanGives()
    {
        var plan = Ruleset.Value.Plan("年度定额", ReadDataset(["people.csv", "visits.csv"]));
        plan.Subjects.SelectMany(subject => plan.Periods.Select((period, i) => (subject, i + 1, plan.Targets(subject)[i])))
            .Should().BeEquivalentTo(Targets.Value.Select(target => (target.Key.Person, target.Key.Month, (decimal?)target.Value)));
        Targets.Value.Values.Sum().Should().Be(60_000_000);
    }

    [Fact]
    public void NoFormula_ChoosesWhatATableSays() =>
        File.ReadAllText(PathOf("ruleset.json")).Should().NotMatchRegex(@"if\([^""]*if\(", "a table or case says it better");
}
