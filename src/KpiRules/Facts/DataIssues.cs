// Stage 6: what can be wrong in the facts; one method an issue.
using System;
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Facts;

internal static class DataIssues
{
    public static DataIssue Unusable(string fact, Func<string?> suggestion, string? origin = null) =>
        new DataIssue("KPI6001", origin, null, null, fact, fact).WithSuggestion(suggestion);

    public static DataIssue NeedsPeriod(string fact, string? origin = null) => new("KPI6012", origin, null, null, fact, fact);

    public static DataIssue WrongKind(string subject, Period? period, FactDefinition fact, FactValue value) =>
        new("KPI6002", null, subject, period, fact.Name, fact.Name, Kind(fact.Kind), value.ToString(), Kind(value.Kind!.Value));

    public static DataIssue OutOfBounds(RowOrigin origin, string subject, Period period, FactDefinition fact, decimal value) =>
        new("KPI6003", origin.Written, subject, period, fact.Name, fact.Name, value, Bounds.Of(fact.Min, fact.Max));

    public static DataIssue NotAmongValues(RowOrigin origin, string subject, Period? period, FactDefinition fact, string value) =>
        new DataIssue("KPI6004", origin.Written, subject, period, fact.Name, fact.Name, value, new WordList(fact.Values!))
            .WithSuggestion(() => ClosestName.Find(value, fact.Values!));

    public static DataIssue GivenTwice(string subject, Period? period, string fact, FactValue first, FactValue second, string? origin) =>
        new("KPI6005", origin, subject, period, fact, fact, Shown(first), Shown(second));

    public static DataIssue Unreadable(
        string origin, string? subject, Period? period, FactDefinition fact, string written, ReadFault fault) =>
        new(
            "KPI6006",
            origin,
            subject,
            period,
            fact.Name,
            fact.Name,
            written,
            new Term(fault == ReadFault.NotExact ? "read.NotExact" : "read." + fact.Kind));

    public static DataIssue BadPeriod(string origin, string? subject, string written) =>
        new("KPI6007", origin, subject, null, null, written);

    public static DataIssue NoSubject(string origin) => new("KPI6008", origin, null, null, null);

    public static DataIssue RowShape(string origin, int found, int expected) =>
        new("KPI6009", origin, null, null, null, found, expected);

    public static DataIssue ColumnTwice(string origin, string column) => new("KPI6010", origin, null, null, null, column);

    public static DataIssue NotInEffect(Period period, DateTime from, DateTime? to)
    {
        var first = ((FactValue)from).ToString();
        var days = to is { } last ? new Term("effective.both", first, ((FactValue)last).ToString()) : new Term("effective.from", first);
        return new DataIssue("KPI6013", null, null, period, null, period.ToString(), days);
    }

    public static DataIssue EngineGaveUp(string subject, Period period, string engine, string why) =>
        new("KPI6041", null, subject, period, null, engine, why);

    public static DataIssue Unrepresentable(string? origin, string subject, Period? period, string fact, string number) =>
        new("KPI6014", origin, subject, period, fact, fact, number);

    /// <summary>Text in quotes, for 1 and "1" are not the same.</summary>
    private static string Shown(FactValue value) => value.Kind == ValueKind.Text ? $"\"{value}\"" : value.ToString();

    public static DataIssue UnusableList(string list, Func<string?> suggestion) =>
        new DataIssue("KPI6015", null, null, null, list, list).WithSuggestion(suggestion);

    public static DataIssue UnusableField(string list, string field, Func<string?> suggestion, string? origin = null) =>
        new DataIssue("KPI6016", origin, null, null, list, list, field).WithSuggestion(suggestion);

    public static DataIssue WrongFieldKind(string subject, Period? period, string list, FactDefinition field, FactValue value) =>
        new("KPI6017", null, subject, period, list, list, field.Name, Kind(field.Kind), value.ToString(), Kind(value.Kind!.Value));

    /// <param name="number">Which record it is among the subject's of the period, from 1.</param>
    public static DataIssue FieldOutOfBounds(
        string subject, Period period, string list, int number, FactDefinition field, decimal value) =>
        new("KPI6085", null, subject, period, list, list, field.Name, number, value, Bounds.Of(field.Min, field.Max));

    /// <param name="number">Which record it is among the subject's of the period, from 1.</param>
    public static DataIssue FieldNotAmongValues(
        string subject, Period period, string list, int number, FactDefinition field, string value) =>
        new DataIssue("KPI6086", null, subject, period, list, list, field.Name, number, value, new WordList(field.Values!))
            .WithSuggestion(() => ClosestName.Find(value, field.Values!));

