// The same policy as somebody would write it in C#: value, target, attainment, gap, score and status of every KPI.
using System;

namespace KpiRules.Benchmarks;

internal static class ByHand
{
    /// <summary>The sum of all results, a status counting by its length, so that none can be left out.</summary>
    public static decimal Checksum(decimal[] facts)
    {
        var sum = 0m;
        for (var kpi = 0; kpi < BenchmarkRuleset.Kpis; kpi++)
        {
            if (Value(facts, kpi) is not { } value)
                continue;
            var target = kpi % 2 == 0 ? BenchmarkRuleset.RatioTarget : BenchmarkRuleset.AmountTarget;
            var attainment = value / target;
            var score = Math.Min(Math.Max(100 * value / target, 0), 100);
            var status = attainment >= 1 ? "green" : attainment >= 0.8m ? "yellow" : "red";
            sum += value + target + attainment + (target - value) + score + status.Length;
        }

        return sum;
    }

    private static decimal? Value(decimal[] facts, int kpi)
    {
        var first = facts[BenchmarkRuleset.Index(kpi, 0)];
        if (kpi % 2 != 0)
            return (first - facts[BenchmarkRuleset.Index(kpi, 3)]) * 100 + facts[BenchmarkRuleset.Index(kpi, 7)];
        var divisor = facts[BenchmarkRuleset.Index(kpi, 1)];
        return divisor == 0 ? null : first / divisor;
    }
}
