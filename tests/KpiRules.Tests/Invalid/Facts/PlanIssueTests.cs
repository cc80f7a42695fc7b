using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Invalid.Facts;

/// <summary>Facts that a plan cannot do with print exactly the approved reasons.</summary>
public sealed class PlanIssueTests
{
    private static readonly Policy Policy = KpiRules.Policy.Read("""
        { "id": "x", "version": "1", "attributes": { "team": { "type": "text" } }, "measures": { "sales": { "unit": "money" }, "w": {}, "quota": {} },
          "kpis": { "goal": { "formula": "sales", "target": "given" } },
          "plans": {
            "even": { "kpi": "goal", "total": 1000, "from": "2026-01", "to": "2026-03" },
            "teams": { "kpi": "goal", "total": 1000, "from": "2026-01", "to": "2026-03", "down": ["team", "subject"], "weights": "w" },
            "quotas": { "kpi": "goal", "total": "quota", "from": "2026-01", "to": "2026-03" },
            "last_year": { "kpi": "goal", "total": 1000, "from": "2026-01", "to": "2026-03", "periods": "history" },
            "weeks": { "kpi": "goal", "total": 1000, "from": "2026-W52", "to": "2026-W53", "periods": "history" },
            "ending": { "kpi": "goal", "total": 1000, "from": "2026-01", "to": "2026-03", "periods": { "2026-01": 1, "2026-02": 1, "2026-03": 0 }, "shortfall": "spread" },
            "huge": { "kpi": "goal", "total": "quota", "from": "2026-01", "to": "2026-03" }
          } }
        """).Policy!;

    private static readonly (string Plan, string? Closed, Action<DatasetBuilder> Facts)[] Cases =
    [
        ("even", null, _ => { }),
        ("teams", null, facts => Add(facts, 3, ("w", 1))),
        ("teams", null, facts => Add(facts, 8, ("team", "a"), ("w", -1))),
        ("teams", null, facts => Add(facts, 2, ("team", "a"), ("w", "one"))),
        ("teams", null, facts => Add(facts, 2, ("team", "a"), ("w", 0))),
        ("quotas", null, facts => Add(facts, 2)),
        ("quotas", null, facts => { Add(facts, 1, ("quota", 100)); facts.Add("bob", "2025-12", ("quota", 100.5m)); }),
        ("quotas", null, facts => Add(facts, 2, ("quota", -100))),
        ("huge", null, facts => Add(facts, 2, ("quota", 79228162514264337593543950335m))),
        ("last_year", null, facts =>
        {
            Add(facts, 2);
            facts.Add("s1", "2025-01", ("sales", 5)).Add("s2", "2025-01", ("sales", -5)).Add("s1", "2025-02", ("w", 5));
        }),
        ("last_year", null, facts =>
        {
            Add(facts, 1);
            facts.Add("s1", "2025-01", ("sales", 0)).Add("s1", "2025-02", ("sales", 0)).Add("s1", "2025-03", ("sales", 0));
        }),
        ("weeks", null, facts => facts.Add("s1", "2026-W51").Add("s1", "2025-W52", ("sales", 0))),
        ("ending", "2026-02", facts =>
        {
            Add(facts, 2);
            facts.Add("s1", "2026-01", ("sales", 5)).Add("s2", "2026-01", ("sales", 5)).Add("s1", "2026-02", ("sales", 5));
        }),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void WhatAPlanCannotDoWith_IsNamed(string language)
    {
        var text = "";
        foreach (var (plan, closed, facts) in Cases)
        {
            var result = Policy.Plan(plan, Dataset.Build(facts), closed is null ? null : Period.Parse(closed));
            result.Issues.Should().NotBeEmpty().And.EndWith(result.Reasons);
            text += string.Concat(result.Issues.Select(issue => issue.ToString(language) + "\n"));
        }

        Golden.Matches(text, "tests", "KpiRules.Tests", "Invalid", "Facts", $"plans.{language}.txt");
    }

    /// <summary>So many subjects in the period before, all with the same facts.</summary>
    private static void Add(DatasetBuilder facts, int subjects, params (string Fact, FactValue Value)[] values)
    {
        for (var i = 1; i <= subjects; i++)
            facts.Add(
                $"s{i}", Period.Parse("2025-12"), values.Select(value => new KeyValuePair<string, FactValue>(value.Fact, value.Value)));
    }
}
