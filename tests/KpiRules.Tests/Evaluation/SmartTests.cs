using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What a host sees of targets that are judged before they are used.</summary>
public sealed class SmartTests
{
    private const string Before = """
        "effective": { "from": "2025-01-01", "to": "2025-12-31" }, "parameters": { "most": 1.3 }, "attributes": { "share": { "type": "number" } },
        "measures": { "sales": { "unit": "money" } },
        """;

    [Theory]
    [InlineData("\"from\": 1, \"to\": 1.3", 9000000, 724113, "target 9,000,000 is 12.4 times the baseline 724,113; at most 1.3 is allowed")]
    [InlineData("\"from\": 1, \"to\": 1.3", 90, 100, "target 90 is 0.9 times the baseline 100; at least 1 is allowed")]
    [InlineData("\"from\": 1, \"to\": 1.3", 130, 100, "target 130 is 1.3 times the baseline 100; 1 to 1.3 is allowed")]
    [InlineData("\"from\": 1, \"to\": 1.3", 130.01, 100, "target 130.01 is 1.3001 times the baseline 100; at most 1.3 is allowed")]
    [InlineData("\"from\": 1, \"to\": 1.3", 129.99, 100, "target 129.99 is 1.2999 times the baseline 100; 1 to 1.3 is allowed")]
    [InlineData("\"to\": \"most\"", 131, 100, "target 131 is 1.31 times the baseline 100; at most 1.3 is allowed")]
    [InlineData("\"from\": 1", 1, 3, "target 1 is 0.3 times the baseline 3; at least 1 is allowed")]
    [InlineData(
        "\"when\": \"target - baseline <= 10\"", 120, 100, "target 120 with the baseline 100 does not meet target - baseline <= 10")]
    [InlineData("\"when\": \"target - baseline <= 10\"", 110, 100, "target 110 with the baseline 100 meets target - baseline <= 10")]
    [InlineData("\"to\": 2", 110, 0, "'goal.smart.achievable' divides by zero (value is 0)")]
    public void Achievable_SaysTheFigures(string band, decimal target, decimal before, string message)
    {
        var smart = Evaluate($$"""{{Before}} "kpis": { "goal": { "formula": "sales", "target": "given", "smart": { "achievable": { "baseline": "value", {{band}} } } } }""", target, before);
        var achievable = smart.Criteria[(int)SmartCriterion.Achievable];
        achievable.Message("en").Should().Be(message);
        achievable.IsOfRuleset.Should().BeFalse();
    }

    [Theory]
    [InlineData("percent", "target 2% is 3 times the baseline 0.67%; at most 2 is allowed")]
    [InlineData("ratio", "target 0.02 is 3 times the baseline 0.0067; at most 2 is allowed")]
    public void Achievable_SpeaksInTheUnit(string unit, string message)
    {
        var smart = Evaluate($$"""{{Before.Replace("\"unit\": \"money\"", "")}} "kpis": { "goal": { "formula": "sales / 3", "unit": "{{unit}}", "target": "given", "smart": { "achievable": { "baseline": "value", "to": 2 } } } }""", 0.02m, 0.02m);
        smart.Criteria[(int)SmartCriterion.Achievable].Message("en").Should().Be(message);
    }

    [Theory]
    [InlineData("\"weight\": 5", true, "weight 5", true)]
    [InlineData("\"weight\": 4", false, "weight 4; at least 5 is asked for", true)]
    [InlineData("\"weight\": 41", false, "weight 41; at most 40 is allowed", true)]
    [InlineData("\"title\": \"Sales\"", false, "weight missing", true)]
    [InlineData("\"weight\": \"share\"", true, "weight 30", false)]
    [InlineData("\"weight\": \"share * 2\"", false, "weight 60; at most 40 is allowed", false)]
    public void Relevant_LooksAtTheWeight(string written, bool holds, string message, bool isOfRuleset)
    {
        var smart = Evaluate($$"""{{Before}} "kpis": { "goal": { "formula": "sales", "target": "given", {{written}} } }, "smart": { "relevant": { "weight": { "from": 5, "to": 40 } } }""", 1, 1);
        smart.Criteria[(int)SmartCriterion.Relevant].Should().BeEquivalentTo(new { Holds = holds, IsOfRuleset = isOfRuleset });
        smart.Criteria[(int)SmartCriterion.Relevant].Message("en").Should().Be(message);
        smart.Holding.Should().Be(holds ? 1 : 0);
    }

