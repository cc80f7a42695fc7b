// A calendar day as a number: days since 0001-01-01 of the proleptic Gregorian calendar, and as ISO 8601 text.
using System;
using System.Globalization;

namespace KpiRules.Facts;

internal static class DayNumber
{
    private const string Format = "yyyy-MM-dd";

    public static int Of(DateTime date) => (int)(date.Ticks / TimeSpan.TicksPerDay);

    public static int Of(int year, int month, int day) => Of(new DateTime(year, month, day));

    public static DateTime ToDate(int day) => new(day * TimeSpan.TicksPerDay);

    public static string Write(int day) => ToDate(day).ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out int day)
    {
        var isDate = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = isDate ? Of(date) : 0;
        return isDate;
    }
}
