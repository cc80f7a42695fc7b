// What does it cost to break a year's total down to ten thousand subjects and twelve months?
using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using KpiRules.Facts;
using KpiRules.Planning;

namespace KpiRules.Benchmarks;

[MemoryDiagnoser]
public class Plans
{
    private const int Subjects = 10_000;
    private const int Teams = 100;
    private const int Months = 12;
    private const decimal Total = 1_200_000_000;

    private const string Text = """
        { "id": "plans", "version": "1", "measures": { "sales": { "unit": "money" } }, "attributes": { "team": { "type": "text" } },
          "kpis": { "goal": { "formula": "sales", "target": "given" } },
          "plans": { "year": { "kpi": "goal", "total": 1200000000, "from": "2026-01", "to": "2026-12", "down": ["team", "subject"],
            "weights": "sumOf(sales, 12)", "periods": "history" } } }
        """;

    private readonly Policy _policy = Policy.Read(Text).Policy!;
    private readonly decimal[][] _sales = new decimal[Subjects][];
    private Dataset _dataset = Dataset.Build(_ => { });

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (var subject = 0; subject < Subjects; subject++)
            _sales[subject] = Enumerable.Range(0, Months).Select(_ => random.Next(1, 10_000_000) / 100m).ToArray();
        _dataset = Dataset.Build(builder =>
        {
            for (var subject = 0; subject < Subjects; subject++)
            {
                builder.AddSubject($"s{subject:00000}", ("team", $"t{subject % Teams:000}"));
                for (var month = 0; month < Months; month++)
                    builder.Add(
                        $"s{subject:00000}",
                        Period.Parse("2025-01").Add(month),
                        new KeyValuePair<string, FactValue>[] { new("sales", _sales[subject][month]) });
            }
        });
        if (CSharpByHand() != Checksum(PlanTheYear()))
            throw new InvalidOperationException("The two do not compute the same.");
    }

    /// <summary>The same parts, in decimals that these totals do not outgrow.</summary>
    [Benchmark(Baseline = true)]
    public decimal CSharpByHand()
    {
        var weights = _sales.Select(months => months.Sum()).ToArray();
        var members = Enumerable.Range(0, Teams)
            .Select(team => Enumerable.Range(0, Subjects).Where(subject => subject % Teams == team).ToArray()).ToArray();
        var ofTeams = Divide(Total, members.Select(team => team.Sum(subject => weights[subject])).ToArray());
        var checksum = 0m;
        for (var team = 0; team < Teams; team++)
        {
            var parts = Divide(ofTeams[team], members[team].Select(subject => weights[subject]).ToArray());
            for (var i = 0; i < parts.Length; i++)
                checksum += Checksum(Divide(parts[i], _sales[members[team][i]]));
        }

        return checksum;
    }

    [Benchmark]
    public PlanResult PlanTheYear() => _policy.Plan("year", _dataset);

    private static decimal[] Divide(decimal total, decimal[] weights)
    {
        const decimal Unit = 0.01m;
        var sum = weights.Sum();
        var parts = new decimal[weights.Length];
        var remainders = new decimal[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var product = total / Unit * weights[i];
            remainders[i] = product % sum;
            parts[i] = (product - remainders[i]) / sum * Unit;
        }

        var left = total - parts.Sum();
        foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => remainders[i]).TakeWhile(_ => left > 0))
        {
            parts[i] += Unit;
            left -= Unit;
        }

        return parts;
    }

    private static decimal Checksum(PlanResult result) =>
        result.Subjects.Sum(subject => Checksum(result.Targets(subject).Select(target => target!.Value).ToArray()));

    private static decimal Checksum(decimal[] targets) => targets.Select((target, month) => target * (month + 1)).Sum();
}
