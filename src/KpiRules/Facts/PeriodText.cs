// Takes what stands in a column of periods, gives the period: a day is that of the policy's period that holds it.
using System;

namespace KpiRules.Facts;

/// <summary>One meaning for files, rows of a database and maps: a date is a date, whether a store has a type for it or a text.</summary>
internal static class PeriodText
{
    /// <summary>
    /// Null for what is no period. A day stands for the policy's period that holds it, and is a period of its own only in a
    /// policy by days.
    /// </summary>
    /// <param name="periodOf">The policy's period that holds a day.</param>
    public static Period? Read(string? written, Func<DateTime, Period> periodOf)
    {
        if (written is not null && DayNumber.TryParseWithTime(written, out var day))
            return Of(DayNumber.ToDate(day), periodOf);
        return Period.TryParse(written, out var period) ? period : null;
    }

    /// <summary>The day that is written; null for a period written otherwise.</summary>
    public static Period? DayIn(string? written) =>
        written is not null && DayNumber.TryParseWithTime(written, out var day) ? DayOf(day) : null;

    /// <summary>A day as a period of its own; null for none, and for one that says that none is known.</summary>
    public static Period? DayOf(int? day) => day is { } number && DayNumber.ToDate(number) is var date && Period.IsKnown(date)
        ? Period.Containing(PeriodKind.Day, date)
        : null;

    /// <summary>Null for a day that says that none is known.</summary>
    public static Period? Of(DateTime day, Func<DateTime, Period> periodOf) => Period.IsKnown(day) ? periodOf(day) : null;
}
