using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Planning;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Planning;

/// <summary>What becomes of a plan once periods are closed, and of its targets once they are facts.</summary>
public sealed class ClosedPlanTests
{
    private static readonly Policy Policy = Policy("""
        "measures": { "sales": { "unit": "money" }, "w": {} },
        "kpis": {
          "goal": { "formula": "sales", "target": "given", "appliesTo": "default(w, 1) > 0" },
          "to_go": { "formula": "goal.stretched - goal" }, "to_date": { "formula": "ytd(goal.stretched)" }, "of_all": { "formula": "everyone(goal.stretched)" }
        },
        "plans": {
          "spread": { "kpi": "goal", "total": 400, "from": "2025-02", "to": "2025-05", "roundTo": 1, "shortfall": "spread", "stretch": { "stretched": 1.1, "低": 0.85 } },
          "kept": { "kpi": "goal", "total": 400, "from": "2025-02", "to": "2025-05", "roundTo": 1, "shortfall": "none", "stretch": { "stretched": 1.1 } },
          "weighted": { "kpi": "goal", "total": 400, "from": "2025-02", "to": "2025-05", "roundTo": 10, "shortfall": "spread", "periods": { "2025-02": 1, "2025-03": 1, "2025-04": 1, "2025-05": 2 } }
        }
        """);

    [Theory]
    [InlineData("spread", 0, "100 100 100 100")]
    [InlineData("spread", 1, "100 114 113 113")]
    [InlineData("spread", 2, "100 100 70 70")]
    [InlineData("spread", 3, "100 100 100 0")]
    [InlineData("spread", 4, "100 100 100 100")]
    [InlineData("kept", 2, "100 100 100 100")]
    [InlineData("weighted", 1, "80 90 80 170")]
    public void WhatIsLeft_IsSpreadOverOpenPeriods(string plan, int closed, string targets)
    {
        var result = Plan(plan, closed, facts => facts.Add("a", Month(1), ("sales", 60))
            .Add("a", Month(2), ("sales", 200))
            .Add("a", Month(3), ("sales", 500))
            .Add("a", Month(4), ("sales", 1)));
        result.Targets("a").Should().Equal(targets.Split(' ').Select(target => (decimal?)int.Parse(target)));
        (result.Part("a"), result.Total, result.Closed).Should().Be((400m, 400m, closed == 0 ? null : Month(closed)));
        result.IsSpread.Should().Be(closed > 0 && plan != "kept");
        result.Achieved("a").Should().Be(!result.IsSpread ? null : new[] { 60m, 260m, 760m, 761m }[closed - 1]);
    }

    [Theory]
    [InlineData("spread", "90 100 105 105")]
    [InlineData("kept", "90 100 100 100")]
    public void ClosedTargets_StayAsIssued(string plan, string targets)
    {
        var result = Plan(plan, 2, facts => facts.Add("a", Month(1), ("sales", 90), ("goal.target", 90))
            .Add("a", Month(2), ("sales", 100), ("goal.target", "gone")).Add("a", Month(3), ("goal.target", 1)));
        result.Targets("a").Should().Equal(targets.Split(' ').Select(target => (decimal?)int.Parse(target)));
        result.Issues.Select(issue => issue.Code).Should().Equal("KPI6002");
    }

    [Fact]
    public void ReturnsBeyondSales_AreSpreadToo() =>
        Plan("spread", 1, facts => facts.Add("a", Month(1), ("sales", -50))).Targets("a").Should().Equal(100m, 150m, 150m, 150m);

    [Fact]
    public void AnActualThatIsNotThere_LeavesOnlyItsSubjectWithoutOpenTargets()
    {
        var facts = Dataset.Build(builder => builder.Add("a", Month(0)).Add("b", Month(0)).Add("c", Month(0))
            .Add("a", Month(1), ("sales", 50)).Add("b", Month(1), ("w", 1)).Add("c", Month(1), ("sales", 5), ("w", 0)));
        var result = Policy.Plan("spread", facts, Month(1));
        result.IsAvailable.Should().BeTrue();
        result.Targets("a").Should().Equal(34m, 28m, 28m, 28m);
        result.Targets("b").Should().Equal(34m, null, null, null);
        result.Targets("c").Should().Equal(34m, null, null, null);
        result.Issues.Select(issue => (issue.Code, issue.Subject, issue.Period))
            .Should().Equal(("KPI6038", "b", Month(1)), ("KPI6038", "c", Month(1)));
        result.Issues[1].Message("en").Should().Be("'goal' of this closed period is not available ('goal' does not apply to this subject), "
            + "so the subject's open targets are not either");
    }

