// Stage 8: what is allowed, but hardly meant.
using System.Collections.Generic;
using System.Globalization;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class LintFaults
{
    public static Diagnostic NothingToWaive(SourcePlace place, string waiver) => Doubt("KPI8001", place, waiver);

    /// <param name="name">What is a fraction, as the author calls it.</param>
    public static Diagnostic NotAFraction(SourcePlace place, string name, decimal number) =>
        Doubt("KPI8010", place, name, Plain(number), Percent(number), Percent(number / 100), Plain(number / 100));

    /// <param name="written">The number that stands there.</param>
    /// <param name="rate">What part of the amount it pays.</param>
    public static Diagnostic RateOfMoney(SourcePlace place, decimal written, decimal rate) =>
        Doubt("KPI8011", place, Plain(written), Percent(rate), Percent(rate / 100), Plain(written / 100));

    public static Diagnostic NeverBelowOne(SourcePlace place, string name, string above, string below) =>
        Doubt("KPI8012", place, name, above, below);

    public static Diagnostic GreatMultiplier(SourcePlace place, decimal multiplier) =>
        Doubt("KPI8013", place, Plain(multiplier), Percent(multiplier / 100), Plain(multiplier / 100));

    public static Diagnostic UnlikeNeighbour(SourcePlace place, decimal value, decimal neighbour) =>
        Doubt("KPI8014", place, Plain(value), Plain(neighbour));

    public static Diagnostic UnlikeSiblings(SourcePlace place, decimal factor, decimal most) =>
        Doubt("KPI8015", place, Percent(factor), Percent(most), Percent(factor / 100), Plain(factor / 100));

    public static Diagnostic PenaltyPays(SourcePlace place, string line) => Doubt("KPI8020", place, line);

    public static Diagnostic PenaltyAtLeast(SourcePlace place, string line) => Doubt("KPI8021", place, line);

    public static Diagnostic ReleasesDebts(SourcePlace place, string line) => Doubt("KPI8022", place, line);

    public static Diagnostic NoCap(SourcePlace place, string line) => Doubt("KPI8023", place, line);

    public static Diagnostic NeverOpens(SourcePlace place, string line) => Doubt("KPI8024", place, line);

    public static Diagnostic AlwaysWarns(SourcePlace place, string warning) => Doubt("KPI8025", place, warning);

    public static Diagnostic NeverWarns(SourcePlace place, string warning) => Doubt("KPI8026", place, warning);

    public static Diagnostic AlwaysOpen(SourcePlace place, string line) => Doubt("KPI8027", place, line);

    public static Diagnostic WeightsMissTotal(SourcePlace place, decimal sum, decimal meant, IReadOnlyList<string> weights) =>
        Doubt("KPI8030", place, Plain(sum), Plain(meant), new WordList(weights));

    public static Diagnostic WeightUnlikeOthers(SourcePlace place, decimal weight, IReadOnlyList<string> others) =>
        Doubt("KPI8031", place, Plain(weight), new WordList(others));

    public static Diagnostic CountsForNothing(SourcePlace place, string kpi) => Doubt("KPI8032", place, kpi);

    public static Diagnostic WithoutWeight(SourcePlace place, string kpi) => Doubt("KPI8036", place, kpi);

    public static Diagnostic ScoreAgainstFraction(SourcePlace place, string name, decimal number) =>
        Doubt("KPI8041", place, name, Plain(number), Plain(number * 100));

    public static Diagnostic Unused(SourcePlace place, string name) => Doubt("KPI8033", place, name);

    public static Diagnostic SimilarIds(SourcePlace place, string id, string other) => Doubt("KPI8034", place, id, other);

    public static Diagnostic CasesMissing(SourcePlace place, IReadOnlyList<string> missing, string name) =>
        Doubt("KPI8035", place, new WordList(missing), name);

    /// <summary>Without the zeros behind the last digit that counts.</summary>
    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Percent(decimal number) => Plain(number * 100) + "%";

    private static Diagnostic Doubt(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Warning, place, arguments);
}
