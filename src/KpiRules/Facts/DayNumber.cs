// A calendar day as a number: days since 0001-01-01 of the proleptic Gregorian calendar, and as ISO 8601 text.
using System;
using System.Globalization;

namespace KpiRules.Facts;

internal static class DayNumber
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>What <see cref="TryParse"/> reads, as a regular expression.</summary>
    public const string Pattern = "^(?:" + DayOfSomeYear + ")$";

    /// <summary>A day as it is written, within a regular expression.</summary>
    internal const string DayOfSomeYear =
        "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
        + "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    public static int Of(DateTime date) => (int)(date.Ticks / TimeSpan.TicksPerDay);

    public static int Of(int year, int month, int day) => Of(new DateTime(year, month, day));

    public static DateTime ToDate(int day) => new(day * TimeSpan.TicksPerDay);

    public static string Write(int day) => ToDate(day).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>
    /// As below, and with a time of day behind it, which does not matter; a time of some zone is none, for its day depends on the
    /// place.
    /// </summary>
    public static bool TryParseWithTime(string text, out int day) =>
        TryParse(
            text.Length > Format.Length && text[Format.Length] is ' ' or 'T' && IsTime(text.Substring(Format.Length + 1))
                ? text.Substring(0, Format.Length)
                : text,
            out day);

    private static bool IsTime(string text) =>
        DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool TryParse(string text, out int day)
    {
        var isDate = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = isDate ? Of(date) : 0;
        return isDate;
    }
}
