// ISO 8601 weeks: a week begins on Monday and belongs to the year of its Thursday.
namespace KpiRules.Facts;

internal static class IsoWeek
{
    public static int YearOf(int day) => DayNumber.ToDate(Thursday(day)).Year;

    /// <summary>The Monday of week 1: the week that holds 4 January.</summary>
    public static int FirstMonday(int year) => Thursday(DayNumber.Of(year, 1, 4)) - 3;

    public static int CountIn(int year) => (FirstMonday(year + 1) - FirstMonday(year)) / 7;

    /// <summary>The Thursday of the day's week. Day 0, 0001-01-01, was a Monday.</summary>
    private static int Thursday(int day) => day - day % 7 + 3;
}
