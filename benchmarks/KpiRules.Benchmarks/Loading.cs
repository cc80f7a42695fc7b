// What does it cost to read, check and prepare a ruleset of 50 KPIs?
using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace KpiRules.Benchmarks;

[MemoryDiagnoser]
public class Loading
{
    /// <summary>NCalc's parsing of the same 50 formulas, which is a part of it.</summary>
    [Benchmark(Baseline = true)]
    public int NCalcsParsing()
    {
        var parsed = 0;
        for (var kpi = 0; kpi < BenchmarkRuleset.Kpis; kpi++)
            parsed += NCalc.LogicalExpressionParser.Parse(new(BenchmarkRuleset.Formula(kpi)), CultureInfo.InvariantCulture) is null ? 0 : 1;
        return parsed;
    }

    [Benchmark]
    public PolicyReadResult Read() => Policy.Read(BenchmarkRuleset.Text);
}
