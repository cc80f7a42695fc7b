// The checksum of ByHand, taken from the results of an evaluation.
using System.Linq;
using KpiRules.Results;

namespace KpiRules.Benchmarks;

internal static class ByPolicy
{
    private static readonly string[] Numbers = Names("", ".target", ".attainment", ".gap", ".score");
    private static readonly string[] Texts = Names(".status");

    public static decimal Checksum(PeriodEvaluation evaluation)
    {
        var sum = 0m;
        foreach (var name in Numbers)
        {
            foreach (var value in evaluation.Column(name))
                sum += value.Number ?? 0;
        }

        foreach (var name in Texts)
        {
            foreach (var value in evaluation.Column(name))
                sum += value.Text?.Length ?? 0;
        }

        return sum;
    }

    public static decimal Checksum(SubjectEvaluation subject)
    {
        var sum = 0m;
        foreach (var name in Numbers)
            sum += subject[name].Number ?? 0;
        foreach (var name in Texts)
            sum += subject[name].Text?.Length ?? 0;
        return sum;
    }

    private static string[] Names(params string[] parts) =>
        Enumerable.Range(0, BenchmarkRuleset.Kpis).SelectMany(kpi => parts.Select(part => $"k{kpi}{part}")).ToArray();
}
