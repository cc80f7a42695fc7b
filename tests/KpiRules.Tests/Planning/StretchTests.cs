using System.Linq;
using FluentAssertions;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Planning;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Planning;

/// <summary>Factors of stretch targets that formulas give: where they are looked at, what they look at, and what they leave.</summary>
public sealed class StretchTests
{
    private static readonly Policy Policy = Policy("""
        "measures": { "sales": { "unit": "money" } }, "attributes": { "team": { "type": "text" } }, "parameters": { "easy": 0.9 },
        "kpis": { "goal": { "formula": "sales", "target": "given" } },
        "plans": { "p": { "kpi": "goal", "total": 400, "from": "2025-02", "to": "2025-05", "roundTo": 1, "stretch": {
          "number": 1.1, "written": "120%", "parameter": "easy", "ranked": "if(rank(plan.progress) = 1, 1.5, 1)", "mean": "medianIn(team, plan.progress)",
          "when": "month() / 10", "facts": "sales / 100", "earlier": "previous(sales) / 100", "known": "default(plan.progress, 2)"
        } } }
        """);

    [Fact]
    public void Numbers_AreNumbersHoweverTheyAreWritten()
    {
        var plan = Policy.Plans.Single();
        plan.Stretch.Take(4).Select(plan.FactorOf).Should().Equal(1.1m, 1.2m, 0.9m, null);
        plan.Stretch.Take(4).Select(plan.FormulaOf).Should().Equal(null, null, null, "if(rank(plan.progress) = 1, 1.5, 1)");
        var result = Plan(0, facts => { });
        (result.Stretch("written", "a", Month(1)), result.Stretch("parameter", "a", Month(4))).Should().Be((60m, 45m));
        result.ExplainFactor("written", "a").Should().BeNull("there is nothing to explain");
        FluentActions.Invoking(() => result.Factor("nmuber", "a")).Should().Throw<System.Collections.Generic.KeyNotFoundException>()
            .WithMessage("Plan 'p' has no stretch target 'nmuber'; did you mean 'number'?");
    }

    [Theory]
    [InlineData(0, "ranked 1.5 1.5, mean 1 1, when 0.1 0.1, facts 0.07 -, earlier - -, known 1 1")]
    [InlineData(1, "ranked 1 1.5, mean 2 3.6, when 0.2 0.2, facts 1 1.8, earlier 0.07 -, known 2 3.6")]
    [InlineData(2, "ranked - -, mean 3 4, when 0.3 0.3, facts 2 2.2, earlier 1 1.8, known 3 4")]
    public void AFormula_IsOneOfTheLastClosedPeriod(int closed, string factors)
    {
        var result = Plan(closed, facts => facts.Add("a", Month(1), ("sales", 100)).Add("b", Month(1), ("sales", 180))
            .Add("a", Month(2), ("sales", 200)).Add("b", Month(2), ("sales", 220)).Add("c", Month(2), ("sales", 999)));
        var shown = result.Plan.Stretch.Where(name => result.Plan.FactorOf(name) is null)
            .Select(name => $"{name} {Shown(result.Factor(name, "a"))} {Shown(result.Factor(name, "b"))}");
        string.Join(", ", shown).Should().Be(
            factors, "and who is not in the plan has no progress, so nobody's rank among all is known then");
        result.Target("a", Month(3)).Should().Be(50);
    }

    [Fact]
    public void WithoutAFactor_OnlyThatColumnIsNotThere()
    {
        var result = Plan(1, facts => facts
            .Add("a", Month(1), ("sales", 100), ("goal.facts", 7)).Add("b", Month(1), ("goal.known", 5), ("goal.facts", 7)));
        result.Stretch("facts", "b", Month(1)).Should().Be(7m, "the facts of a closed period say so");
        result.Stretch("facts", "b", Month(2)).Should().BeNull();
        (result.Stretch("known", "b", Month(1)), result.Stretch("known", "b", Month(2)), result.Target("b", Month(2)))
            .Should().Be((5m, 100m, 50m));
        result.Issues.Where(issue => issue.Subject == "b" && issue.Fact == "goal.facts").Select(issue => issue.ToString()).Should().Equal(
            "data issue KPI6110: b 2025-02: the stretch target 'goal.facts' is not available, for its factor is not: 'sales' is missing");
        (result.Progress("a"), result.Progress("b")).Should().Be((2m, null));
    }

    [Fact]
    public void AFactor_IsExplained()
    {
        var text = Plan(1, facts => facts.Add("a", Month(1), ("sales", 100)).Add("b", Month(1), ("sales", 20)))
            .ExplainFactor("known", "b")!.ToString();
        text.Should().StartWith("goal.known = 40%").And.Contain("default(plan.progress, 2) = 40%   [plan.progress = 40%]");
    }

    /// <summary>Only the making of a plan knows how far it is: neither evaluations nor exports look at such a formula.</summary>
    [Fact]
    public void NobodyElseAsksHowFarAPlanIs()
    {
        var facts = Dataset.Build(builder => builder.Add("a", Month(0), ("sales", 7), ("goal.target", 1)));
        Policy.Evaluate(facts, Month(0)).Sheet.EagerInputs.Should().OnlyContain(slot => slot.Input.IsPlain);
        CellClosure.InThePeriod(Policy.Sheet.Cells).Select(cell => cell.Name)
            .Should().Contain("goal").And.NotContain(name => name.Contains("plan.progress") || name.EndsWith("ranked"));
    }

    private static string Shown(decimal? factor) => factor is { } number ? ((FactValue)number).ToString() : "-";

    private static PlanResult Plan(int closed, System.Action<DatasetBuilder> add) => Policy.Plan("p", Dataset.Build(facts =>
    {
        facts.Add("a", Month(0), ("sales", 7), ("team", "x")).Add("b", Month(0), ("team", "y"));
        add(facts);
    }), closed == 0 ? null : Month(closed));
}
