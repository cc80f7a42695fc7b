using System.Linq;
using FluentAssertions;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Which results are right only where all subjects are evaluated together.</summary>
public sealed class PopulationUseTests
{
    [Theory]
    [InlineData(""" "k": { "formula": "sales" } """, "")]
    [InlineData(""" "k": { "formula": "ytd(sales) + previous(sales)" } """, "")]
    [InlineData(""" "k": { "formula": "Within(team, sales)" } """, "k (within)")]
    [InlineData(""" "k": { "formula": "everyone(sales, sales > 0)" } """, "k (everyone)")]
    [InlineData(""" "k": { "formula": "if(reports(sales) > 0, 1, 0)" } """, "k (reports)")]
    [InlineData(""" "k": { "formula": "share(team, sales) + rank(team, sales)" } """, "k (rank), k (share)")]
    [InlineData(""" "k": { "formula": "previous(ytd(everyone(sales)))" } """, "k (everyone)")]
    // only what is written with the function, not what names it
    [InlineData(""" "k": { "formula": "rank(team, sales)", "target": 3, "better": "lower" }, "l": { "formula": "k * 2" } """, "k (rank)")]
    // by parts that nobody can name
    [InlineData(
        """ "k": { "formula": "sales", "target": 1, "weight": 1, "appliesTo": "rank(team, sales) > 1" } """, "k (rank), k.target (rank)")]
    public void OfKpis_AreThoseWrittenWithAFunction(string kpis, string expected) =>
        Uses($$""" "kpis": { {{kpis}} } """).Should().Be(expected);

    [Theory]
    [InlineData(""" "bonus": { "basis": "sales", "rate": "1%" } """, "")]
    [InlineData(""" "bonus": { "pool": { "amount": 100, "among": "team" } } """, "bonus (pool)")]
    [InlineData(""" "bonus": { "pool": { "amount": "1% * within(team, sales)", "share": "sales" } } """, "bonus (pool), bonus (within)")]
    [InlineData(""" "bonus": { "amount": { "on": "rank(team, sales)", "steps": [ { "from": 1, "value": 10 } ] } } """, "bonus (rank)")]
    public void OfIncentives_AreTheirLines(string incentives, string expected) =>
        Uses($$""" "kpis": {}, "incentives": { {{incentives}} } """).Should().StartWith(expected).And.NotContain("payout");

    [Fact]
    public void OfWarningsAndSmart_TheyCountAlthoughTheyWaitToBeRead() => Uses("""
        "kpis": { "k": { "formula": "sales", "target": "given", "smart": { "achievable": { "baseline": "everyone(sales)", "from": 1, "to": 2 } } } },
        "warnings": { "low": { "when": "sales < everyone(sales) / 10", "message": "low" } }
        """).Should().Contain("low").And.Contain("k.smart.achievable (everyone)");

    private static string Uses(string sections)
    {
        var read = Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "sales": { "combine": "sum" } }, "attributes": { "team": { "type": "text" }, "manager": { "type": "text" } }, {{sections}} }""");
        read.Diagnostics.Should().BeEmpty();
        return string.Join(", ", read.Policy!.LooksAtOthers.Select(use => use.ToString()));
    }
}
