
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Tests.Evaluation;
using Xunit;

namespace KpiRules.Tests.FollowingUp;

/// <summary>The last state and today's results give what has changed, and the next state.</summary>
public sealed class WarningFollowUpTests
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly Policy Policy = PropertyCases.Policy("""
        "measures": { "sales": {} }, "attributes": { "manager": { "type": "text" } },
        "warnings": {
          "low": { "when": { "warning": "sales < 90", "critical": "sales < 70" }, "escalate": { "after": 3, "notify": ["manager"] } },
          "none": { "when": "sales < 1" }
        }
        """);

    /// <summary>What is wrong (KPI6086) leaves a case open and unknown; what is only implausible (KPI6085) is followed.</summary>
    [Fact]
    public void AFieldOutsideItsValues_LeavesTheCaseOpen()
    {
        var policy = PropertyCases.Policy("""
            "records": { "visits": { "fields": { "hours": { "max": 24 }, "kind": { "type": "text", "values": ["on site", "call"] } } } },
            "warnings": { "calls": { "when": "sum(visits, case(kind, 'call', hours, 0)) >= 8" } }
            """);
        var followUp = new WarningFollowUp("x");
        var told = new List<string>();
        foreach (var (hours, kind) in new[] { (8, "call"), (8, "calls"), (99, "call"), (8, "on site") })
        {
            var month = PropertyCases.Month(told.Count);
            var evaluation = policy.Evaluate(
                Dataset.Build(facts => facts.AddRecord("ann", month.ToString(), "visits", ("hours", hours), ("kind", kind))), month);
            var changes = followUp.Update(evaluation);
            told.Add($"{Told(changes)} {evaluation.Issues.SingleOrDefault()?.Code}");
            followUp = WarningFollowUp.FromJson(changes.FollowUp.ToJson());
        }

        told.Should().Equal("new ", "unknown KPI6086", "continuing KPI6085", "resolved ");
    }

    /// <summary>
    /// Sales of ann and bob month by month; _ for no facts, ? for a missing figure. What stands behind is what changes in each.
    /// </summary>
    [Theory]
    [InlineData("80", "", "new")]
    [InlineData("100 80", "", "-, new")]
    [InlineData("80 80", "", "new, continuing")]
    [InlineData("80 60", "", "new, escalating")]
    [InlineData("60 80", "", "new, continuing")]
    [InlineData("80 80 80 80", "", "new, continuing, escalating, continuing")]
    [InlineData("80 100", "", "new, resolved")]
    [InlineData("80 100 100 80 80", "", "new, resolved, -, new, continuing")]
    [InlineData("80 ? 80", "", "new, unknown, continuing")]
    [InlineData("80 _ 80", "100 100 100", "new, unknown, continuing")]
    [InlineData("80 _ 100", "100 100 100", "new, unknown, resolved")]
    public void Changes_AreToldMonthByMonth(string ann, string bob, string expected)
    {
        var told = new List<string>();
        var followUp = new WarningFollowUp("x");
        for (var month = 0; month < ann.Split(' ').Length; month++)
        {
            var changes = followUp.Update(Evaluate(month, ann, bob));
            told.Add(Told(changes));
            var again = changes.FollowUp.Update(Evaluate(month, ann, bob));
            again.FollowUp.Should().BeSameAs(changes.FollowUp, "the same results change nothing");
            (again.New.Count, again.Escalating.Count, again.Resolved.Count).Should().Be((0, 0, 0));
            followUp = WarningFollowUp.FromJson(changes.FollowUp.ToJson());
            followUp.Should().BeEquivalentTo(changes.FollowUp, "kept and read again it is the same");
        }

        string.Join(", ", told).Should().Be(expected);
    }

    [Fact]
    public void FiringAgainLater_IsTheSameCase()
    {
        var cases = After("80 100 60").Cases;
        cases.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Subject = "ann",
            Warning = "low",
            IsOpen = true,
            Times = 2,
            Severity = WarningSeverity.Critical,
            Since = PropertyCases.Month(2)
        });
    }

    [Fact]
    public void EarlierResults_ChangeNothing()
    {
        var followUp = After("80 100");
        var changes = followUp.Update(Evaluate(0, "80", ""));
        changes.FollowUp.Should().BeSameAs(followUp);
        (changes.IsOutdated, Told(changes)).Should().Be((true, "-"));
    }

    [Fact]
    public void Close_IsForWhatNoResultWillResolve()
    {
        var closed = After("80").Close("ann", "low", "bea", Noon, "has left");
        closed.Cases.Should().ContainSingle().Which.Should().BeEquivalentTo(new { IsOpen = false, Times = 1 });
        Told(closed.Update(Evaluate(1, "80 _", "100 100"))).Should().Be("-");
        Told(closed.Update(Evaluate(1, "80 80", ""))).Should().Be("new", "it fires after all");
        closed.Invoking(state => state.Close("ann", "low", "bea", Noon, "again")).Should().Throw<KeyNotFoundException>();
        After("80").Invoking(state => state.Acknowledge("ann", "low", " ", Noon, "?")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void AMonthThatStillRuns_MayChangeItsMind()
    {
        var first = new WarningFollowUp("x").Update(Evaluate(0, "80", ""));
        var second = first.FollowUp.Update(Evaluate(0, "95", ""));
        Told(second).Should().Be("resolved");
        var third = second.FollowUp.Update(Evaluate(0, "85", ""));
        Told(third).Should().Be("new");
        third.FollowUp.Cases.Single().Times.Should().Be(1, "it is one opening of one period");
    }

    [Fact]
    public void Acknowledgement_HoldsUntilItIsWorseOrFiresAnew()
    {
        var noted = After("80").Acknowledge("ann", "low", "bea", Noon, "visited the two largest customers");
        noted.Cases[0].IsAcknowledged.Should().BeTrue();
        noted.Cases[0].Acknowledgements.Should().ContainSingle()
            .Which.Should().Be(new WarningAcknowledgement("bea", Noon, "visited the two largest customers", WarningSeverity.Warning, 1));
        noted.Acknowledge("ann", "low", "bea", Noon, "visited the two largest customers").Should().BeSameAs(noted);
        noted.Update(Evaluate(1, "80 85", "")).FollowUp.Cases[0].IsAcknowledged.Should().BeTrue("it goes on as before");
        noted.Update(Evaluate(1, "80 60", "")).FollowUp.Cases[0].IsAcknowledged.Should().BeFalse("it is worse now");
        var resolved = noted.Update(Evaluate(1, "80 100", "")).FollowUp;
        var anew = resolved.Update(Evaluate(2, "80 100 80", "")).FollowUp.Cases[0];
        (anew.IsAcknowledged, anew.Acknowledgements.Count).Should().Be((false, 1), "what was done then is kept, and says nothing of now");
        resolved.Invoking(state => state.Acknowledge("ann", "low", "bea", Noon, "?"))
            .Should().Throw<KeyNotFoundException>().WithMessage("There is no open case 'ann low'; there are: none.");
    }

    [Fact]
    public void ResultsOfAnotherRulesetOrLength_AreRefused()
    {
        var followUp = After("80");
        new WarningFollowUp("y").Invoking(state => state.Update(Evaluate(0, "80", "")))
            .Should().Throw<ArgumentException>().WithMessage("The results are of ruleset 'x', and warnings of 'y' are followed up.*");
        followUp.Invoking(state => state.Update(Policy.Evaluate(Facts("80", ""), Period.Parse("2025"))))
            .Should().Throw<ArgumentException>().WithMessage("The results are of 2025, and periods such as 2025-01 are followed up.*");
    }

    [Theory]
    [InlineData("", "The text is no state of warnings: *")]
    [InlineData("{}", "'ruleset' is missing.")]
    [InlineData("""{ "ruleset": 5, "cases": [] }""", "'ruleset' is no text.")]
    [InlineData("""{ "ruleset": "x", "cases": [ { "subject": "ann", "warning": "low" } ] }""", "cases[0]: 'open' is missing.")]
    [InlineData("""{ "ruleset": "x", "cases": [ 5 ] }""", "cases[0]: 'subject' is missing.")]
    [InlineData(
        """{ "ruleset": "x", "cases": [ { "subject": "ann", "warning": "low", "open": true, "severity": "7" } ] }""",
        "cases[0]: '7' is no severity.")]
    [InlineData("""{ "ruleset": "x", "cases": 5 }""", "'cases' is no list.")]
    [InlineData(
        """{ "ruleset": "x", "cases": [ { "subject": "ann", "warning": "low", "open": 1 } ] }""",
        "cases[0]: 'open' is neither true nor false.")]
    [InlineData("""{ "ruleset": "x", "cases": [ """, "The text is no state of warnings: 1:29: *")]
    public void BadText_IsRefusedWithAReason(string json, string message) =>
        FluentActions.Invoking(() => WarningFollowUp.FromJson(json)).Should().Throw<FormatException>().WithMessage(message);

    private static WarningFollowUp After(string sales)
    {
        var followUp = new WarningFollowUp("x");
        for (var month = 0; month < sales.Split(' ').Length; month++)
            followUp = followUp.Update(Evaluate(month, sales, "")).FollowUp;
        return followUp;
    }

    private static PeriodEvaluation Evaluate(int month, string ann, string bob) =>
        Policy.Evaluate(Facts(ann, bob, month), PropertyCases.Month(month));

    private static Dataset Facts(string ann, string bob, int last = 11) => Dataset.Build(d =>
    {
        foreach (var (subject, sales) in new[] { ("ann", ann), ("bob", bob) })
        {
            foreach (var (value, month) in sales.Split(' ').Select((value, month) => (value, month))
                .Where(one => one.month <= last && one.value is not ("_" or "")))
                d.Add(
                    subject,
                    PropertyCases.Month(month),
                    ("sales", value == "?" ? default(decimal?) : int.Parse(value)),
                    ("manager", "bea"));
        }
    });

    private static string Told(WarningChanges changes)
    {
        var told = new[]
        {
            ("new", changes.New),
            ("escalating", changes.Escalating),
            ("continuing", changes.Continuing),
            ("resolved", changes.Resolved),
            ("unknown", changes.Unknown)
        }
            .SelectMany(list => list.Item2.Select(change => list.Item1));
        return string.Join(" ", told.DefaultIfEmpty("-"));
    }
}
