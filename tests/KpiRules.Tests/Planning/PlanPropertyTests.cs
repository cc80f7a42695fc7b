using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Tests.Evaluation;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Planning;

/// <summary>Random plans of up to four levels and 52 weeks, against fractions of whole numbers.</summary>
public sealed class PlanPropertyTests
{
    private const int Trees = 10_000;
    private static readonly decimal[] Units = [0.01m, 0.05m, 0.3m, 1, 7, 100, 2_500, 1_000_000];

    [Fact]
    public void EveryPart_IsTheOneOfTheLargestRemainders()
    {
        var random = new Random(20261122);
        var checkedTrees = 0;
        while (checkedTrees < Trees)
        {
            var (unit, groups, periods) = (Units[random.Next(Units.Length)], random.Next(4), random.Next(1, 53));
            var shares = random.Next(3) == 0
                ? null
                : Enumerable.Range(0, periods).Select(_ => random.Next(5) == 0 ? 0 : Number(random)).Prepend(1m).Take(periods).ToArray();
            var policy = PolicyOf(unit, groups, periods, shares);
            for (var i = 0; i < 20; i++, checkedTrees++)
            {
                var tree = RandomTree.Of(random, groups);
                var result = policy.Plan("p", tree.Facts());
                result.Reasons.Should().BeEmpty();
                Check(result.Root!, unit);
                foreach (var subject in result.Subjects)
                    CheckParts(
                        result.Part(subject)!.Value,
                        shares ?? Enumerable.Repeat(1m, periods).ToArray(),
                        result.Targets(subject).Select(target => target!.Value).ToArray(),
                        unit);
            }
        }
    }

