// Takes a record of an item, gives the period it counts in: that of its date, whatever period the item is of.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Mapping;

internal sealed class RecordDate<TRow>(Func<TRow, FactValue> date, Policy policy)
{
    /// <summary>
    /// Null where the record is left out: it has no date, or is not of the item's period and comes with the item of its own.
    /// </summary>
    /// <param name="own">The period of the item; null where each record is placed in its own.</param>
    public Period? PeriodOf(TRow row, Period? own, FactSink sink, string subject, string list, RowOrigin origin)
    {
        var given = row is null ? default : date(row);
        if (DayOf(given) is not { } day || PeriodText.Of(day, policy.PeriodOf) is not { } period)
        {
            sink.Builder.Report(DataIssues.NoDate(origin.Written, subject, list, given.ToString().Trim()));
            return null;
        }

        if (own is null)
            return period;
        var fiscalYearStart = policy.Settings.FiscalYearStart;
        if (day >= own.Value.FirstDay(fiscalYearStart) && day <= own.Value.LastDay(fiscalYearStart))
            return own;
        sink.Builder.LeaveOut(list, subject, period, origin);
        return null;
    }

    /// <summary>The fields with the day beside them, unless one of them is called as it is.</summary>
    public IEnumerable<KeyValuePair<string, FactValue>> Beside(IReadOnlyList<KeyValuePair<string, FactValue>> fields, TRow row) =>
        fields.Any(field => field.Key == RecordDefinition.Date)
            ? fields
            : fields.Append(new(RecordDefinition.Date, DayOf(date(row))));

    private static DateTime? DayOf(FactValue given) => given.Date
        ?? (given.Text is { } text && DayNumber.TryParseWithTime(text.Trim(), out var day) ? DayNumber.ToDate(day) : null);
}
