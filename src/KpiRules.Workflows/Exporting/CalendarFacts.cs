// What of the calendar a workflow asks for.
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal static class CalendarFacts
{
    public static string NameOf(CalendarFact fact) => fact switch
    {
        CalendarFact.Workdays => "workdays",
        CalendarFact.DaysPassed => "period_days_passed",
        CalendarFact.DaysLeft => "period_days_left",
        CalendarFact.FirstDay => "period_first_day",
        CalendarFact.LastDay => "period_last_day",
        CalendarFact.AsOf => "period_as_of",
        CalendarFact.IsLonger => "period_is_longer",
        CalendarFact.EndsQuarter => "period_ends_quarter",
        CalendarFact.EndsHalfYear => "period_ends_half_year",
        CalendarFact.EndsYear => "period_ends_year",
        CalendarFact.Days or CalendarFact.Year or CalendarFact.Quarter or CalendarFact.Month or CalendarFact.Length =>
            "period_" + fact.ToString().ToLowerInvariant(),
    };

    public static string TypeOf(CalendarFact fact) => fact switch
    {
        CalendarFact.Quarter or CalendarFact.Month => "decimal?",
        CalendarFact.FirstDay or CalendarFact.LastDay or CalendarFact.AsOf => "DateTime",
        CalendarFact.IsLonger or CalendarFact.EndsQuarter or CalendarFact.EndsHalfYear or CalendarFact.EndsYear => "bool",
        CalendarFact.Workdays => "DateTime[]",
        CalendarFact.Days or CalendarFact.DaysPassed or CalendarFact.DaysLeft or CalendarFact.Year or CalendarFact.Length => "decimal",
    };

    public static string MeaningOf(CalendarFact fact) => fact switch
    {
        CalendarFact.Days => "the workdays of the period",
        CalendarFact.DaysPassed => "the workdays that have passed",
        CalendarFact.DaysLeft => "the workdays that are left",
        CalendarFact.Year => "the policy's year",
        CalendarFact.Quarter => "the quarter of the policy's year; null for a longer period",
        CalendarFact.Month => "the calendar month; null for a longer period",
        CalendarFact.FirstDay => "the period's first day",
        CalendarFact.LastDay => "the period's last day",
        CalendarFact.AsOf => "the as-of date; the period's last day when none is given",
        CalendarFact.IsLonger => "whether the period is longer than those of the policy's facts",
        CalendarFact.EndsQuarter => "whether the policy's quarter ends with the period",
        CalendarFact.EndsHalfYear => "whether the policy's half year ends with the period",
        CalendarFact.EndsYear => "whether the policy's year ends with the period",
        CalendarFact.Length => "how long the period is: 0 a day, 1 a week, and so on up to a year",
        CalendarFact.Workdays => "every workday of the period, at midnight",
    };

    /// <summary>Its value, of the type that <see cref="TypeOf"/> says.</summary>
    public static object? ValueOf(CalendarFact fact, PeriodCalendar calendar) => fact switch
    {
        CalendarFact.Days => (decimal)calendar.Days,
        CalendarFact.DaysPassed => (decimal)calendar.DaysPassed,
        CalendarFact.DaysLeft => (decimal)calendar.DaysLeft,
        CalendarFact.Year => (decimal)calendar.Year,
        CalendarFact.Quarter => (decimal?)calendar.Quarter,
        CalendarFact.Month => (decimal?)calendar.Month,
        CalendarFact.FirstDay => DayNumber.ToDate(calendar.FirstDay),
        CalendarFact.LastDay => DayNumber.ToDate(calendar.LastDay),
        CalendarFact.AsOf => DayNumber.ToDate(calendar.DayOf(fact)),
        CalendarFact.IsLonger => calendar.IsLonger,
        CalendarFact.EndsQuarter => calendar.IsLastOf(PeriodKind.Quarter),
        CalendarFact.EndsHalfYear => calendar.IsLastOf(PeriodKind.HalfYear),
        CalendarFact.EndsYear => calendar.IsLastOf(PeriodKind.Year),
        CalendarFact.Length => (decimal)(int)calendar.Period.Kind,
        CalendarFact.Workdays => Enumerable.Range(calendar.FirstDay, calendar.LastDay - calendar.FirstDay + 1)
            .Where(day => calendar.ActiveDays(day, day) > 0).Select(DayNumber.ToDate).ToArray(),
    };
}
