// Plans a fiscal year on real sales and holds every target against plain arithmetic.
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using static KpiRules.Tests.AdventureWorks.AdventureWorksData;

namespace KpiRules.Tests.AdventureWorks;

public sealed class AdventureWorksPlanTests
{
    private static readonly string[] Managers = ["272", "290", "294"];

    /// <summary>A tenth more than the company sold in FY2020, down to the managers by their year and to months by their history.</summary>
    [SharedFact(FactsFile)]
    public void NextYear_IsWhatPlainArithmeticGives()
    {
        var plan = Ruleset.Plan("fiscal_2021", AllFacts);
        plan.Issues.Should().BeEmpty();
        plan.Total.Should().Be(40_226_000, "that is 36,568,898.08 and a tenth, in whole thousands");
        var years = Managers.Select(manager =>
            Months.Where(month => month.Subject == manager && string.CompareOrdinal(month.Period, "2019-07") >= 0)
                .OrderBy(month => month.Period, System.StringComparer.Ordinal).ToList())
            .ToList();
        years.Sum(year => year.Sum(month => month.Sales)).Should().Be(
            Months.Where(month => month.Subject == "277" && string.CompareOrdinal(month.Period, "2019-07") >= 0).Sum(month => month.Sales),
            "the managers' groups of territories do not overlap");
        var parts = PlanArithmetic.Divide(40_226_000, years.ConvertAll(year => year.Sum(month => month.Sales)), 1000);
        for (var i = 0; i < Managers.Length; i++)
        {
            plan.Part(Managers[i]).Should().Be(parts[i]);
            plan.Targets(Managers[i]).Should().Equal(
                PlanArithmetic.Divide(parts[i], years[i].ConvertAll(month => month.Sales), 1000).Select(target => (decimal?)target));
        }

        parts.Should().Equal(29_496_000, 8_945_000, 1_785_000);
        plan.Target("272", Period.Parse("2020-09")).Should().Be(3_338_000);
        plan.Subjects.Except(Managers).Should().HaveCount(15).And.OnlyContain(subject => plan.Targets(subject).All(target => target == 0));
    }

    /// <summary>Several answer for one territory: what theirs sold is more than was sold, and no plan can go down to them.</summary>
    [SharedFact(FactsFile)]
    public void SalesOfRepresentatives_DoNotAddUp()
    {
        var year = Months.Where(month => string.CompareOrdinal(month.Period, "2019-07") >= 0).ToList();
        var all = year.Where(month => month.Subject == "277").Sum(month => month.Sales);
        year.Where(month => month.Subject != "277" && !Managers.Contains(month.Subject)).Sum(month => month.Sales)
            .Should().BeGreaterThan(all * 1.4m);
    }
}
