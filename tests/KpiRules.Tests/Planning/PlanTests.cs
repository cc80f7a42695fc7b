using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Testing;
using Xunit;

namespace KpiRules.Tests.Planning;

/// <summary>What "Plans" in docs/format.md says.</summary>
public sealed class PlanTests
{
    private const string Inputs = """
        "attributes": { "region": { "type": "text" }, "grade": { "type": "number" }, "lead": { "type": "boolean" } },
        "measures": { "sales": { "unit": "money" }, "w": {}, "visits": { "unit": "count" } }, "parameters": { "year_total": 900 },
        "kpis": { "goal": { "formula": "sales", "target": "given" }, "calls": { "formula": "visits", "target": "given" } }
        """;

    [Fact]
    public void Plans_AreDescribed()
    {
        var plan = Policy("""{ "title": { "en": "Year" }, "kpi": "goal", "total": 1, "from": "2026-Q1", "to": "2026-Q4", "down": ["region", "subject"], "stretch": { "high": 1.2 } }""").Plans.Single();
        (plan.Name, plan.Title!.In("en"), plan.Description, plan.Kpi, plan.From, plan.To)
            .Should().Be(("p", "Year", null, "goal", Period.Parse("2026-Q1"), Period.Parse("2026-Q4")));
        plan.Levels.Should().Equal("region", "subject");
        plan.Stretch.Should().Equal("high");
        plan.Periods.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("\"roundTo\": 1", "334 333 333")]
    [InlineData("\"roundTo\": 100", "400 300 300")]
    [InlineData("\"roundTo\": 400", "400 400 200")]
    [InlineData("\"roundTo\": 5000", "1000 0 0")]
    [InlineData("\"title\": \"the unit of money, as it works out\"", "333.34 333.33 333.33")]
    [InlineData("\"weights\": \"w\"", "166.67 333.33 500.00")]
    [InlineData("\"weights\": \"w - 1\"", "0 333.33 666.67")]
    [InlineData("\"weights\": 7", "333.34 333.33 333.33")]
    [InlineData(
        "\"weights\": { \"on\": \"w\", \"steps\": [ { \"from\": 0, \"value\": 1 }, { \"from\": 3, \"value\": 2 } ] }", "250 250 500")]
    [InlineData("\"total\": 0.05", "0.02 0.02 0.01")]
    [InlineData("\"total\": 0.005", "0.005 0 0")]
    [InlineData("\"total\": 0", "0 0 0")]
    [InlineData("\"total\": \"year_total * 2\"", "600 600 600")]
    [InlineData("\"total\": \"everyone(w)\"", "2 2 2")]
    [InlineData("\"kpi\": \"calls\"", "334 333 333")]
    public void ATotal_IsDividedAmongSubjects(string property, string parts)
    {
        var plan = "{ \"kpi\": \"goal\", \"total\": 1000, \"from\": \"2026\", \"to\": \"2026\" }";
        var name = property.Split('"')[1];
        plan = plan.Contains($"\"{name}\"")
            ? plan.Replace(name == "kpi" ? "\"kpi\": \"goal\"" : "\"total\": 1000", property)
            : plan[..^1] + ", " + property + "}";
        var result = Policy(plan)
            .Plan("p", Dataset.Build(facts => facts.Add("a", "2025", ("w", 1)).Add("b", "2025", ("w", 2)).Add("c", "2025", ("w", 3))));
        result.Subjects.Select(subject => result.Target(subject, Period.Parse("2026"))).Should().Equal(
            parts.Split(' ').Select(part => (decimal?)decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture)));
        result.Subjects.Select(result.Part).Should().Equal(result.Subjects.Select(subject => result.Targets(subject).Single()));
    }

    [Fact]
    public void WhoWeighsNothing_NeedsNoGroup()
    {
        var policy = Policy("""{ "kpi": "goal", "total": 100, "from": "2026", "to": "2026", "down": ["region", "subject"], "weights": "w", "roundTo": 1 }""");
        var result = policy.Plan(
            "p", Dataset.Build(facts => facts.Add("a", "2025", ("w", 1), ("region", "n")).Add("head", "2025", ("w", 0))));
        (result.Target("a", Period.Parse("2026")), result.Target("head", Period.Parse("2026"))).Should().Be((100, 0));
        policy.Plan("p", Dataset.Build(facts => facts.Add("a", "2025", ("w", 1), ("region", "n")).Add("head", "2025", ("w", 1))))
            .Reasons.Should().ContainSingle().Which.Code.Should().Be("KPI6031");
    }

    [Fact]
    public void Groups_AreMadeByAnyAttribute_AndTheSameGroupElsewhereIsAnother()
    {
        var policy = Policy("""{ "kpi": "goal", "total": 101, "from": "2026", "to": "2026", "down": ["region", "grade", "lead", "subject"], "weights": "w", "roundTo": 1 }""");
        var root = policy.Plan("p", Dataset.Build(facts => facts
            .Add("a", "2025", ("region", "south"), ("grade", 10), ("lead", true), ("w", 1))
            .Add("b", "2025", ("region", "North"), ("grade", 10), ("lead", true), ("w", 1))
            .Add("c", "2025", ("region", "North"), ("grade", 9), ("lead", true), ("w", 0))
            .Add("d", "2025", ("w", 0), ("lead", false))
            .AddSubject("d", ("region", "North"), ("grade", 10.0m)))).Root!;
        Written(root).Should().Be("p 2 101 (North 1 51 (10 1 51 (false 0 0 (d 0 0), true 1 51 (b 1 51)), 9 0 0 (true 0 0 (c 0 0))), "
            + "south 1 50 (10 1 50 (true 1 50 (a 1 50))))");
    }

    [Theory]
    [InlineData("\"even\"", "4 3 3")]
    [InlineData("{ \"2026-01\": 1, \"2026-02\": 0, \"2026-03\": 3 }", "3 0 7")]
    [InlineData("{ \"2026-03\": 0.3, \"2026-02\": 0.1, \"2026-01\": 0.6 }", "6 1 3")]
    [InlineData("\"history\"", "2 4 4")]
    public void APart_IsDividedOverPeriods(string periods, string targets)
    {
        var policy = Policy(
            $$"""{ "kpi": "goal", "total": 10, "from": "2026-01", "to": "2026-03", "periods": {{periods}}, "roundTo": 1 }""");
        var result = policy.Plan("p", Dataset.Build(facts => facts.Add("a", "2025-12")
            .Add("a", "2025-01", ("sales", 20))
            .Add("a", "2025-02", ("sales", 40))
            .Add("a", "2025-03", ("sales", 44))));
        result.Targets("a").Should().Equal(targets.Split(' ').Select(target => (decimal?)int.Parse(target)));
    }

    [Fact]
    public void OneWithoutAPart_NeedsNoHistory()
    {
        var policy = Policy("""{ "kpi": "goal", "total": 10, "from": "2026-01", "to": "2026-01", "periods": "history", "weights": "w" }""");
        var result = policy.Plan(
            "p",
            Dataset.Build(facts => facts.Add("a", "2025-12", ("w", 1)).Add("a", "2025-01", ("sales", 20)).Add("new", "2025-12", ("w", 0))));
        (result.Target("a", Period.Parse("2026-01")), result.Target("new", Period.Parse("2026-01"))).Should().Be((10m, 0m));
    }

    [Fact]
    public void Weights_AreThoseOfThePeriodBefore_OfThePlansOwnKind()
    {
        var policy = Policy("""{ "kpi": "goal", "total": 100, "from": "2026-Q1", "to": "2026-Q2", "weights": "sales" }""");
        var result = policy.Plan("p", Dataset.Build(facts => facts
            .Add("a", "2025-09", ("sales", 1000)).Add("a", "2025-10", ("sales", 10))
            .Add("a", "2025-11", ("sales", 10)).Add("a", "2025-12", ("sales", 10))
            .Add("b", "2025-Q4", ("sales", 70)).Add("left", "2025-09", ("sales", 5)).Add("later", "2026-01", ("sales", 5))));
        result.Subjects.Should().Equal("a", "b");
        result.Targets("a").Should().Equal(15m, 15m);
        result.Targets("b").Should().Equal(35m, 35m);
    }

    [Fact]
    public void Result_IsStampedAndSaysWhatThereIs()
    {
        var policy = Policy("""{ "kpi": "goal", "total": 10, "from": "2026-01", "to": "2026-02", "stretch": { "high": 1.25 } }""");
        var result = policy.Plan("p", Dataset.Build(facts => facts.Add("a", "2025-12", ("odd", 1))));
        (result.RulesetId, result.RulesetVersion, result.ContentHash, result.Closed).Should().Be(("x", "1", policy.ContentHash, null));
        (result.IsAvailable, result.Total, result.Plan.Name).Should().Be((true, 10m, "p"));
        result.Issues.Select(issue => issue.Code).Should().Equal("KPI6001");
        result.Stretch("high", "a", Period.Parse("2026-02")).Should().Be(6.25m);
        FluentActions.Invoking(() => result.Target("b", Period.Parse("2026-02")))
            .Should().Throw<KeyNotFoundException>().WithMessage("Plan 'p' has no subject 'b'.");
        FluentActions.Invoking(() => result.Target("a", Period.Parse("2026-03")))
            .Should().Throw<KeyNotFoundException>().WithMessage("Plan 'p' has no period 2026-03; it goes from 2026-01 to 2026-02.");
        FluentActions.Invoking(() => result.Stretch("low", "a", Period.Parse("2026-01")))
            .Should().Throw<KeyNotFoundException>().WithMessage("Plan 'p' has no stretch target 'low'; there are: high.");
        FluentActions.Invoking(() => policy.Plan("q", Dataset.Build(_ => { })))
            .Should().Throw<KeyNotFoundException>().WithMessage("There is no plan 'q'; there are: p.");
        foreach (var closed in (string[])["2025-12", "2026-03", "2026-Q1"])
            FluentActions.Invoking(() => policy.Plan("p", Dataset.Build(_ => { }), Period.Parse(closed)))
                .Should().Throw<ArgumentException>()
                .WithMessage($"{closed} is no period of plan 'p', which goes from 2026-01 to 2026-02.*");
    }

    [Fact]
    public void NotAvailable_HasNoFiguresAndSaysWhy()
    {
        var result = Policy("""{ "kpi": "goal", "total": 10, "from": "2026-01", "to": "2026-02", "weights": "w" }""")
            .Plan("p", Dataset.Build(facts => facts.Add("a", "2025-12")));
        (result.IsAvailable, result.Total, result.Root, result.Part("a"), result.Target("a", Period.Parse("2026-01")))
            .Should().Be((false, null, null, null, null));
        result.Reasons.Single().Message("en")
            .Should().Be("the plan 'p' is not available: weights in 2025-12 are missing or negative: a ('w' is missing)");
        var copied = Dataset.Build(result.AddTo);
        copied.Periods.Should().BeEmpty();
    }

    /// <summary>A test of a plan that expects the wrong thing fails, and says what came.</summary>
    [Theory]
    [InlineData("""{ "a": { "2026-01": 5, "2026-02": 5 } }""", null)]
    [InlineData("""{ "a": { "2026-01": 4.99 } }""", "a: 2026-01: expected 4.99, but is 5")]
    [InlineData("""{ "a": { "2026-01": null } }""", "a: 2026-01: expected null, but is 5")]
    [InlineData("""{ "b": { "2026-01": 5 } }""", "b: the test names no subject 'b'")]
    [InlineData("""{ "a": { "2026-03": 5 } }""", "a: 2026-03: the plan 'p' has no period '2026-03'; it goes from 2026-01 to 2026-02")]
    [InlineData("""{ "a": { "soon": 5 } }""", "a: soon: the plan 'p' has no period 'soon'; it goes from 2026-01 to 2026-02")]
    public void ATestOfAPlan_SaysWhatCame(string expect, string? failure)
    {
        var results = RulesetTests.Run(Policy(
            """{ "kpi": "goal", "total": 10, "from": "2026-01", "to": "2026-02" }""",
            $$"""{ "name": "t", "plan": "p", "subjects": { "a": {} }, "expect": {{expect}} }"""));
        results.Single().Failures.Select(one => $"{one.Result}: {one.Message("en")}").Should().Equal(failure is null ? [] : [failure]);
    }

    [Fact]
    public void ATestOfAPlan_TakesGivenFactsAndExpectsNotAvailable()
    {
        var results = RulesetTests.Run(Policy(
            """{ "kpi": "goal", "total": 10, "from": "2026-01", "to": "2026-02", "weights": "w", "shortfall": "spread" }""",
            """
            { "name": "one", "plan": "p", "given": { "w": 1 }, "expect": { "subject": { "2026-01": 5 } } },
            { "name": "none", "plan": "p", "given": {}, "expect": { "subject": { "2026-01": null, "2026-02": 5 } } },
            { "name": "closed", "plan": "p", "given": { "w": 1 }, "closed": "2026-01", "expect": { "subject": { "2026-01": 5, "2026-02": 1 } } }
            """));
        results.Select(result => result.Expectations).Should().Equal(1, 2, 2);
        results.SelectMany(result => result.Failures).Select(failure => failure.Message("en")).Should().Equal(
            "expected 5, but is not available (the plan 'p' is not available: weights in 2025-12 are missing or negative: subject ('w' is "
                + "missing))",
            "expected 1, but is not available ('goal' of this closed period is not available (there are no facts for 2026-01), "
                + "so the subject's open targets are not either)");
    }

    private static string Written(PlanNode node) => FormattableString.Invariant($"{node.Name} {node.Weight} {node.Part}")
        + (node.Children.Count == 0 ? "" : $" ({string.Join(", ", node.Children.Select(Written))})");

    private static Policy Policy(string plan, string tests = "")
    {
        var read = KpiRules.Policy.Read(
            $$"""{ "id": "x", "version": "1", {{Inputs}}, "plans": { "p": {{plan}} }, "tests": [ {{tests}} ] }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }
}
