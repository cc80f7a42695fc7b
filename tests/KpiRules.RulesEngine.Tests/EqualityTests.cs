using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Testing;
using KpiRules.Tests.AdventureWorks;
using KpiRules.Tests.RetailStore;
using KpiRules.Tests.Support;
using KpiRules.Workflows.Tests;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.RulesEngine.Tests;

/// <summary>Every cell of every case and of both examples, by both engines.</summary>
public sealed class EqualityTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => ExportedRulesets.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TheTestsOfARuleset_GiveTheSameByBothEngines(string name)
    {
        var policy = Policy.Load(ExportedRulesets.Files[name]);
        var other = policy.RunBy(new RulesEngineRunner());
        var cells = 0;
        foreach (var test in policy.Tests.Where(test => test.Plan is null))
            cells += Compare(policy, new RulesetTest(policy, test).Evaluate(), new RulesetTest(other, test).Evaluate());
        output.WriteLine($"{name}: {cells} values");
        RulesetTests.Run(other).Should().OnlyContain(result => result.Failures.Count == 0);
    }

    [Fact]
    public void ARetailYear_IsTheSameByBothEngines()
    {
        var policy = RetailStoreFile.Ruleset.Value;
        Compare(policy, RetailStoreFile.Data.Value, Period.Parse("2026-01"), Period.Parse("2026-12"));
    }

    [SharedFact(AdventureWorksData.FactsFile)]
    public void AdventureWorks_IsTheSameByBothEngines() =>
        Compare(
            AdventureWorksData.Ruleset,
            AdventureWorksData.ReadDatasetWithLines(AdventureWorksData.Ruleset),
            Period.Parse("2019-07"),
            Period.Parse("2020-06"));

    private void Compare(Policy policy, Dataset facts, Period from, Period to)
    {
        var other = policy.RunBy(new RulesEngineRunner());
        var values = Compare(policy, policy.Evaluate(new(facts, from, to)), other.Evaluate(new(facts, from, to)));
        output.WriteLine($"{policy.Id}: {values} values");
    }

    private static int Compare(Policy policy, IReadOnlyList<PeriodEvaluation> ours, IReadOnlyList<PeriodEvaluation> theirs)
    {
        var values = 0;
        theirs.Should().HaveCount(ours.Count);
        foreach (var (one, two) in ours.Zip(theirs))
        {
            two.Issues.Select(issue => issue.ToString()).Should().Equal(one.Issues.Select(issue => issue.ToString()));
            foreach (var subject in one.Subjects)
            {
                foreach (var result in policy.Results)
                {
                    var (expected, actual) = (one[subject][result.Name], two[subject][result.Name]);
                    actual.Value.Should().Be(expected.Value, "{0} of {1} in {2}", result.Name, subject, one.Period);
                    actual.Cause?.Explain("en")
                        .Should().Be(expected.Cause?.Explain("en"), "{0} of {1} in {2}", result.Name, subject, one.Period);
                    values++;
                }
            }
        }

        return values;
    }
}
