// What does one subject cost, from its facts to every result?
using System;
using BenchmarkDotNet.Attributes;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Benchmarks;

[MemoryDiagnoser]
public class OneSubject
{
    private readonly Policy _policy = Policy.Read(BenchmarkRuleset.Text).Policy!;
    private readonly decimal[] _facts = BenchmarkRuleset.Facts(0);
    private readonly Subject _subject = new("s");
    private readonly NCalc.Expression[] _expressions = new NCalc.Expression[BenchmarkRuleset.Kpis];

    [GlobalSetup]
    public void Setup()
    {
        for (var measure = 0; measure < BenchmarkRuleset.Measures; measure++)
            _subject[$"m{measure}"] = _facts[measure];
        for (var kpi = 0; kpi < BenchmarkRuleset.Kpis; kpi++)
        {
            _expressions[kpi] = new NCalc.Expression(BenchmarkRuleset.Formula(kpi), NCalc.ExpressionOptions.DecimalAsDefault);
            for (var measure = 0; measure < BenchmarkRuleset.Measures; measure++)
                _expressions[kpi].Parameters[$"m{measure}"] = _facts[measure];
        }

        // a sum of so many digits depends on its order in the last of them
        if (Math.Abs(ByHand.Checksum(_facts) - EvaluateAndReadEveryResult()) > 0.000001m)
            throw new InvalidOperationException("The two do not compute the same.");
    }

    [Benchmark(Baseline = true)]
    public decimal CSharpByHand() => ByHand.Checksum(_facts);

    [Benchmark]
    public SubjectEvaluation Evaluate() => _policy.Evaluate(_subject, BenchmarkRuleset.Period);

    [Benchmark]
    public decimal EvaluateAndReadEveryResult() => ByPolicy.Checksum(_policy.Evaluate(_subject, BenchmarkRuleset.Period));

    /// <summary>The 50 formulas alone, parsed beforehand, without targets, scores and statuses.</summary>
    [Benchmark]
    public decimal NCalcsOwnEvaluate()
    {
        var sum = 0m;
        foreach (var expression in _expressions)
            sum += Convert.ToDecimal(expression.Evaluate(), System.Globalization.CultureInfo.InvariantCulture);
        return sum;
    }
}
