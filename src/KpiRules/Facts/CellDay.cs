// Takes what stands in a cell of a spreadsheet as a day or a period, gives it where only one can be meant.
using System;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Facts;

/// <summary>
/// The year stands first, or the month has a name: which of <c>3/4/2026</c> is the month depends on the country, and nobody can be
/// certain.
/// </summary>
internal static class CellDay
{
    private static readonly string[] Days =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "MMM d, yyyy"];

    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF"];

    private static readonly string[] Months =
        ["yyyy-M", "yyyy/M", "yyyy年M月", "yyyy年M月份", "yyyyMM", "MMM-yy", "MMM-yyyy", "MMM yyyy", "MMMM yyyy", "MMMM-yy"];

    private static readonly string[] DaysWithTimes = Days.SelectMany(day => Times.Select(time => day + time)).ToArray();

    /// <summary>Two digits of a year are those of 2000 to 2099, whenever it is read.</summary>
    private static readonly CultureInfo English = EnglishOfThisCentury();

    /// <summary>The day, whatever its time; a time of some zone is none, for its day depends on the place.</summary>
    public static bool TryRead(string written, out int day)
    {
        if (DayNumber.TryParseWithTime(written, out day))
            return true;
        var isDay = DateTime.TryParseExact(Plain(written), DaysWithTimes, English, DateTimeStyles.None, out var date);
        day = isDay ? DayNumber.Of(date) : 0;
        return isDay;
    }

    /// <summary>As <see cref="PeriodText.Read"/> does, of cells.</summary>
    public static Period? ReadPeriod(string? written, Func<DateTime, Period> periodOf)
    {
        if (written is null)
            return null;
        if (DayNumber.TryParseWithTime(written, out var day))
            return PeriodText.Of(DayNumber.ToDate(day), periodOf);
        if (Period.TryParse(written, out var period))
            return period;
        if (TryRead(written, out day))
            return PeriodText.Of(DayNumber.ToDate(day), periodOf);
        var text = Plain(written);
        if (DateTime.TryParseExact(text, Months, English, DateTimeStyles.None, out var month) && Period.IsKnown(month))
            return Period.Containing(PeriodKind.Month, month);
        return text.EndsWith("年", StringComparison.Ordinal) && Period.TryParse(text.Substring(0, text.Length - 1), out var year)
            ? year
            : null;
    }

    /// <summary>The day that is written as a period; null for a period written otherwise.</summary>
    public static Period? DayIn(string? written) =>
        written is not null && !(Period.TryParse(written, out var period) && period.Kind != PeriodKind.Day) && TryRead(written, out var day)
            ? PeriodText.DayOf(day)
            : null;

    /// <summary>Halves of full-width characters, and one blank where several stand.</summary>
    private static string Plain(string written) => string.Join(
        " ", string.Concat(written.Select(FullWidth.Narrowed)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static CultureInfo EnglishOfThisCentury()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = 2099 };
        return CultureInfo.ReadOnly(culture);
    }
}
