// The fixed ruleset that everything is measured on: 50 KPIs, half of them ratios, with targets, scores and statuses.
using System;
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Facts;

namespace KpiRules.Benchmarks;

/// <summary>Twenty measures; even KPIs are ratios of two, odd ones a difference times a hundred plus a third.</summary>
internal static class BenchmarkRuleset
{
    public const int Measures = 20;
    public const int Kpis = 50;
    public const decimal RatioTarget = 0.95m;
    public const decimal AmountTarget = 1200m;

    public static readonly Period Period = Period.Parse("2026-03");

    public static string Text { get; } = Write();

    public static string Formula(int kpi) => kpi % 2 == 0
        ? $"m{Index(kpi, 0)} / m{Index(kpi, 1)}"
        : $"(m{Index(kpi, 0)} - m{Index(kpi, 3)}) * 100 + m{Index(kpi, 7)}";

    /// <summary>Which measure stands at a place of a KPI's formula.</summary>
    public static int Index(int kpi, int place) => (kpi + place) % Measures;

    /// <summary>The facts of one subject; positive, and different for each.</summary>
    public static decimal[] Facts(int subject) =>
        Enumerable.Range(0, Measures).Select(measure => 1000.25m + measure * 7.5m + subject % 97).ToArray();

    public static string SubjectId(int subject) => "s" + subject.ToString("000000", CultureInfo.InvariantCulture);

    private static string Write()
    {
        var text = new StringBuilder("{ \"id\": \"benchmark\", \"version\": \"1\",\n  \"measures\": { ");
        text.Append(string.Join(", ", Enumerable.Range(0, Measures).Select(measure => $"\"m{measure}\": {{}}")));
        text.Append(" },\n  \"kpis\": {\n");
        text.Append(string.Join(",\n", Enumerable.Range(0, Kpis).Select(kpi => FormattableString.Invariant(
            $"    \"k{kpi}\": {{ \"formula\": \"{Formula(kpi)}\", \"target\": {(kpi % 2 == 0 ? RatioTarget : AmountTarget)} }}"))));
        return text.Append("\n  }\n}\n").ToString();
    }
}
