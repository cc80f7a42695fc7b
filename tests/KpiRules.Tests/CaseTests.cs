using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Testing;
using KpiRules.Tests.Support;
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
    [InlineData("05-tiers", 23)]
    [InlineData("06-deals", 26)]
    [InlineData("07-year-to-date", 16)]
    [InlineData("08-teams", 30)]
    [InlineData("09-gates-modifiers-draws", 37)]
    [InlineData("10-warnings", 28)]
    [InlineData("11-smart", 21)]
    [InlineData("12-plans", 20)]
    [InlineData("13-not-available", 33)]
    [InlineData("14-chinese-keyboard", 21)]
    [InlineData("15-periods", 38)]
    [InlineData("16-decisions", 37)]
    [InlineData("17-ratings", 119)]
    [InlineData("18-headcount-and-rank", 97)]
    [InlineData("19-case-and-values", 97)]
    [InlineData("20-calendar", 100)]
    [InlineData("21-stretch-by-progress", 92)]
    [InlineData("22-targets-of-records", 122)]
    [InlineData("23-tables", 132)]
    [InlineData("24-release", 256)]
    [InlineData("25-benchmarks", 90)]
    public void EveryExpectationIsMet(string name, int expectations)
    {
        var results = RulesetTests.Run(Load(name));
        results.SelectMany(result => result.Failures.Select(failure => $"{result.Name}: {failure.Result} {failure.Message("en")}"))
            .Should().BeEmpty();
        results.Sum(result => result.Expectations).Should().Be(expectations);
    }

    [SharedFact("cases/16-decisions.json")]
    public void Copies_AreThoseGiven()
    {
        foreach (var copy in Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Tests", "Cases")))
        {
            var given = Path.Combine(Repository.Shared, "cases", Path.GetFileName(copy));
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
