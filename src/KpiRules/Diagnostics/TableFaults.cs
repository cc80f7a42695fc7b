// Stages 2, 3 and 4: faults of tables, in their form, their rows, and in how they are looked up.
using System;
using System.Collections.Generic;
using KpiRules.Source;

namespace KpiRules.Diagnostics;

internal static class TableFaults
{
    public static Diagnostic NoNumber(SourcePlace place, string column, string written) => Error("KPI2090", place, column, written);

    public static Diagnostic RowsAlike(SourcePlace place, string table, string keys, SourcePlace first) =>
        Error("KPI2091", place, table, keys, first.Source.PositionOf(first.Span.Start).Line);

    public static Diagnostic ColumnTwice(SourcePlace place, string column) => Error("KPI2092", place, column);

    public static Diagnostic BoundOfOther(SourcePlace place, string key) => Error("KPI2093", place, key);

    public static Diagnostic NumberOfKeys(SourcePlace place, int count, int most) => Error("KPI2094", place, count, most);

    public static Diagnostic NoValue(SourcePlace place) => Error("KPI2095", place);

    public static Diagnostic TableNeeded(SourcePlace place, string written, Func<string?> suggestion) =>
        Error("KPI3080", place, written).WithSuggestion(suggestion);

    public static Diagnostic NoSuchValue(
        SourcePlace place, string table, string value, IEnumerable<string> values, Func<string?> suggestion) =>
        Error("KPI3081", place, table, value, new WordList(values)).WithSuggestion(suggestion);

    public static Diagnostic TableAlone(SourcePlace place, string table, string value) => Error("KPI3082", place, table, value);

    public static Diagnostic KeyCount(SourcePlace place, string table, int needed, IEnumerable<string> keys, int found) =>
        Error("KPI4080", place, table, needed, new WordList(keys), found);

    private static Diagnostic Error(string code, SourcePlace place, params object[] arguments) =>
        new(code, DiagnosticSeverity.Error, place, arguments);
}
