// Stages 2, 3 and 5: faults of releases, in their form and in what they mean.
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class ReleaseFaults
{
    public static Diagnostic NotAWhole(SourcePlace place, decimal sum) => Error("KPI2100", place, new Term("shares.sum", sum));

    public static Diagnostic AboveOne(SourcePlace place, decimal share) => Error("KPI2100", place, new Term("shares.one", share));

    public static Diagnostic NothingLeft(SourcePlace place, decimal sum) => Error("KPI2100", place, new Term("shares.sumOfOthers", sum));

    public static Diagnostic RestTwice(SourcePlace place) => Error("KPI2101", place);

    public static Diagnostic NoPart(SourcePlace place) => Error("KPI2102", place);

    public static Diagnostic EndsBeforeItBegins(SourcePlace place, int until, int after) => Error("KPI2103", place, until, after);

    public static Diagnostic NeverAskedAgain(SourcePlace place) => new("KPI2104", DiagnosticSeverity.Warning, place);

    public static Diagnostic TooManyParts(SourcePlace place, int parts, int most) => Error("KPI2105", place, parts, most);

    public static Diagnostic NegativeShare(SourcePlace place, decimal share) => Error("KPI2106", place, share);

    public static Diagnostic NotConstant(SourcePlace place, string incentive) => Error("KPI3090", place, incentive);

    public static Diagnostic LooksBack(SourcePlace place, string function, string result) => Error("KPI5100", place, function, result);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
