
using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What a host sees of warnings: states over time, whom they tell, what they say.</summary>
public sealed class WarningTests
{
    private const string Sections = """
        "settings": { "currency": "CNY", "lookback": 3 },
        "parameters": { "floor": { "value": 0.7, "unit": "percent" } },
        "measures": { "sales": { "unit": "money" } },
        "attributes": { "manager": { "type": "text" }, "director": { "type": "text" }, "hired": { "type": "date" }, "abroad": { "type": "boolean" } },
        "kpis": { "goal": { "formula": "sales", "target": 1000, "unit": "money" } },
        "warnings": {
          "low": {
            "title": { "zh": "偏低", "en": "Low" }, "when": { "warning": "goal.attainment < 0.9", "critical": "goal.attainment < floor" }, "until": "goal.attainment >= 1",
            "message": { "zh": "{subject} {period}：完成 {goal.attainment:P0}，差 {goal.gap:C}", "en": "{subject} {period}: {goal.attainment:P1} of {goal.target}, floor {floor}, since {hired}, abroad {abroad}" },
            "notify": ["self", "manager"], "response": "talk", "escalate": { "after": 2, "notify": ["director", "manager"] }
          },
          "plain": { "when": "sales < 500", "severity": "info" }
        }
        """;

    [Fact]
    public void Message_IsFilledByTheConventionsOfItsLanguage()
    {
        var low = Low((1, 865.25m));
        low.Message("zh").Should().Be("ann 2025-02：完成 87%，差 ¥134.75");
        low.Message("en").Should().Be("ann 2025-02: 86.5% of 1,000.00, floor 70%, since 2024-05-01, abroad not available");
        low.Message("de").Should().Be(low.Message("zh"), "it is the first there is");
        low.Warning.Response!.In("en").Should().Be("talk");
    }

    [Fact]
    public void WithoutAMessage_TheTitleOrTheIdIsTold() =>
        Evaluate((1, 100m)).Warnings.Single(warning => warning.Name == "plain").Message("en").Should().Be("plain");

    [Fact]
    public void Recipients_AreSubjectIds_AndFurtherOnesOnceItIsEscalated()
    {
        Told(Low((1, 800m))).Should().Equal("self=ann", "manager=bea");
        var second = Low((0, 800m), (1, 950m));
        second.Should().BeEquivalentTo(
            new { State = WarningState.Firing, Severity = WarningSeverity.Warning, Periods = 2, IsEscalated = true });
        Told(second).Should().Equal("self=ann", "manager=bea", "director= (escalated)");
    }

    [Theory]
    [InlineData("", WarningState.NotAvailable, null, 0)]
    [InlineData("1000", WarningState.Ok, null, 0)]
    [InlineData("899", WarningState.Firing, WarningSeverity.Warning, 1)]
    [InlineData("699", WarningState.Firing, WarningSeverity.Critical, 1)]
    [InlineData("699 950", WarningState.Firing, WarningSeverity.Critical, 2)]
    [InlineData("699 850", WarningState.Firing, WarningSeverity.Warning, 2)]
    [InlineData("699 1000 950", WarningState.Ok, null, 0)]
    [InlineData("950 950", WarningState.Ok, null, 0)]
    [InlineData("699 950 950 950", WarningState.Firing, WarningSeverity.Critical, 4)]
    [InlineData("699 950 950 950 950", WarningState.Ok, null, 0)] // beyond the lookback nobody looks
    [InlineData("699 _ 950", WarningState.NotAvailable, null, 0)] // what became of it in the hole is not known
    [InlineData("699 _ 1000", WarningState.Ok, null, 0)]
    [InlineData("699 _ 850", WarningState.Firing, WarningSeverity.Warning, 1)] // known to fire for one period only
    [InlineData("_ _ 950", WarningState.Ok, null, 0)] // nothing fires before the first facts
    public void State_ComesFromTheFactsAlone(string sales, WarningState state, WarningSeverity? severity, int periods)
    {
        var values = sales.Split(' ');
        var low = Low(values.Select((value, i) => (2 - values.Length + i, Sales: value)).Where(one => one.Sales != "_")
            .Select(one => (one.Item1, one.Sales.Length == 0 ? default(decimal?) : decimal.Parse(one.Sales))).ToArray());
        low.Should().BeEquivalentTo(new { State = state, Severity = severity, Periods = periods });
        (low.Cause is null).Should().Be(state != WarningState.NotAvailable);
    }

    [Theory]
    [InlineData("level = 'a b'", "level = 'ab'")]
    [InlineData("level <> 'a b'", "level <> \u201Cab\u201D")]
    [InlineData("in(level, 'a b', 'c')", "in(level, 'ab', 'c')")]
    [InlineData("[a b] + 1 > 5", "[ab] + 1 > 5")]
    [InlineData("【a b】 + 1 > 5", "【ab】 + 1 > 5")]
    [InlineData("if(level = 'a b', ab, 1) < 3", "if(level = 'ab', ab, 1) < 2")]
    [InlineData("if(yes or no, 1, 0) = 1", "if(yesorno, 1, 0) = 1")]
    public void NamesAndTextsThatDifferInBlanksOnly_AreNoContradiction(string when, string until) => PropertyCases.Policy($$"""
        "attributes": { "level": { "type": "text" }, "yes": { "type": "boolean" }, "no": { "type": "boolean" }, "yesorno": { "type": "boolean" } },
        "measures": { "a b": {}, "ab": {} }, "warnings": { "w": { "when": "{{when}}", "until": "{{until}}" } }
        """).Warnings.Should().ContainSingle();

    [Fact]
    public void Cause_SaysWhatIsNotKnown()
    {
        Low((-1, 699m), (1, 950m)).Cause!.Explain("en").Should().Be("there are no facts for 2025-01");
        Low((1, null)).Cause!.Explain("en").Should().EndWith("'sales' is missing");
    }

    [Fact]
    public void Warnings_AreResultsThatFormulasCanUse()
    {
        var policy = PropertyCases.Policy("""
            "measures": { "a": {} }, "kpis": { "k": { "formula": "if(w = 'firing' and w.severity = 'warning', w.periods, 0)" }, "before": { "formula": "previous(w.periods)" } },
            "warnings": { "w": { "when": "a < 1" } }
            """);
        var facts = Dataset.Build(d => d.Add("s", "2025-01", ("a", 0)).Add("s", "2025-02", ("a", 0)).Add("s", "2025-03", ("a", 0)));
        var last = policy.Evaluate(facts, Period.Parse("2025-03"))["s"];
        (last["k"].Number, last["before"].Number).Should().Be((3, 2));
    }

    private static string[] Told(WarningResult warning) =>
        warning.Recipients.Select(told => $"{told.Role}={told.Id}{(told.IsEscalation ? " (escalated)" : "")}").ToArray();

    private static WarningResult Low(params (int Month, decimal? Sales)[] sales) => Evaluate(sales).Warnings[0];

    private static SubjectEvaluation Evaluate(params (int Month, decimal? Sales)[] sales)
    {
        var facts = Dataset.Build(d =>
        {
            d.AddSubject("ann", ("manager", "bea"), ("hired", new DateTime(2024, 5, 1)));
            foreach (var (month, value) in sales)
                d.Add("ann", PropertyCases.Month(month), ("sales", value));
        });
        return PropertyCases.Policy(Sections).Evaluate(facts, PropertyCases.Month(1))["ann"];
    }
}
