using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>Random pools, against whole-number arithmetic.</summary>
public sealed class PoolPropertyTests
{
    [Fact]
    public void PartsOfAPool_AddUpToTheLastCent()
    {
        var random = new Random(20261201);
        foreach (var (rounding, decimals) in Roundings.SelectMany(
            rounding => Enumerable.Range(0, 5).Select(decimals => (rounding, decimals))))
        {
            var policy = Policy($$"""
                "settings": { "rounding": "{{rounding}}", "moneyDecimals": {{decimals}} },
                "attributes": { "team": { "type": "text" }, "pot": { "type": "number" }, "in": { "type": "boolean" } }, "measures": { "w": {} },
                "incentives": {
                  "shared": { "pool": { "amount": "pot", "among": "team", "share": "w", "when": "in" } },
                  "equal": { "pool": { "amount": "pot", "among": "team" }, "gate": "in" }
                }
                """);
            for (var i = 0; i < 10; i++)
            {
                var teams = Enumerable.Range(0, 50).Select(team => PoolTeam.Random(random, $"t{team}", decimals)).ToList();
                var facts = Dataset.Build(builder =>
                {
                    foreach (var (team, member) in teams.SelectMany(team => team.Members.Select(member => (team, member)))
                        .OrderBy(_ => random.Next()))
                        builder.Add(
                            member.Id, Month(0), ("team", team.Name), ("pot", team.Pot), ("in", member.In), ("w", member.Weight / 4m));
                });
                var results = policy.Evaluate(facts, Month(0));
                foreach (var team in teams)
                {
                    var total = Rounded(team.Pot, decimals, rounding);
                    foreach (var (line, weight) in new (string, Func<Member, int>)[]
                    {
                        ("shared", member => member.Weight),
                        ("equal", _ => 1)
                    })
                        team.Check(results, line, total, Unit(decimals), weight);
                }
            }
        }
    }

    private sealed record Member(string Id, int Weight, bool In);

    private sealed record PoolTeam(string Name, decimal Pot, IReadOnlyList<Member> Members)
    {
        public static PoolTeam Random(Random random, string name, int decimals)
        {
            var (count, most) = (random.Next(1, 9), random.Next(1, 12));
            var members = Enumerable.Range(0, count).Select(i => new Member(
                $"{(char)random.Next('A', 'z')}{i}{name}", random.Next(3) == 0 ? 0 : random.Next(most), random.Next(6) > 0)).ToList();
            return new(name, random.Half() ? random.Next(-300, 300) * Unit(decimals) : random.Next(-30_000, 30_000) / 7m, members);
        }

        public void Check(PeriodEvaluation results, string line, decimal total, decimal unit, Func<Member, int> weight)
        {
            var sharing = Members.Where(member => member.In).OrderBy(member => member.Id, StringComparer.Ordinal).ToArray();
            if (sharing.Length > 0 && sharing.Sum(weight) == 0)
            {
                Members.Select(member => results[member.Id][line + ".state"].Text).Should().OnlyContain(state => state == "held");
                return;
            }

            var parts = LargestRemainders((BigInteger)(total / unit), sharing.Select(weight).ToArray());
            foreach (var (member, part) in sharing.Zip(parts))
            {
                results[member.Id][line].Number.MustBe((decimal)part * unit, "{0} of {1} goes to {2}: {3}", line, total, member, this);
                Math.Abs((decimal)part * unit - total * weight(member) / sharing.Sum(weight)).Should().BeLessThan(unit);
            }

            Members.Sum(member => results[member.Id][line].Number).Should().Be(sharing.Length == 0 ? 0 : total, "{0}: {1}", line, this);
            foreach (var member in Members)
                results[member.Id][line + ".state"].Text.Should().Be(member.In ? "paid" : "closed");
        }

        public override string ToString() => $"{Name}: {string.Join(", ", Members)}";

        /// <summary>In whole units; what is left goes to the largest remainders, ties to the first.</summary>
        private static BigInteger[] LargestRemainders(BigInteger total, int[] weights)
        {
            var (size, sum) = (BigInteger.Abs(total), weights.Sum());
            var parts = weights.Select(weight => size * weight / Math.Max(1, sum)).ToArray();
            var left = size - parts.Aggregate(BigInteger.Zero, (all, part) => all + part);
            foreach (var i in Enumerable.Range(0, weights.Length)
                .OrderByDescending(i => size * weights[i] % Math.Max(1, sum))
                .ThenBy(i => i)
                .Take((int)left))
                parts[i]++;
            return parts.Select(part => part * total.Sign).ToArray();
        }
    }
}
