// Stage 6: what can be wrong in the rows of tables that come with the facts; one method an issue.
using System;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Lookup;

internal static class TableIssues
{
    public static DataIssue Unused(string table, Func<string?> suggestion) =>
        new DataIssue("KPI6090", null, null, null, table, table).WithSuggestion(suggestion);

    public static DataIssue HasRowsOfItsOwn(string table) => new("KPI6096", null, null, null, table, table);

    public static DataIssue Undeclared(string origin, Period? period, string table, string column, Func<string?> suggestion) =>
        new DataIssue("KPI6091", origin, null, period, table, table, column).WithSuggestion(suggestion);

    public static DataIssue NoKey(string origin, Period? period, string table, string key) =>
        new("KPI6092", origin, null, period, table, table, key);

    public static DataIssue Unreadable(string origin, Period? period, string table, string column, FactValue written, ValueKind kind) =>
        new("KPI6093", origin, null, period, table, table, column, written.Unrepresentable ?? written.ToString(), Kind(kind));

    /// <param name="keys">Those of both rows.</param>
    /// <param name="first">The place of the first of them.</param>
    public static DataIssue Alike(string origin, Period? period, string table, string keys, string first) =>
        new("KPI6094", origin, null, period, table, table, keys, first);

    public static DataIssue OutOfBounds(string origin, Period? period, string table, FactDefinition value, decimal number) =>
        new("KPI6095", origin, null, period, table, table, value.Name, number, Bounds.Of(value.Min, value.Max));

    /// <param name="why">What keeps it from being read.</param>
    public static DataIssue NoRow(string origin, string table, Term why) => new("KPI6097", origin, null, null, table, table, why);

    public static DataIssue BadPeriod(string origin, string table, string written) =>
        new("KPI6098", origin, null, null, table, table, written);

    private static Term Kind(ValueKind kind) => new("kind." + kind);
}
