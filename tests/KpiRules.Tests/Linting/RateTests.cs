using System.Linq;
using FluentAssertions;
using Xunit;

namespace KpiRules.Tests.Linting;

/// <summary>Rates of money and bounds of fractions as companies write them: what is meant is left alone, ways out can be taken.</summary>
public sealed class RateTests
{
    [Theory]
    [InlineData("sales * 5 / 1000")]
    [InlineData("5 * sales / 100")]
    [InlineData("sales / 100 * 3")]
    [InlineData("(sales / 1000) * 5")]
    [InlineData("sales * permille / 1000")]
    [InlineData("sales * 1% * 2")]
    [InlineData("sales / 10000 * 50")]
    [InlineData("Floor(sales / 10000) * 50")]
    [InlineData("Floor(sales / 10000) * reward")]
    [InlineData("100% * sales")]
    [InlineData("-(sales * 100%)")]
    public void WhatComesToLessThanTheWhole_OrIsCalledTheWhole_IsMeant(string amount) => Findings(amount).Should().BeEmpty();

    [Theory]
    [InlineData("sales * 2.5", "a rate of 2.5 pays 250% of an amount of money; if 2.5% is meant, write 0.025")]
    [InlineData("sales * 1", "a rate of 1 pays 100% of an amount of money; if 1% is meant, write 0.01")]
    [InlineData("sales * 250 / 100", "a rate of 250 pays 250% of an amount of money; if 2.5% is meant, write 2.5")]
    [InlineData("sales * 0.5 * 3", "a rate of 3 pays 150% of an amount of money; if 1.5% is meant, write 0.03")]
    [InlineData("sales * 250%", "a rate of 2.5 pays 250% of an amount of money; if 2.5% is meant, write 0.025")]
    [InlineData("Floor(sales / 10000) * 20000", "a rate of 20000 pays 200% of an amount of money; if 2% is meant, write 200")]
    public void WhatComesToTheWholeOrMore_IsTold_AsItIsWritten(string amount, string expected) =>
        Findings(amount).Should().Equal("KPI8011 " + expected);

    /// <summary>A parameter takes no text: the number that is proposed stands anywhere.</summary>
    [Fact]
    public void TheNumberProposedForAFraction_CanBeWrittenAsAParameter()
    {
        const string Ruleset = """
            { "id": "x", "version": "1", "parameters": { "gate": 80 },
              "measures": { "paid": { "unit": "money" }, "sales": { "unit": "money" } },
              "kpis": { "rate": { "formula": "paid / sales", "unit": "percent" } },
              "incentives": { "line": { "gate": "rate >= gate", "amount": "1% * sales" } } }
            """;
        var finding = Policy.Read(Ruleset).Findings.Should().ContainSingle().Subject;
        finding.Message("en").Should().EndWith("if 80% is meant, write 0.8");
        Policy.Read(Ruleset.Replace("80", "0.8")).Findings.Should().BeEmpty();
    }

    [Fact]
    public void ABoundOfATable_IsHeldAgainstTheFractionThatIsLookedUp()
    {
        var read = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "paid": { "unit": "money" }, "sales": { "unit": "money" } },
              "tables": { "t": { "keys": [ { "name": "done", "type": "number", "match": "from" } ], "values": { "rate": {} },
                "rows": [ { "done": 0, "rate": "1%" }, { "done": 80, "rate": "2%" }, { "done": "100%", "rate": "3%" } ] } },
              "kpis": { "rate": { "formula": "paid / sales", "unit": "percent" } },
              "incentives": { "line": { "amount": "sales * lookup(t.rate, rate)" } } }
            """);
        read.Findings.Where(finding => finding.Code == "KPI8010").Select(finding => finding.Path).Should().Equal("tables.t.rows[1].done");
    }

    [Fact]
    public void APenaltyThatOnlySometimesPays_NeedsAnUpperLimit()
    {
        const string Ruleset = """
            { "id": "x", "version": "1", "measures": { "list": { "unit": "money" }, "price": { "unit": "money" } },
              "incentives": { "line": { "kind": "penalty", "amount": "-10% * (list - price)", "max": 0 } } }
            """;
        Policy.Read(Ruleset).Findings.Should().BeEmpty();
        Policy.Read(Ruleset.Replace(", \"max\": 0", "")).Findings.Should().ContainSingle().Which.Message("en").Should().EndWith(
            "write its amount with a minus, or 'max': 0 where it has one");
    }

    private static string[] Findings(string amount) => Policy.Read($$"""
        { "id": "x", "version": "1",
          "parameters": { {{(amount.Contains("permille") ? "\"permille\": 8" : "")}}{{(amount.Contains("reward")
              ? "\"reward\": { \"value\": 50, \"unit\": \"money\" }" : "")}} },
          "measures": { "sales": { "unit": "money" } }, "incentives": { "line": { "amount": "{{amount}}" } } }
        """).Findings.Select(finding => $"{finding.Code} {finding.Message("en")}").ToArray();
}