    [Fact]
    public void Waiver_IsTold()
    {
        var smart = Evaluate($$"""{{Before}} "kpis": { "goal": { "formula": "sales", "target": "given", "smart": false, "reason": { "en": "pilot", "zh": "试行" } } }""", 1, 1);
        (smart.Holding, smart.Waiver!.In("zh"), smart.Cause!.Explain("en"))
            .Should().Be((null, "试行", "the check of 'goal' is waived: pilot"));
        smart.Criteria.Should().OnlyContain(criterion => criterion.Holds == null && criterion.Message("zh") == "“goal”免于检查：试行");
    }

    [Fact]
    public void WithoutATarget_NothingIsJudged()
    {
        var policy = PropertyCases.Policy($$"""{{Before}} "kpis": { "goal": { "formula": "sales", "target": "given" }, "seen": { "formula": "sales" } }, "smart": { "specific": { "require": ["target"] } }""");
        var subject = policy.Evaluate(Dataset.Build(d => d.Add("s", "2025-02", ("sales", 1))), Period.Parse("2025-02"))["s"];
        subject.Kpis["seen"].Smart.Should().BeNull("it has no target");
        var smart = subject.Kpis["goal"].Smart!;
        (smart.Target, smart.Holding).Should().Be((null, null));
        smart.Cause!.Explain("en").Should().EndWith("'goal.target' is missing");
    }

    [Fact]
    public void Measurable_AsksWhetherThereWasAValue_NotWhetherThereWereFacts()
    {
        const string Sections = Before + """ "kpis": { "goal": { "formula": "sales", "target": "given" } }, "smart": { "measurable": { "require": ["formula"] }, "timeBound": { "within": "effective", "longest": "month" } }""";
        Evaluate(Sections, 1, null).Criteria[(int)SmartCriterion.Measurable].Message("en")
            .Should().Be("'goal' was not available in 2025-01, although there were facts");
        Evaluate(Sections, 1, 5).Criteria[(int)SmartCriterion.Measurable].Message("zh").Should().Be("“goal”在 2025-01 有值");
        Evaluate(Sections, 1, 5).Criteria.Select(criterion => criterion.Holds).Should().Equal(null, true, null, null, true);
    }

    [Fact]
    public void Measurable_CannotBeSaidWhereTheKpiDidNotApply()
    {
        var policy = PropertyCases.Policy($$"""{{Before}} "kpis": { "goal": { "formula": "sales", "target": 5, "appliesTo": "share > 10" } }, "smart": { "measurable": { "require": ["formula"] } }""");
        var facts = Dataset.Build(d => d.Add("s", "2025-01", ("share", 5), ("sales", 1)).Add("s", "2025-02", ("share", 20), ("sales", 1)));
        var measurable = policy.Evaluate(facts, Period.Parse("2025-02"))["s"].Kpis["goal"].Smart!.Criteria[(int)SmartCriterion.Measurable];
        (measurable.Holds, measurable.Message("en")).Should().Be((null, "'goal' does not apply to this subject (2025-01)"));
    }

    private static SmartResult Evaluate(string sections, decimal? target, decimal? before)
    {
        var facts = Dataset.Build(
            d => d.AddSubject("s", ("share", 30)).Add("s", "2025-01", ("sales", before)).Add("s", "2025-02", ("goal.target", target)));
        if (before is null)
            facts = Dataset.Build(d => d.Add("s", "2025-01", ("share", 30)).Add("s", "2025-02", ("goal.target", target)));
        return PropertyCases.Policy(sections).Evaluate(facts, Period.Parse("2025-02"))["s"].Kpis["goal"].Smart!;
    }
}
