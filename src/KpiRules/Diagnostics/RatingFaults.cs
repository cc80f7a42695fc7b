// Stages 2 and 5: faults of ratings, in their form and in what they mean.
using System;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class RatingFaults
{
    public static Diagnostic NotAWhole(SourcePlace place, decimal sum) => Error("KPI2080", place, new Term("shares.sum", sum));

    public static Diagnostic AboveOne(SourcePlace place, decimal share) => Error("KPI2080", place, new Term("shares.one", share));

    public static Diagnostic NothingLeft(SourcePlace place, decimal sum) => Error("KPI2080", place, new Term("shares.sumOfOthers", sum));

    public static Diagnostic RestTwice(SourcePlace place) => Error("KPI2081", place);

    public static Diagnostic GradeTwice(SourcePlace place, string grade) => Error("KPI2082", place, grade);

    public static Diagnostic NoGrade(SourcePlace place) => Error("KPI2083", place);

    public static Diagnostic SomeWithoutFrom(SourcePlace place, string grade) => Error("KPI2084", place, grade);

    public static Diagnostic NoSuchGroup(SourcePlace place, string attribute, string rating, Func<string?> suggestion) =>
        Error("KPI5080", place, attribute, rating).WithSuggestion(suggestion);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
