// Holds the policies that HR writes to their own tests, each by its name, and to the figures of a month that was paid.
using KpiRules;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Xunit;
using Xunit;

namespace PolicyTests;

public sealed class RulesetsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rulesets");

    public static TheoryData<string> Rulesets => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder))];

    [Theory, RulesetTests("rulesets/*/ruleset.json")]
    public void OwnTest_Passes(RulesetTestRow test) => test.Check();

    /// <summary>What is allowed but hardly meant, such as a rate of 2.5 for 2.5 %, needs a reason in the ruleset.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void NothingInIt_IsHardlyMeant(string ruleset) => Assert.Empty(
        Policy.ReadFile(Path.Combine(Folder, ruleset, "ruleset.json")).Findings.Select(finding => finding.Print("en")));

    /// <summary>The figures were paid: whoever changes the policy for later months must not change them.</summary>
    [Theory]
    [InlineData("2026-05", "何平", 4483.31)]
    [InlineData("2026-05", "陈静", 4997.57)]
    public void WhatWasPaid_StaysAsItWas(string month, string person, decimal paid)
    {
        var policy = Policy.Load(Path.Combine(Folder, "retail-store", "ruleset.json"));
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