    [Fact]
    public void OnceClosed_ActualsAndOpenTargetsMakeThePart()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 1_000; i++)
        {
            var (unit, periods) = (Units[random.Next(Units.Length)], random.Next(2, 53));
            var policy = PolicyOf(unit, 1, periods, null);
            var (tree, closed) = (RandomTree.Of(random, 1), random.Next(1, periods));
            tree = tree with { Total = Math.Round(tree.Total, 4) };
            var actuals = tree.Subjects.ToDictionary(
                subject => subject.Id,
                _ => Enumerable.Range(0, closed).Select(_ => Math.Round(random.Next(-3, 12) * Number(random), 4)).ToArray());
            var facts = tree.Facts(builder =>
            {
                foreach (var (subject, values) in actuals)
                {
                    for (var period = 0; period < closed; period++)
                        builder.Add(subject, Week(period), ("sales", values[period]));
                }
            });
            var (before, after) = (policy.Plan("p", facts), policy.Plan("p", facts, Week(closed - 1)));
            after.Issues.Should().BeEmpty();
            foreach (var subject in after.Subjects)
            {
                var (part, targets) = (after.Part(subject)!.Value, after.Targets(subject).Select(target => target!.Value).ToArray());
                targets.Take(closed).SequenceEqual(before.Targets(subject).Take(closed).Select(target => target!.Value))
                    .MustBe(true, "closed targets stay");
                after.Achieved(subject).MustBe(actuals[subject].Sum(), "what was achieved is told");
                var left = Math.Max(0, part - actuals[subject].Sum());
                (left == 0 || actuals[subject].Sum() + targets.Skip(closed).Sum() == part)
                    .MustBe(true, "actuals and open targets make {0}", part);
                CheckParts(left, Enumerable.Repeat(1m, periods - closed).ToArray(), targets.Skip(closed).ToArray(), unit);
            }
        }
    }

    /// <summary>From nothing but a last decimal to millions.</summary>
    private static decimal Number(Random random) => random.Next(6) switch
    {
        0 => 1,
        1 => random.Next(1, 4),
        2 => random.Next(1, 10_000) / 100m,
        3 => random.Next(1, 100) * 1_000_000m,
        4 => random.Next(1, 1_000) / 7m,
        _ => 0.0000000000000001m * random.Next(1, 10),
    };

    private static Period Week(int number) => Period.Parse("2026-W01").Add(number);

    private static Policy PolicyOf(decimal unit, int groups, int periods, decimal[]? shares)
    {
        var attributes = Enumerable.Range(0, groups).Select(level => $"\"g{level}\"").ToArray();
        var weights = shares is null
            ? "\"even\""
            : $"{{ {string.Join(", ", shares.Select((share, i) => FormattableString.Invariant($"\"{Week(i)}\": {share}")))} }}";
        return Policy(FormattableString.Invariant($$"""
            "attributes": { "total": { "type": "number" }{{string.Concat(attributes.Select(attribute => $", {attribute}: {{ \"type\": \"text\" }}"))}} }, "measures": { "sales": { "unit": "money" }, "w": {} },
            "kpis": { "goal": { "formula": "sales", "target": "given" } },
            "plans": { "p": {
              "kpi": "goal", "total": "total", "from": "{{Week(0)}}", "to": "{{Week(periods - 1)}}", "down": [ {{string.Join(", ", attributes.Append("\"subject\""))}} ],
              "weights": "w", "periods": {{weights}}, "roundTo": {{unit}}, "shortfall": "spread" } }
            """));
    }

    private static void Check(PlanNode node, decimal unit)
    {
        if (node.Children.Count == 0)
            return;
        node.Children.Zip(node.Children.Skip(1))
            .All(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) < 0).MustBe(true, "children come by name");
        CheckParts(node.Part, node.Children.Select(Leaves).ToArray(), node.Children.Select(child => child.Part).ToArray(), unit);
        foreach (var child in node.Children)
            Check(child, unit);
    }

    /// <summary>What the subjects below weigh, exactly: a sum of decimals may have to round.</summary>
    private static BigInteger Leaves(PlanNode node) => node.Children.Count == 0 ? Whole(node.Weight) : Sum(node.Children.Select(Leaves));

    private static void CheckParts(decimal total, decimal[] weights, decimal[] parts, decimal unit) =>
        CheckParts(total, weights.Select(Whole).ToArray(), parts, unit);

    private static void CheckParts(decimal total, BigInteger[] weights, decimal[] parts, decimal unit)
    {
        var (whole, step, sum) = (Whole(total), Whole(unit), Sum(weights));
        if (sum.IsZero)
        {
            parts.Should().OnlyContain(part => part == 0);
            return;
        }

        Sum(parts.Select(Whole)).MustBe(whole, "parts add up to {0}", total);
        var expected = LargestRemainders(whole, weights, sum, step);
        for (var i = 0; i < parts.Length; i++)
        {
            Whole(parts[i]).MustBe(expected[i], "part {0} of {1} by {2} in units of {3}", i, total, string.Join(" ", weights), unit);
            // the exact share is the fraction whole × weight / sum
            if (BigInteger.Abs(whole * weights[i] - Whole(parts[i]) * sum) >= step * sum)
                parts[i].Should().Be(-1, "{0} is {1} or more from its exact share", parts[i], unit);
        }
    }

    private static BigInteger[] LargestRemainders(BigInteger total, BigInteger[] weights, BigInteger sum, BigInteger step)
    {
        var parts = weights.Select(weight => total * weight / (step * sum) * step).ToArray();
        var left = total - Sum(parts);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => total * weights[i] % (step * sum)).ThenBy(i => i))
        {
            var more = BigInteger.Min(left, step);
            (parts[i], left) = (parts[i] + more, left - more);
        }

        return parts;
    }

    /// <summary>As a whole number of 10^-28, which every decimal is.</summary>
    private static BigInteger Whole(decimal number)
    {
        var decimals = 0;
        for (; number != decimal.Truncate(number); decimals++)
            number *= 10;
        return (BigInteger)number * BigInteger.Pow(10, 28 - decimals);
    }

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + number);

    private sealed record RandomSubject(string Id, decimal Weight, string[] Groups);

    private sealed record RandomTree(decimal Total, IReadOnlyList<RandomSubject> Subjects)
    {
        public static RandomTree Of(Random random, int groups)
        {
            var equal = random.Next(4) == 0;
            var subjects = Enumerable.Range(0, random.Next(1, 9)).Select(i => new RandomSubject(
                $"{(char)random.Next('A', 'z')}{i}",
                i > 0 && random.Next(5) == 0 ? 0 : equal ? 1 : Number(random),
                Enumerable.Range(0, groups).Select(_ => $"{(char)('a' + random.Next(3))}").ToArray())).ToList();
            return new(random.Next(8) == 0 ? 0 : random.Next(1, 1_000_000) * Number(random), subjects);
        }

        public Dataset Facts(Action<DatasetBuilder>? more = null) => Dataset.Build(builder =>
        {
            foreach (var subject in Subjects)
            {
                var groups = subject.Groups.Select((group, level) => ($"g{level}", (FactValue)group));
                builder.Add(subject.Id, Week(-1), groups.Append(("w", subject.Weight)).Append(("total", Total)).ToArray());
            }

            more?.Invoke(builder);
        });
    }
}
