// What do ten thousand subjects cost, from a dataset to every result?
using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Benchmarks;

[MemoryDiagnoser]
public class TenThousandSubjects
{
    private const int Subjects = 10_000;

    private readonly Policy _policy = Policy.Read(BenchmarkRuleset.Text).Policy!;
    private decimal[][] _facts = [];
    private Dataset _dataset = Dataset.Build(_ => { });

    [GlobalSetup]
    public void Setup()
    {
        _facts = Enumerable.Range(0, Subjects).Select(BenchmarkRuleset.Facts).ToArray();
        _dataset = Dataset.Build(builder =>
        {
            for (var subject = 0; subject < Subjects; subject++)
                builder.Add(
                    BenchmarkRuleset.SubjectId(subject),
                    BenchmarkRuleset.Period,
                    _facts[subject].Select((value, measure) => new KeyValuePair<string, FactValue>($"m{measure}", value)));
        });
        // a sum of so many digits depends on its order in the last of them
        if (Math.Abs(CSharpByHand() - EvaluateAndReadEveryResult()) > 0.000001m)
            throw new InvalidOperationException("The two do not compute the same.");
    }

    [Benchmark(Baseline = true)]
    public decimal CSharpByHand()
    {
        var sum = 0m;
        foreach (var facts in _facts)
            sum += ByHand.Checksum(facts);
        return sum;
    }

    [Benchmark]
    public PeriodEvaluation Evaluate() => _policy.Evaluate(_dataset, BenchmarkRuleset.Period);

    [Benchmark]
    public decimal EvaluateAndReadEveryResult() => ByPolicy.Checksum(_policy.Evaluate(_dataset, BenchmarkRuleset.Period));
}
