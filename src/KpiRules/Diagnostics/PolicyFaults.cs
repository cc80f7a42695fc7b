// Stage 5: faults of the policy as a whole: what its cells mean together.
using System;
using System.Collections.Generic;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class PolicyFaults
{
    public static Diagnostic Cycle(SourcePlace place, IEnumerable<string> names) => Error("KPI5001", place, string.Join(" → ", names));

    public static Diagnostic ConstantTargetOfZero(SourcePlace place, string kpi) => Error("KPI5002", place, kpi);

    public static Diagnostic NothingToJudge(SourcePlace place, string kpi, string property) => Error("KPI5004", place, kpi, property);

    public static Diagnostic TooManyCells(SourcePlace place, int limit) => Error("KPI5005", place, limit);

    public static Diagnostic NotAbove(SourcePlace place, Term bound) => Error("KPI5006", place, bound);

    public static Diagnostic OnNeeded(SourcePlace place) => Error("KPI5007", place);

    public static Diagnostic WeightWithoutScore(SourcePlace place, string kpi) => Error("KPI5008", place, kpi);

    public static Diagnostic UnknownPerspective(SourcePlace place, string perspective, string kpi, Func<string?> suggestion) =>
        Error("KPI5009", place, perspective, kpi).WithSuggestion(suggestion);

    public static Diagnostic NothingWeighted(SourcePlace place) => Error("KPI5010", place);

    public static Diagnostic GradesAlike(SourcePlace place, decimal from) => Error("KPI5011", place, from);

    public static Diagnostic UnknownExpectation(SourcePlace place, string result, Func<string?> suggestion) =>
        new Diagnostic("KPI5012", DiagnosticSeverity.Warning, place, result).WithSuggestion(suggestion);

    public static Diagnostic CannotCombine(
        SourcePlace place, string function, Term culprit, Term reason, string formula, bool overPeriods) =>
        overPeriods
            ? Error("KPI5013", place, function, culprit, reason, new Term("combine.periods"), new Term("combine.hintPeriods", formula))
            : Error("KPI5013", place, function, culprit, reason, new Term("combine.subjects"), new Term("combine.hintSubjects"));

    public static Diagnostic CombineNeeded(SourcePlace place, string function, string measure, string unit) =>
        Error("KPI5014", place, function, measure, unit);

    public static Diagnostic TargetAddsUp(SourcePlace place, string kpi, string? unit) =>
        new("KPI5015", DiagnosticSeverity.Warning, place, kpi, unit ?? "");

    public static Diagnostic NoSuchGroup(SourcePlace place, string attribute, string incentive, Func<string?> suggestion) =>
        Error("KPI5016", place, attribute, incentive).WithSuggestion(suggestion);

    public static Diagnostic UnknownRecords(SourcePlace place, string list, string incentive, Func<string?> suggestion) =>
        Error("KPI5017", place, list, incentive).WithSuggestion(suggestion);

    public static Diagnostic AccumulateEach(SourcePlace place, string incentive) => Error("KPI5018", place, incentive);

    public static Diagnostic UnknownRecipient(SourcePlace place, string recipient, string warning, Func<string?> suggestion) =>
        Error("KPI5019", place, recipient, warning).WithSuggestion(suggestion);

    public static Diagnostic RecipientNotText(SourcePlace place, string attribute) => Error("KPI5020", place, attribute);

    public static Diagnostic NeverEnds(SourcePlace place, string warning) => Error("KPI5021", place, warning);

    public static Diagnostic NeverThisSevere(SourcePlace place, string severity, string warning) =>
        new("KPI5022", DiagnosticSeverity.Warning, place, severity, warning);

    public static Diagnostic NeverEscalates(SourcePlace place, string warning, int after, int lookback) =>
        Error("KPI5023", place, warning, after, lookback);

    public static Diagnostic NoEffectiveDates(SourcePlace place) => Error("KPI5024", place);

    public static Diagnostic NothingToCheck(SourcePlace place, string kpi) => new("KPI5025", DiagnosticSeverity.Warning, place, kpi);

    public static Diagnostic TargetsTooDeep(SourcePlace place, string target, int limit) => Error("KPI5050", place, target, limit);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
