using System.Linq;
using FluentAssertions;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>What hosts are told of units is what the ruleset says, and what comes of that.</summary>
public sealed class UnitsOfResultsTests
{
    [Theory]
    [InlineData("sales", null, "money")]
    [InlineData("sales / orders", null, null)]
    [InlineData("sales / orders", "money", "money")]
    [InlineData("sales / orders", "money / count", "money / count")]
    [InlineData("sales / orders * orders", null, null)]
    [InlineData("sales * orders", null, null)]
    [InlineData("price", null, "money／count")]
    [InlineData("price * 1.1", null, "money／count")]
    [InlineData("price * orders", null, "money")]
    [InlineData("sales / price", null, "count")]
    [InlineData("price / price", null, "ratio")]
    [InlineData("price / sales", null, null)]
    [InlineData("sales / orders + price", null, "money／count")]
    [InlineData("default(sales / orders, floor)", null, "money")]
    [InlineData("headcount()", null, "count")]
    [InlineData("count(deals) - 1", null, "count")]
    [InlineData("sales / sales / orders", null, null)]
    public void Hosts_SeeWhatTheRulesetSays(string formula, string? declared, string? seen)
    {
        var unit = declared is null ? "" : $$""", "unit": "{{declared}}" """;
        var policy = Policy.Read($$"""
            {
              "id": "x", "version": "1",
              "measures": { "sales": { "unit": "money" }, "orders": { "unit": "count" }, "price": { "unit": "money／count" } },
              "records": { "deals": { "fields": { "amount": { "unit": "money" } } } },
              "parameters": { "floor": { "value": 1, "unit": "money" } },
              "kpis": { "k": { "formula": "{{formula}}"{{unit}} } }
            }
            """).Policy!;
        policy.Kpis.Single().Unit.Should().Be(seen);
        policy.Results.Single(cell => cell.Name == "k").Unit.Should().Be(seen);
        policy.Facts.Single(fact => fact.Name == "price").Unit.Should().Be("money／count");
    }

    /// <summary>KPIs that square one another: a unit does not grow with them.</summary>
    [Fact]
    public void UnitsOfManyFactors_AreNotKnown()
    {
        var squares = string.Join(", ", Enumerable.Range(1, 60).Select(i => $$""" "k{{i}}": { "formula": "k{{i - 1}} * k{{i - 1}}" } """));
        var read = Policy.Read($$"""
            {
              "id": "x", "version": "1", "measures": { "sales": { "unit": "money" }, "days": { "unit": "days" } },
              "kpis": { "k0": { "formula": "sales / days" }, {{squares}}, "sum": { "formula": "k60 + sales" } }
            }
            """);
        read.Diagnostics.Should().BeEmpty();
        read.Policy!.Kpis.Should().HaveCount(62);
    }
}
