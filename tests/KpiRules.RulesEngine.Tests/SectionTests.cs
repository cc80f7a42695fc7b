using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

/// <summary>What the random formulas leave out, by both engines over random facts: many missing, many alike, many 0.</summary>
public sealed class SectionTests
{
    private const string From = "2026-01";

    public static TheoryData<string, string> Sections => RandomSections.All;

    [Theory]
    [MemberData(nameof(Sections))]
    public void ASection_GivesTheSameByBothEngines(string name, string section)
    {
        Compare(RandomSections.Read(section), RandomSections.Facts(new Random(name.Length)));
    }

    private static void Compare(Policy policy, Dataset facts)
    {
        var other = policy.RunBy(new RulesEngineRunner());
        foreach (var (one, two) in policy.Evaluate(new(facts, Period.Parse(From), Period.Parse("2026-06")))
            .Zip(other.Evaluate(new(facts, Period.Parse(From), Period.Parse("2026-06")))))
        {
            two.Issues.Select(issue => issue.ToString()).Should().Equal(one.Issues.Select(issue => issue.ToString()));
            foreach (var subject in one.Subjects)
            {
                foreach (var result in policy.Results)
                    two[subject][result.Name].Value.Should().Be(
                        one[subject][result.Name].Value, "{0} of {1} in {2}", result.Name, subject, one.Period);
            }
        }
    }
}
