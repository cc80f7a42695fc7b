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
    [InlineData("13-not-available", 33)]
    public void EveryExpectationIsMet(string name, int expectations)
    {
        var results = RulesetTests.Run(Load(name));
        results.SelectMany(result => result.Failures.Select(failure => $"{result.Name}: {failure.Result} {failure.Message("en")}")).Should().BeEmpty();
        results.Sum(result => result.Expectations).Should().Be(expectations);
    }

    [Fact]
    public void ChineseKeyboard_AllThatNeedsNoIncentiveIsMet()
    {
        var failures = RulesetTests.Run(Load("14-chinese-keyboard")).SelectMany(result => result.Failures).ToList();
        failures.Select(failure => failure.Result).Distinct().Should().BeEquivalentTo("by_level", "by_level.state");
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

    private static Policy Load(string name) => Policy.Load(Repository.PathOf("tests", "KpiRules.Tests", "Cases", name + ".json"));
}