    [Fact]
    public void Targets_AreFactsThatFormulasUse()
    {
        var given = Dataset.Build(builder => builder.Add("a", Month(0), ("sales", 1)));
        var plan = Policy.Plan("spread", given);
        plan.Stretch("低", "a", Month(1)).Should().Be(85);
        var facts = Dataset.Build(builder =>
        {
            builder.CompleteFrom("2025-01").Add("a", Month(1), ("sales", 70)).Add("a", Month(2), ("sales", 70));
            plan.AddTo(builder);
        });
        var month = Policy.Evaluate(facts, Month(2));
        month.Issues.Should().BeEmpty();
        var results = month["a"];
        (results["goal.target"].Number, results["to_go"].Number, results["to_date"].Number, results["of_all"].Number)
            .Should().Be((100m, 40m, 220m, 110m));
        var quarter = Policy.Evaluate(facts, Period.Parse("2025-Q1"))["a"];
        (quarter["goal.target"].Number, quarter["of_all"].Number)
            .Should().Be((200m, 220m), "stretch targets combine as targets do, although no unit is declared");
    }

    [Fact]
    public void AStretchTargetTooLarge_IsNotThere()
    {
        var policy = Policy("""
            "measures": { "sales": {} }, "kpis": { "goal": { "formula": "sales", "target": "given", "combine": "sum" } },
            "plans": { "p": { "kpi": "goal", "total": 50000000000000000000000000000, "from": "2025-02", "to": "2025-02", "stretch": { "low": 0.5, "high": 2 } } }
            """);
        var result = policy.Plan("p", Dataset.Build(facts => facts.Add("a", Month(0))));
        (result.Stretch("low", "a", Month(1)), result.Stretch("high", "a", Month(1))).Should().Be((25000000000000000000000000000m, null));
        var evaluation = policy.Evaluate(Dataset.Build(result.AddTo), Month(1));
        (evaluation.Issues.Count, evaluation["a"]["goal.target"].Number).Should().Be((0, 50000000000000000000000000000m));
    }

    [Fact]
    public void WhoIsToGetNothing_NeedNotAchieveAnything()
    {
        var policy = Policy("""
            "measures": { "sales": { "unit": "money" }, "w": {} }, "kpis": { "goal": { "formula": "sales", "target": "given", "appliesTo": "w > 0" } },
            "plans": { "p": { "kpi": "goal", "total": 100, "from": "2025-02", "to": "2025-03", "weights": "w", "shortfall": "spread" } }
            """);
        var result = policy.Plan(
            "p",
            Dataset.Build(facts => facts.Add("a", Month(0), ("w", 1))
                .Add("boss", Month(0), ("w", 0))
                .Add("a", Month(1), ("sales", 30), ("w", 1))
                .Add("boss", Month(1), ("w", 0))),
            Month(1));
        (result.Target("a", Month(2)), result.Target("boss", Month(2)), result.Achieved("boss"), result.Issues.Count)
            .Should().Be((70, 0, 0, 0));
    }

    [Fact]
    public void PlansCostOrdinaryEvaluationsNothing()
    {
        var policy = Policy("""
            "measures": { "sales": { "unit": "money" } }, "kpis": { "goal": { "formula": "sales", "target": "given" } },
            "plans": { "p": { "kpi": "goal", "total": "everyone(ytd(sales)) * 2", "from": "2025-02", "to": "2025-05", "weights": "goal.pace * previous(sales)" } }
            """);
        var evaluation = policy.Evaluate(Dataset.Build(builder => builder.Add("a", Month(0), ("sales", 1), ("goal.target", 1))), Month(0));
        evaluation.Sheet.BatchPrograms.Should().OnlyContain(program => !program.Cell.IsInternal);
        evaluation.Sheet.EagerInputs.Should().OnlyContain(slot => slot.Input.IsPlain);
        evaluation.Sheet.ProgramOf("goal.pace")!.Cell.IsOnDemand.Should().BeTrue();
    }

    private static PlanResult Plan(string plan, int closed, System.Action<DatasetBuilder> add) => Policy.Plan(plan, Dataset.Build(facts =>
    {
        facts.Add("a", Month(0));
        add(facts);
    }), closed == 0 ? null : Month(closed));
}
