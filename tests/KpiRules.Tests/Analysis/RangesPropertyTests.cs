using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Analysis;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Tests.Formulas;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Analysis;

/// <summary>No value that is worked out lies outside of the numbers in which it is said to lie.</summary>
public sealed class RangesPropertyTests
{
    private const int Rounds = 6;
    private const int Formulas = 400;

    public static TheoryData<string, string> Sections => RandomSections.All;

    [Theory]
    [MemberData(nameof(Sections))]
    public void AResultOfASection_LiesInItsRange(string name, string section)
    {
        var policy = RandomSections.Read(section);
        for (var round = 0; round < Rounds; round++)
        {
            var facts = RandomSections.Facts(new Random(name.Length + round * 1000));
            foreach (var period in new[] { "2026-01", "2026-03", "2026-06", "2026-Q2" })
                Check(policy, facts, Period.Parse(period));
        }
    }

    [Fact]
    public void ARandomFormula_LiesInItsRange()
    {
        var random = new Random(20261127);
        var policy = new RandomFormulas(random, Formulas).Policy;
        var facts = Dataset.Build(builder =>
        {
            for (var subject = 0; subject < 60; subject++)
            {
                builder.Add(
                    $"s{subject}", "2026-03", RandomFormula.Measures.Select(name => (name, (FactValue)random.Next(-3, 4))).ToArray());
            }
        });
        Check(policy, facts, Period.Parse("2026-03"));
        Ranges(policy).Count(range => range != Interval.Any).Should().BeGreaterThan(Formulas / 4, "something must be known of many");
    }

    private static System.Collections.Generic.IReadOnlyList<Interval> Ranges(Policy policy)
    {
        var cells = policy.Sheet.Cells.ToDictionary(cell => cell.Name, cell => cell.Operation);
        var ranges = new Ranges(name => cells.TryGetValue(name, out var found) ? found : null, isNeverBelowZero: false);
        return policy.Sheet.Cells.Select(cell => ranges.Of(cell.Operation)).ToList();
    }

    private static void Check(Policy policy, Dataset facts, Period period)
    {
        var ranges = policy.Sheet.Cells.Select(cell => cell.Name).Zip(Ranges(policy)).ToDictionary(pair => pair.First, pair => pair.Second);
        var results = policy.Evaluate(facts, period);
        foreach (var result in policy.Results.Where(result => result.Kind is ValueKind.Number or ValueKind.Boolean))
        {
            foreach (var subject in results.Subjects)
            {
                var value = results[subject][result.Name].Value;
                if ((value.Number ?? (value.Boolean is { } holds ? holds ? 1 : 0 : null)) is { } number)
                {
                    var range = ranges[result.Name];
                    range.Holds(number).Should().BeTrue("{0} of {1} is {2}, within {3}", result.Name, subject, number, range);
                }
            }
        }
    }
}
