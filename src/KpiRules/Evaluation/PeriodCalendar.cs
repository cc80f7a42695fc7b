// The period of an evaluation as formulas see it: its days, its workdays, and its place in the policy's year.
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class PeriodCalendar(Period period, Workdays workdays, int fiscalYearStart, int? asOf)
{
    /// <summary>The day whose month, quarter and year are the period's: of a week its Thursday, else its last.</summary>
    private readonly int _anchor = period.Kind == PeriodKind.Week ? period.FirstDayNumber(fiscalYearStart) + 3 : period.LastDayNumber(fiscalYearStart);

    public Period Period => period;

    public int FirstDay { get; } = period.FirstDayNumber(fiscalYearStart);

    public int LastDay { get; } = period.LastDayNumber(fiscalYearStart);

    /// <summary>The workdays of the period.</summary>
    public int Days => workdays.Count(FirstDay, LastDay);

    /// <summary>The workdays that have passed on the as-of date, that day included; all of them when there is no as-of date.</summary>
    public int DaysPassed => workdays.Count(FirstDay, System.Math.Min(asOf ?? LastDay, LastDay));

    /// <summary>The workdays that are left.</summary>
    public int DaysLeft => Days - DaysPassed;

    /// <summary>The year of the policy, named by the year it ends in where it does not begin in January.</summary>
    public int Year => DayNumber.ToDate(_anchor) is var date && fiscalYearStart > 1 && date.Month >= fiscalYearStart ? date.Year + 1 : date.Year;

    /// <summary>The quarter of the policy's year, or null for a period longer than a quarter.</summary>
    public int? Quarter => period.Kind > PeriodKind.Quarter ? null : (DayNumber.ToDate(_anchor).Month - fiscalYearStart + 12) % 12 / 3 + 1;

    /// <summary>The calendar month, or null for a period longer than a month.</summary>
    public int? Month => period.Kind > PeriodKind.Month ? null : DayNumber.ToDate(_anchor).Month;

    /// <summary>The workdays of the period from one day to another, both included.</summary>
    public int ActiveDays(int from, int to) => workdays.Count(System.Math.Max(from, FirstDay), System.Math.Min(to, LastDay));
}
