// The period of an evaluation as formulas see it: its days, its workdays, and its place in the policy's year.
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class PeriodCalendar
{
    private readonly Workdays _workdays;
    private readonly int _fiscalYearStart;

    /// <summary>The day whose month, quarter and year are the period's: of a week its Thursday, else its last.</summary>
    private readonly int _anchor;

    public PeriodCalendar(Period period, Workdays workdays, int fiscalYearStart, int? asOf)
    {
        _workdays = workdays;
        _fiscalYearStart = fiscalYearStart;
        Period = period;
        FirstDay = period.FirstDayNumber(fiscalYearStart);
        LastDay = period.LastDayNumber(fiscalYearStart);
        _anchor = period.Kind == PeriodKind.Week ? FirstDay + 3 : LastDay;
        Days = workdays.Count(FirstDay, LastDay);
        DaysPassed = asOf < LastDay ? workdays.Count(FirstDay, asOf.Value) : Days;
    }

    public Period Period { get; }

    public int FirstDay { get; }

    public int LastDay { get; }

    /// <summary>The workdays of the period.</summary>
    public int Days { get; }

    /// <summary>The workdays that have passed on the as-of date, that day included; all of them when there is no as-of date.</summary>
    public int DaysPassed { get; }

    /// <summary>The workdays that are left.</summary>
    public int DaysLeft => Days - DaysPassed;

    /// <summary>The year of the policy, named by the year it ends in where it does not begin in January.</summary>
    public int Year => DayNumber.ToDate(_anchor) is var date && _fiscalYearStart > 1 && date.Month >= _fiscalYearStart ? date.Year + 1 : date.Year;

    /// <summary>The quarter of the policy's year, or null for a period longer than a quarter.</summary>
    public int? Quarter => Period.Kind > PeriodKind.Quarter ? null : (DayNumber.ToDate(_anchor).Month - _fiscalYearStart + 12) % 12 / 3 + 1;

    /// <summary>The calendar month, or null for a period longer than a month.</summary>
    public int? Month => Period.Kind > PeriodKind.Month ? null : DayNumber.ToDate(_anchor).Month;

    /// <summary>The workdays of the period from one day to another, both included.</summary>
    public int ActiveDays(int from, int to) => _workdays.Count(System.Math.Max(from, FirstDay), System.Math.Min(to, LastDay));
}
