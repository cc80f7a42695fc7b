using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Formulas;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.RulesEngine.Tests;

/// <summary>Random rulesets over random histories: every value and every cause by both engines.</summary>
public sealed class RandomRulesetTests(ITestOutputHelper output)
{
    private const int Wanted = 40;
    private const int Subjects = 12;

    [Fact]
    public void EveryValue_IsTheSameByBothEngines()
    {
        var random = new Random(20261123);
        var (tried, used, values) = (0, 0, 0);
        for (; used < Wanted && tried < 20 * Wanted; tried++)
        {
            // some are refused, as where bounds that are constants are out of order
            if (Policy.Read(new RandomRuleset(random).Text()).Policy is not { } policy)
                continue;
            used++;
            values += Compare(policy, Facts(random));
        }

        output.WriteLine($"{values} values of {used} rulesets, {tried} tried");
        used.Should().Be(Wanted);
    }

    private static int Compare(Policy policy, Dataset facts)
    {
        var other = policy.RunBy(new RulesEngineRunner());
        var values = 0;
        foreach (var (ours, theirs) in policy.Evaluate(new(facts, Period.Parse("2026-04"), Period.Parse("2026-06")))
            .Zip(other.Evaluate(new(facts, Period.Parse("2026-04"), Period.Parse("2026-06")))))
        {
            theirs.Issues.Should().NotContain(issue => issue.Code == "KPI6041");
            foreach (var (subject, result) in ours.Subjects.SelectMany(subject => policy.Results.Select(result => (subject, result.Name))))
            {
                var (expected, actual) = (ours[subject][result], theirs[subject][result]);
                actual.Value.Should().Be(expected.Value, "{0} of {1} in {2}", result, subject, ours.Period);
                actual.Cause?.Explain("en").Should().Be(expected.Cause?.Explain("en"), "{0} of {1} in {2}", result, subject, ours.Period);
                values++;
            }
        }

        return values;
    }

    private static Dataset Facts(Random random) => Dataset.Build(builder =>
    {
        builder.CompleteFrom(Period.Parse("2026-01"));
        for (var subject = 0; subject < Subjects; subject++)
        {
            for (var month = random.Next(1, 5); month <= 6; month++)
            {
                if (random.Next(8) == 0)
                    continue;
                var period = $"2026-{month:00}";
                builder.Add(
                    $"s{subject}", period, ("a", Number(random)), ("b", Number(random)), ("销售额", Number(random)),
                    ("odd name", Number(random)), ("d", Number(random)));
                builder.Add($"s{subject}", period, Enumerable.Range(0, 8).Select(kpi => ($"k{kpi}.target", Number(random))).ToArray());
                builder.Add($"s{subject}", period, ("level", random.Next(4) switch { 0 => "x", 1 => "y'\"z", 2 => "", _ => default }));
            }
        }
    });

    private static FactValue Number(Random random) => random.Next(5) == 0 ? default : (FactValue)(random.Next(-6, 12) / 2m);
}
