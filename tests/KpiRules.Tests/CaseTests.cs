using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Testing;
using KpiRules.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace KpiRules.Tests;

/// <summary>The acceptance cases, in the product's own format.</summary>
public sealed class CaseTests
{
    [Theory]
    [InlineData("01-kpis-of-a-store", 14)]
    [InlineData("02-attainment", 28)]
    [InlineData("03-scores", 21)]
    [InlineData("04-scorecard", 11)]
    [InlineData("13-not-available", 33)]
    public void EveryExpectationIsMet(string name, int expectations)
    {
        var results = RulesetTests.Run(Load(name));
        results.SelectMany(result => result.Failures.Select(failure => $"{result.Name}: {failure.Result} {failure.Message("en")}")).Should().BeEmpty();
        results.Sum(result => result.Expectations).Should().Be(expectations);
    }

    /// <summary>What is left needs an incentive.</summary>
    [Theory]
    [InlineData("07-year-to-date", "commission")]
    [InlineData("14-chinese-keyboard", "by_level", "by_level.state")]
    [InlineData("15-periods", "monthly", "quarterly", "quarterly.state", "payout", "payout.held", "s: quarterly", "s: quarterly.state", "t: quarterly")]
    public void AllThatNeedsNoIncentiveIsMet(string name, params string[] left)
    {
        var failures = RulesetTests.Run(Load(name)).SelectMany(result => result.Failures).ToList();
        failures.Select(failure => failure.Result).Distinct().Should().BeEquivalentTo(left);
    }

    /// <summary>The two KPIs over records and a population are taken out; what is left needs them, an incentive or a warning.</summary>
    [Fact]
    public void Decisions_AllThatNeedsNeitherIncentiveNorRecordNorPopulationNorWarningIsMet()
    {
        var json = JObject.Parse(File.ReadAllText(PathOf("16-decisions")));
        json["kpis"]!["customers"]!.Parent!.Remove();
        json["kpis"]!["team_stock"]!.Parent!.Remove();
        var failures = RulesetTests.Run(Policy.Read(json.ToString()).Policy!).SelectMany(result => result.Failures).Select(failure => failure.Result.Split(": ").Last());
        failures.Select(result => result.Split('.')[0]).Distinct().Should().BeEquivalentTo(
            "by_level", "against_quota", "capped_each", "drawn", "sticky", "later", "twice", "customers", "team_stock");
    }

    [Fact]
    public void Copies_AreThoseGiven()
    {
        foreach (var copy in Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Tests", "Cases")))
        {
            var given = Path.Combine(Repository.Shared, "cases", Path.GetFileName(copy));
            if (File.Exists(given))
                File.ReadAllBytes(copy).Should().Equal(File.ReadAllBytes(given));
        }
    }

    /// <summary>A test that expects too much, too little or the wrong thing fails; the good ones beside it pass.</summary>
    [Theory]
    [InlineData("""{ "given": { "a": 2.345 }, "expect": { "k": 2.35 } }""", true)]
    [InlineData("""{ "given": { "a": 2.345 }, "expect": { "k": 2.34 } }""", false)]
    [InlineData("""{ "given": { "a": -2.345 }, "expect": { "k": -2.35 } }""", true)]
    [InlineData("""{ "given": { "a": 10.4 }, "expect": { "k": 10 } }""", false)]
    [InlineData("""{ "given": { "a": 10.0 }, "expect": { "k": 10 } }""", true)]
    [InlineData("""{ "given": { "a": 1 }, "expect": { "k": null } }""", false)]
    [InlineData("""{ "given": {}, "expect": { "k": null } }""", true)]
    [InlineData("""{ "given": {}, "expect": { "k": 0 } }""", false)]
    [InlineData("""{ "given": { "a": 1 }, "expect": { "k.status": "green" } }""", true)]
    [InlineData("""{ "given": { "a": 1 }, "expect": { "k.status": "Green" } }""", false)]
    [InlineData("""{ "given": { "a": 1 }, "expect": { "k": "1" } }""", false)]
    [InlineData("""{ "given": { "a": 1 }, "expect": { "k": true } }""", false)]
    [InlineData("""{ "given": {}, "history": { "2026-02": { "level": "rep" } }, "expect": { "is_rep": 1 } }""", true)]
    [InlineData("""{ "subjects": { "s": { "level": "rep" }, "t": { "given": {}, "history": { "2026-02": { "level": "rep" } } } }, "expect": { "s": { "is_rep": 1 }, "t": { "is_rep": 1 } } }""", true)]
    [InlineData("""{ "subjects": { "s": { "level": "rep" } }, "expect": { "t": { "is_rep": 1 } } }""", false)]
    [InlineData("""{ "asOf": "2026-03-01", "given": {}, "expect": { "elapsed": 0.032258 } }""", true)]
    public void ATest_PassesWhenEverythingExpectedCame(string test, bool passes)
    {
        var policy = Policy.Read($$"""
            { "id": "x", "version": "1", "measures": { "a": {} }, "attributes": { "level": { "type": "text" } },
              "kpis": { "k": { "formula": "a", "target": 1 }, "is_rep": { "formula": "if(level = 'rep', 1, 0)" }, "elapsed": { "formula": "elapsed()" } },
              "tests": [ { "name": "one", "period": "2026-03", {{test[1..]}} ] }
            """).Policy!;
        RulesetTests.Run(policy).Should().ContainSingle().Which.Passed.Should().Be(passes);
    }

    private static Policy Load(string name) => Policy.Load(PathOf(name));

    private static string PathOf(string name) => Repository.PathOf("tests", "KpiRules.Tests", "Cases", name + ".json");
}