    public static DataIssue NoDay(string? origin, string subject, Period period, string list, string written) =>
        new("KPI6087", origin, subject, period, list, list, written);

    public static DataIssue PerNotPositive(string subject, Period period, string cell, string per) =>
        new("KPI6018", null, subject, period, null, cell, per);

    public static DataIssue PoolAmountsDiffer(string subject, Period period, string line) =>
        new("KPI6019", null, subject, period, null, line);

    public static DataIssue LinesOfLongerPeriod(Period period) => new("KPI6020", null, null, period, null, period.ToString());

    public static DataIssue NoFactType(string origin, string subject, Period? period, string fact, string type) =>
        new("KPI6021", origin, subject, period, fact, fact, type);

    public static DataIssue OfOtherPeriod(string origin, string subject, Period evaluated) =>
        new("KPI6022", origin, subject, evaluated, null, evaluated.ToString());

    public static DataIssue DoesNotMakeUp(
        string? origin, string subject, Period period, string fact, Period given, Period missing, int missingCount, int count) =>
        new("KPI6050", origin, subject, period, fact, fact, given.ToString(), period.ToString(), missing.ToString(), missingCount, count);

    public static DataIssue GivenForLonger(string? origin, string subject, Period period, string fact, string used) =>
        new("KPI6051", origin, subject, period, fact, fact, period.ToString(), used);

    public static DataIssue OnlyInRecords(string? origin, string subject, int count, Func<string?> suggestion) =>
        new DataIssue("KPI6052", origin, subject, null, null, subject, count).WithSuggestion(suggestion);

    public static DataIssue IdAlike(string subject, string other) => new("KPI6053", null, subject, null, null, subject, other);

    public static DataIssue NoDate(string? origin, string subject, string list, string written) =>
        new("KPI6054", origin, subject, null, list, list, written);

    public static DataIssue OfNoItem(string? origin, string subject, Period period, string list, int more) =>
        new("KPI6055", origin, subject, period, list, list, period.ToString(), more);

    public static DataIssue Malformed(string origin) => new("KPI6011", origin, null, null, null);

    /// <param name="column">What the column of the first such value is called.</param>
    public static DataIssue LineBreak(string origin, string column, int line, int lastLine) =>
        new("KPI6080", origin, null, null, null, column, line, lastLine);

    /// <param name="number">Which record of the subject's it is, from 1.</param>
    public static DataIssue OpeningUnreadable(
        string subject, Period period, string list, int number, string field, FactValue written, bool isPeriod) =>
        new(
            "KPI6100",
            null,
            subject,
            period,
            list,
            list,
            number,
            field,
            written.Kind is null ? new Term("opening.missing") : new Term("opening.written", written.ToString()),
            isPeriod ? new Term("opening.period", period.ToString()) : new Term("opening.number"));

    public static DataIssue OpeningOfNoPart(string subject, Period period, string list, int number, decimal part, int parts) =>
        new("KPI6101", null, subject, period, list, list, number, part, parts);

    public static DataIssue OpeningNotEarlier(string subject, Period period, string list, int number, Period earned) =>
        new("KPI6102", null, subject, period, list, list, number, earned.ToString(), period.ToString());

    public static DataIssue OpeningTwice(string subject, Period period, string list, int part, Period earned) =>
        new("KPI6103", null, subject, period, list, list, part, earned.ToString());

    public static DataIssue OpeningOutOfOrder(string subject, Period period, string list, int number) =>
        new("KPI6104", null, subject, period, list, list, number);

    public static DataIssue OpeningOfLater(string list, Period period, Period first) =>
        new("KPI6105", null, null, period, list, list, period.ToString(), first.ToString());

    /// <param name="others">The periods that the list does have records of.</param>
    public static DataIssue OpeningOfOthers(string list, Period first, IReadOnlyList<Period> others) =>
        new("KPI6114", null, null, first, list, list, Abridged(others), first.ToString());

    /// <param name="decimals">How many the ruleset's money has.</param>
    public static DataIssue OpeningTooFine(string subject, Period period, string list, int number, decimal amount, int decimals) =>
        new("KPI6115", null, subject, period, list, list, number, amount, decimals);

    private static string Abridged(IReadOnlyList<Period> periods) =>
        periods.Count <= 3 ? string.Join(", ", periods) : $"{periods[0]}, …, {periods[periods.Count - 1]}";

    private static Term Kind(ValueKind kind) => new("kind." + kind);
}
