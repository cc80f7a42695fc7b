using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>
/// A message shows a number on the side of whatever the ruleset compares it with, where the condition that speaks is right.
/// </summary>
public sealed class ShownInMessagesTests
{
    [Theory]
    [InlineData("margin < 20%", "{margin:P1}, below 20 %", "19.96%, below 20 %")]
    [InlineData("margin < floor", "{margin:P0}, below {floor:P0}", "19.96%, below 20%")]
    [InlineData("20% > margin", "{margin}", "19.96%")]
    [InlineData("not between(margin, 20%, 1)", "{margin:P0}", "19.96%")]
    [InlineData("margin < margin.target", "{margin:P0} of {margin.target:P0}", "19.96% of 20%")]
    [InlineData(
        "margin.attainment < 1",
        "{margin.attainment:P0}, {margin:P0} of {margin.target:P0}, gap {margin.gap:P0}",
        "99.8%, 19.96% of 20%, gap 0.04%")]
    [InlineData("margin.status <> 'green'", "{margin.attainment:P0}", "99.8%")]
    [InlineData("sales < quota", "{sales:N0} of {quota:N0}", "99,999.6 of 100,000")]
    [InlineData("commission > 0", "{sales:N0}", "99,999.6")]
    [InlineData("scorecard < 100", "{scorecard:N0} {scorecard.grade}", "99.8 poor")]
    [InlineData("sales > 0", "{cost:N0}", "80,040")]
    public void AMessage_NeverCrossesItsLine(string when, string message, string expected)
    {
        var policy = Policy.Read($$"""
            { "id": "x", "version": "1", "settings": { "language": "en" }, "parameters": { "floor": { "value": 0.2, "unit": "percent" } },
              "measures": { "sales": { "unit": "money" }, "quota": { "unit": "money" }, "cost": { "unit": "money" }, "margin_given": { "unit": "percent", "combine": "last" } },
              "kpis": { "margin": { "formula": "margin_given", "unit": "percent", "target": 0.2, "weight": 1 } },
              "scorecard": { "grades": [ { "grade": "good", "from": 100 }, { "grade": "poor", "from": 0 } ] },
              "incentives": { "commission": { "amount": { "on": "sales", "steps": [ { "from": 0, "value": 5 }, { "from": 100000, "value": 10 } ] } } },
              "warnings": { "low": { "when": "{{when}}", "message": "{{message}}" } } }
            """).Policy!;
        var facts = Dataset.Build(
            d => d.Add("ann", "2026-03", ("margin_given", 0.1996m), ("sales", 99_999.6m), ("quota", 100_000), ("cost", 80_040.2m)));
        policy.Evaluate(facts, Period.Parse("2026-03"))["ann"].Warnings.Should().ContainSingle().Which.Message("en").Should().Be(expected);
    }

    /// <summary>What a schedule, a grade or a function compares is a line as much as what a condition does.</summary>
    [Theory]
    [InlineData("""{ "on": "x", "blocks": { "from": 100, "size": 10, "value": 1 } }""")]
    [InlineData("""{ "on": "x", "blocks": { "from": "line", "size": 10, "value": 1 } }""")]
    [InlineData("""{ "on": "x", "marginal": [ { "from": 100, "rate": 1 } ] }""")]
    [InlineData("""{ "on": "x", "points": [ { "at": 0, "value": 1 }, { "at": "line", "value": 2 } ] }""")]
    [InlineData("""{ "rows": { "on": "line", "from": [ 0 ] }, "columns": { "on": "x", "from": [ 0, 100 ] }, "values": [ [ 1, 2 ] ] }""")]
    [InlineData(""" "if(in(x, 1, 100), 1, 0)" """)]
    [InlineData(""" "if(between(x, 100, 200), 1, 0)" """)]
    [InlineData(""" "if(not (x >= line), 1, 0)" """)]
    public void WhatAResultComparesAFactWith_IsALineToo(string formula)
    {
        var policy = Policy.Read($$"""
            { "id": "x", "version": "1", "settings": { "language": "en" }, "measures": { "x": {}, "line": {} },
              "kpis": { "k": { "formula": {{formula}} } },
              "warnings": { "told": { "when": "available(k)", "message": "{x:N0}" } } }
            """).Policy!;
        var facts = Dataset.Build(d => d.Add("ann", "2026-03", ("x", 99.6m), ("line", 100)));
        policy.Evaluate(facts, Period.Parse("2026-03"))["ann"].Warnings.Should().ContainSingle()
            .Which.Message("en").Should().Be("99.6");
    }
}
