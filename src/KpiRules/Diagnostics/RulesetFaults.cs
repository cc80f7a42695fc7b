// Stage 2: faults of the ruleset's own form: properties, their types, ids.
using System;
using System.Collections.Generic;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class RulesetFaults
{
    public static Diagnostic UnknownProperty(SourcePlace place, string name, Term what, Func<string?> suggestion) =>
        Error("KPI2001", place, name, what).WithSuggestion(suggestion);

    public static Diagnostic WrongType(SourcePlace place, string property, Term needed, Term found) =>
        Error("KPI2002", place, property, needed, found);

    /// <summary>Of an entry of a list, which has no name but its path.</summary>
    public static Diagnostic WrongEntry(SourcePlace place, Term needed, Term found) => Error("KPI2002", place, place.Path, needed, found);

    public static Diagnostic Missing(SourcePlace place, string property, Term what) => Error("KPI2003", place, property, what);

    public static Diagnostic NotOneOf(
        SourcePlace place, string value, string property, IEnumerable<string> choices, Func<string?> suggestion) =>
        Error("KPI2004", place, value, property, new WordList(choices)).WithSuggestion(suggestion);

    public static Diagnostic NoSuchCode(SourcePlace place, string code) =>
        Error("KPI2110", place, code).WithSuggestion(() => ClosestName.Find(code, Messages.Codes));

    public static Diagnostic NoReason(SourcePlace place, string code) => Error("KPI2111", place, code);

    public static Diagnostic BadId(SourcePlace place, string id) => Error("KPI2005", place, id);

    public static Diagnostic ReservedId(SourcePlace place, string id) => Error("KPI2006", place, id);

    public static Diagnostic IdTaken(SourcePlace place, string id, SourcePath firstPath, int firstLine) =>
        Error("KPI2007", place, id, firstPath, firstLine);

    public static Diagnostic NotWholeWithin(SourcePlace place, string property, decimal value, decimal from, decimal to) =>
        Error("KPI2008", place, property, value, from, to);

    public static Diagnostic OutOfBounds(SourcePlace place, decimal value, decimal? min, decimal? max) =>
        Error("KPI2016", place, value, Bounds.Of(min, max));

    public static Diagnostic DefaultNotAmongValues(SourcePlace place, string value, IReadOnlyList<string> values) =>
        Error("KPI2085", place, value, new WordList(values)).WithSuggestion(() => ClosestName.Find(value, values));

    /// <param name="type">The type that has the property, as the ruleset writes it.</param>
    public static Diagnostic OfAnotherType(SourcePlace place, string property, Term needed, Term found, string type) =>
        Error("KPI2107", place, property, needed, found, type);

    public static Diagnostic NoValues(SourcePlace place) => Error("KPI2108", place);

    public static Diagnostic ValueTwice(SourcePlace place, string value) =>
        new("KPI2109", DiagnosticSeverity.Warning, place, value);

    public static Diagnostic Negative(SourcePlace place, string property, decimal value) => Error("KPI2009", place, property, value);

    public static Diagnostic BadDate(SourcePlace place, string property, string written) => Error("KPI2010", place, property, written);

    public static Diagnostic BadPeriod(SourcePlace place, string property, string written) => Error("KPI2011", place, property, written);

    public static Diagnostic Reversed(SourcePlace place, string first, string second) => Error("KPI2012", place, first, second);

    public static Diagnostic BadCurrency(SourcePlace place, string written) => Error("KPI2013", place, written);

    public static Diagnostic NoBase(SourcePlace place, string id) => Error("KPI2020", place, id);

    public static Diagnostic ExtendsItself(SourcePlace place, IEnumerable<string> ids) => Error("KPI2021", place, string.Join(" → ", ids));

    public static Diagnostic ExtendsTooMany(SourcePlace place, int limit) => Error("KPI2070", place, limit);

    public static Diagnostic TooManyPeriods(SourcePlace place, int limit, string from, string to) =>
        Error("KPI2071", place, limit, from, to);

    public static Diagnostic PeriodOfOtherKind(SourcePlace place, string period, string other) => Error("KPI2072", place, period, other);

    public static Diagnostic Beside(SourcePlace place, string property, string other) => Error("KPI2017", place, property, other);

    public static Diagnostic OneFormNeeded(SourcePlace place, IReadOnlyCollection<string> found) =>
        Error("KPI2018", place, found.Count == 0 ? new Term("schedule.none") : new Term("schedule.several", string.Join(", ", found)));

    public static Diagnostic GridShape(SourcePlace place, int rows, int columns) => Error("KPI2019", place, rows, columns);

    public static Diagnostic NotPositive(SourcePlace place, string property, decimal value) => Error("KPI2035", place, property, value);

    public static Diagnostic BraceAlone(SourcePlace place, char brace) => Error("KPI2022", place, brace.ToString());

    public static Diagnostic EmptyHole(SourcePlace place) => Error("KPI2023", place);

    public static Diagnostic BadFormat(SourcePlace place, string format, string name, Term kind) =>
        Error("KPI2024", place, format, name, kind);

    public static Diagnostic LeftByImport(SourcePlace place, string what) => new("KPI7150", DiagnosticSeverity.Warning, place, what);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
