// Holds the policies that HR writes to their own tests, each by its name, and to the figures of a month that was paid.
using KpiRules;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Testing;
using Xunit;

namespace PolicyTests;

public sealed class RulesetsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rulesets");

    private static readonly Dictionary<string, PolicyReadResult> Read = Directory.GetDirectories(Folder)
        .ToDictionary(folder => Path.GetFileName(folder), folder => Policy.ReadFile(Path.Combine(folder, "ruleset.json")));

    private static readonly List<(string Ruleset, RulesetTestResult Result)> Results =
    [
        .. from read in Read
           where read.Value.Policy is not null
           from result in RulesetTests.Run(read.Value.Policy!)
           select (read.Key, result),
    ];

    public static TheoryData<string> Rulesets => [.. Read.Keys];

    public static IEnumerable<object[]> Tests => Results.Select(test => new object[] { test.Ruleset, test.Result.Name });

    /// <summary>Whatever is wrong with one is told at its line and column.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void Ruleset_CanBeUsed(string ruleset) => Assert.Empty(Read[ruleset].Diagnostics.Select(diagnostic => diagnostic.Print("en")));

    /// <summary>What is allowed but hardly meant, such as a rate of 2.5 for 2.5 %, needs a reason in the ruleset.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void NothingInIt_IsHardlyMeant(string ruleset) =>
        Assert.Empty(Read[ruleset].Findings.Select(finding => finding.Print("en")));

    [Theory]
    [MemberData(nameof(Tests))]
    public void OwnTest_Passes(string ruleset, string test)
    {
        var result = Results.Single(one => one.Ruleset == ruleset && one.Result.Name == test).Result;
        Assert.True(result.Passed, string.Join("\n", result.Failures.Select(failure => $"line {failure.Line}: {failure.Message("en")}")));
    }

    /// <summary>The figures were paid: whoever changes the policy for later months must not change them.</summary>
    [Theory]
    [InlineData("2026-05", "何平", 4483.31)]
    [InlineData("2026-05", "陈静", 4997.57)]
    public void WhatWasPaid_StaysAsItWas(string month, string person, decimal paid)
    {
        var policy = Read["retail-store"].Policy!;
        var file = Path.Combine(Folder, policy.Id, "facts.csv");
        var facts = Dataset.Build(builder =>
        {
            var lines = File.ReadLines(file).Select(line => line.Split(',')).ToList();
            var reader = new WideFactReader(builder, policy, file, lines[0]);
            for (var row = 1; row < lines.Count; row++)
                reader.Read(row + 1, lines[row]);
        });
        Assert.Equal(paid, policy.Evaluate(facts, Period.Parse(month))[person].Payout!.Amount);
    }
}
