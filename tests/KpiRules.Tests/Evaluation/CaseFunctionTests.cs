// What an explanation tells of a choice by cases, and where the choice may stand.
using System.Linq;
using FluentAssertions;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

public sealed class CaseFunctionTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Policy = Policy.Read("""
        {
          "id": "cases", "version": "1", "settings": { "language": "en" }, "measures": { "sales": { "unit": "money" } },
          "attributes": { "level": { "type": "text" }, "steps": { "type": "number" }, "team": { "type": "text" } },
          "records": { "deals": { "fields": { "amount": { "unit": "money" }, "kind": { "type": "text" } } } },
          "kpis": {
            "rate": { "formula": "case(level, 'junior', 3%, 'senior', 5%, 1%)", "unit": "percent" },
            "by_steps": { "formula": "case(steps, 1, 10, -2.50, 20)" },
            "chosen_counts": { "formula": "case(level, 'junior', 1 / 0, 'senior', sales)" },
            "worded": { "formula": "if(case(level, 'junior', 'near', 'far') = 'near', 1, 0)" },
            "nested": { "formula": "case(level, 'junior', case(steps, 1, 7, 8), 9)" },
            "by_level": { "formula": "sum(deals, case(level, 'junior', amount, 'senior', 2 * amount, 'chief', 3 * amount))", "unit": "money" },
            "before": { "formula": "previous(case(level, 'junior', 1, 2))" },
            "highest": { "formula": "highestIn(team, case(level, 'junior', 1, 2))" },
            "goal": { "formula": "sales", "target": 100 },
            "light": { "formula": "case(goal.status, 'green', 3, 'yellow', 2, 'red', 1)" }
          },
          "incentives": { "bonus": { "each": "deals", "amount": "amount * case(kind, 'A', 8%, 0)" } }
        }
        """).Policy!;

    [Theory]
    [InlineData("senior", "rate = 5%\n  case(level, 'junior', 3%, 'senior', 5%, 1%) = 5%   [level = senior]\n    senior: 0.05\n")]
    [InlineData("chief", "rate = 1%\n  case(level, 'junior', 3%, 'senior', 5%, 1%) = 1%   [level = chief]\n    chief: 0.01\n")]
    public void AnExplanation_TellsTheCaseThatWasChosen(string level, string text) =>
        Evaluate(("level", level)).Explain("rate").ToString("en").Should().Be(text);

    [Theory]
    [InlineData("by_steps", "no case for '7'", "没有“7”这一情形")]
    [InlineData("chosen_counts", "no case for 'chief'", "没有“chief”这一情形")]
    public void ACause_TellsTheValueThatHasNoCase(string kpi, string en, string zh)
    {
        var cause = Evaluate(("level", "chief"), ("steps", 7))[kpi].Cause!;
        (cause.Kind, cause.Explain("en"), cause.Explain("zh")).Should().Be((CauseKind.NoCase, en, zh));
    }

    [Fact]
    public void WhatIsAskedFor_MustBeThere_AndIsTheCause() =>
        Policy.Evaluate(new Subject("ann") { ["sales"] = 1 }, March)["rate"].Cause!.Explain("en").Should().Be("'level' is missing");

    [Theory]
    [InlineData("junior", "by_level", 10)]
    [InlineData("senior", "by_level", 20)]
    [InlineData("chief", "by_level", 30)]
    [InlineData("junior", "nested", 7)]
    [InlineData("senior", "nested", 9)]
    [InlineData("junior", "worded", 1)]
    [InlineData("senior", "worded", 0)]
    [InlineData("junior", "before", 2)]
    [InlineData("junior", "highest", 1)]
    [InlineData("senior", "highest", 2)]
    [InlineData("senior", "chosen_counts", 90)]
    [InlineData("senior", "light", 2)]
    public void ItMayStand_WhereverIfMay(string level, string kpi, int expected) =>
        Evaluate(("level", level), ("steps", 1), ("sales", 90), ("team", "east"))[kpi].Number.Should().Be(expected);

    [Fact]
    public void InRecords_ItsFieldsAreTold_AndNoLineForEachCase() =>
        Evaluate(("sales", 1)).Explain("bonus").ToString("en").Should().Contain("1 (amount = 10, kind = A): 0.80")
            .And.NotContain("    A: ");

    [Fact]
    public void ACaseInACase_IsToldOnce()
    {
        var policy = Policy.Read("""
            { "id": "nested", "version": "1", "attributes": { "steps": { "type": "number" } },
              "kpis": { "k": { "formula": "case(case(steps, 1, 10, 20), 30, 1, 5)" } } }
            """).Policy!;
        policy.Evaluate(new Subject("ann") { ["steps"] = 1 }, March).Explain("k").ToString("en").Should().EndWith(
            "[steps = 1]\n    1: 10\n    10: 5\n");
    }

    /// <summary>However many labels there are: each lookup leaves a note.</summary>
    [Theory]
    [InlineData("case(lookup(classes.class, level), 'a', 1, 'b', 2, 'c', 3, 'd', 4)", 4)]
    [InlineData("case(lookup(classes.class, level), 'a', 1, 'b', 2)", null)]
    [InlineData("case(lookup(classes.class, level), 'a', 1)", null)]
    [InlineData("sum(deals, case(lookup(classes.class, kind), 'a', 1, 'b', 2, 9))", 9)]
    [InlineData("case(lookup(classes.number, level), 1, 10, 2, 20, 7, 70, 0)", 70)]
    public void WhatIsAskedFor_IsWorkedOutOnce(string formula, int? expected)
    {
        var policy = Policy.Read($$"""
            { "id": "once", "version": "1", "attributes": { "level": { "type": "text" } },
              "records": { "deals": { "fields": { "kind": { "type": "text" } } } }, "kpis": { "k": { "formula": "{{formula}}" } },
              "tables": { "classes": { "keys": [ { "name": "of" } ], "values": { "class": { "type": "text" }, "number": {} },
                "rows": [ { "of": "x", "class": "d", "number": 7 } ] } } }
            """).Policy!;
        var evaluation = policy.Evaluate(
            Dataset.Build(builder => builder.Add("ann", March, ("level", "x")).AddRecord("ann", "2026-03", "deals", ("kind", "x"))), March);
        evaluation["ann"]["k"].Number.Should().Be(expected);
        var trace = new Trace();
        evaluation.Sheet.ProgramOf("k")!.Explain(evaluation.Frame.Copy(trace), 0);
        trace.Steps.Count(step => step.Kind == StepKind.Lookup).Should().Be(1);
    }

    /// <summary>Ann, who was senior last month, with one deal.</summary>
    private static SubjectEvaluation Evaluate(params (string, FactValue)[] facts) => Policy.Evaluate(
        Dataset.Build(builder => builder.Add("ann", "2026-02", ("level", "senior")).Add("ann", March, facts)
            .AddRecord("ann", "2026-03", "deals", ("amount", 10), ("kind", "A"))), March)["ann"];
}
