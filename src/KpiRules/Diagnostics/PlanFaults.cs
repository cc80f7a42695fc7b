// Stages 2 and 5: faults of plans, in their form and in what they mean.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class PlanFaults
{
    private const int Shown = 3;

    public static Diagnostic KindsDiffer(SourcePlace place, string from, string to) => Error("KPI2030", place, from, to);

    public static Diagnostic TooManyPeriods(SourcePlace place, int most) => Error("KPI2031", place, most);

    public static Diagnostic NoSuchPeriod(SourcePlace place, string period, string first, string last) =>
        Error("KPI2032", place, period, first, last);

    public static Diagnostic PeriodsWithoutWeight(SourcePlace place, IReadOnlyList<string> periods) => Error(
        "KPI2033",
        place,
        string.Join(", ", periods.Take(Shown)),
        periods.Count > Shown ? new Term("plan.more", periods.Count - Shown) : new Term("hint.none"));

    public static Diagnostic PeriodsWithoutAnyWeight(SourcePlace place) => Error("KPI2034", place);

    public static Diagnostic NotDownToSubjects(SourcePlace place, Func<string?> suggestion) =>
        Error("KPI2036", place).WithSuggestion(suggestion);

    public static Diagnostic LevelTwice(SourcePlace place, string level) => Error("KPI2037", place, level);

    public static Diagnostic StretchTaken(SourcePlace place, string name, string kpi) => Error("KPI2038", place, name, kpi);

    public static Diagnostic UnknownPlan(SourcePlace place, string plan, Func<string?> suggestion) =>
        Error("KPI2039", place, plan).WithSuggestion(suggestion);

    public static Diagnostic NotOfPlan(SourcePlace place, string closed, string plan, string first, string last) =>
        Error("KPI2040", place, closed, plan, first, last);

    public static Diagnostic UnknownKpi(SourcePlace place, string kpi, string plan, Func<string?> suggestion) =>
        Error("KPI5040", place, kpi, plan).WithSuggestion(suggestion);

    public static Diagnostic TargetNotGiven(SourcePlace place, string kpi, string plan) => Error("KPI5041", place, kpi, plan);

    public static Diagnostic NoSuchGroup(SourcePlace place, string attribute, string plan, Func<string?> suggestion) =>
        Error("KPI5042", place, attribute, plan).WithSuggestion(suggestion);

    public static Diagnostic NoWeight(SourcePlace place, string plan, decimal weight) => Error("KPI5043", place, plan, weight);

    public static Diagnostic FactorNotPositive(SourcePlace place, string stretch, string plan, decimal factor) =>
        Error("KPI5110", place, stretch, plan, factor);

    public static Diagnostic DoesNotAddUp(SourcePlace place, string kpi, string plan, string combine) =>
        new("KPI5044", DiagnosticSeverity.Warning, place, kpi, plan, combine);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
