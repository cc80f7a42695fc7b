// The period of an evaluation as formulas see it: its days, its workdays, and its place in the policy's year.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Evaluation.Frames;

internal sealed class PeriodCalendar : IPeriodDays
{
    private const int MonthsOfAQuarter = 3;
    private const int MonthsOfAYear = 12;

    private readonly SettingsDefinition _settings;

    /// <summary>The day whose month, quarter and year are the period's.</summary>
    private readonly DateTime _anchor;

    public PeriodCalendar(Period period, SettingsDefinition settings, int? asOf)
    {
        _settings = settings;
        Period = period;
        AsOf = asOf;
        FirstDay = period.FirstDayNumber(settings.FiscalYearStart);
        LastDay = period.LastDayNumber(settings.FiscalYearStart);
        _anchor = DayNumber.ToDate(period.AnchorDayNumber(settings.FiscalYearStart));
        Days = settings.Workdays.Count(FirstDay, LastDay);
        DaysPassed = asOf < LastDay ? settings.Workdays.Count(FirstDay, asOf.Value) : Days;
    }

    public Period Period { get; }

    public int? AsOf { get; }

    /// <summary>Whether the period is longer than those the policy is written for.</summary>
    public bool IsLonger => IsLongerThanThePolicys(Period);

    /// <summary>How long the periods are that the policy is written for.</summary>
    public PeriodKind PolicyKind => _settings.Period;

    public int FiscalYearStart => _settings.FiscalYearStart;

    public int FirstDay { get; }

    public int LastDay { get; }

    /// <summary>The workdays of the period.</summary>
    public int Days { get; }

    /// <summary>The workdays that have passed on the as-of date, that day included; all of them when there is no as-of date.</summary>
    public int DaysPassed { get; }

    /// <summary>The workdays that are left.</summary>
    public int DaysLeft => Days - DaysPassed;

    /// <summary>The year of the policy, named by the year it ends in where it does not begin in January.</summary>
    public int Year => FiscalYearStart > 1 && _anchor.Month >= FiscalYearStart ? _anchor.Year + 1 : _anchor.Year;

    /// <summary>The quarter of the policy's year, or null for a period longer than a quarter.</summary>
    public int? Quarter => Period.Kind > PeriodKind.Quarter ? null : MonthOfYear / MonthsOfAQuarter + 1;

    /// <summary>The calendar month, or null for a period longer than a month.</summary>
    public int? Month => Period.Kind > PeriodKind.Month ? null : _anchor.Month;

    /// <summary>How many months of the policy's year lie before the period's own.</summary>
    private int MonthOfYear => (_anchor.Month - FiscalYearStart + MonthsOfAYear) % MonthsOfAYear;

    /// <summary>The workdays of the period from one day to another, both included.</summary>
    public int ActiveDays(int from, int to) => _settings.Workdays.Count(Math.Max(from, FirstDay), Math.Min(to, LastDay));

    /// <summary>Whether the policy's quarter, half year or year ends with the period, or the period is at least as long.</summary>
    public bool IsLastOf(PeriodKind span)
    {
        if (Period.Kind >= span)
            return true;
        var months = span == PeriodKind.Quarter ? MonthsOfAQuarter : span == PeriodKind.HalfYear ? MonthsOfAYear / 2 : MonthsOfAYear;
        var next = At(Period.Add(1));
        return (Year, MonthOfYear / months) != (next.Year, next.MonthOfYear / months);
    }

    /// <summary>Whether a period is longer than those the policy is written for.</summary>
    public bool IsLongerThanThePolicys(Period period) => period.Kind > _settings.Period;

    /// <summary>A number the calendar knows; null where a period of this length has none.</summary>
    public int? NumberOf(CalendarFact fact) => fact switch
    {
        CalendarFact.Days => Days,
        CalendarFact.DaysPassed => DaysPassed,
        CalendarFact.DaysLeft => DaysLeft,
        CalendarFact.Year => Year,
        CalendarFact.Quarter => Quarter,
        CalendarFact.Month => Month,
        CalendarFact.Length => (int)Period.Kind,
        CalendarFact.FirstDay or CalendarFact.LastDay or CalendarFact.AsOf or CalendarFact.IsLonger or CalendarFact.EndsQuarter
            or CalendarFact.EndsHalfYear or CalendarFact.EndsYear or CalendarFact.Workdays =>
            throw new ArgumentOutOfRangeException(nameof(fact), fact, "It is no number."),
    };

    /// <summary>Whether something holds that the calendar knows.</summary>
    public bool Holds(CalendarFact fact) => fact switch
    {
        CalendarFact.IsLonger => IsLonger,
        CalendarFact.EndsQuarter => IsLastOf(PeriodKind.Quarter),
        CalendarFact.EndsHalfYear => IsLastOf(PeriodKind.HalfYear),
        CalendarFact.EndsYear => IsLastOf(PeriodKind.Year),
        CalendarFact.Days or CalendarFact.DaysPassed or CalendarFact.DaysLeft
            or CalendarFact.Year or CalendarFact.Quarter or CalendarFact.Month
            or CalendarFact.FirstDay or CalendarFact.LastDay or CalendarFact.AsOf or CalendarFact.Length or CalendarFact.Workdays
            => throw new ArgumentOutOfRangeException(nameof(fact), fact, "It is no condition."),
    };

    /// <summary>A day that the calendar knows, as a number.</summary>
    public int DayOf(CalendarFact fact) => fact switch
    {
        CalendarFact.FirstDay => FirstDay,
        CalendarFact.LastDay => LastDay,
        CalendarFact.AsOf => AsOf ?? LastDay,
        CalendarFact.Days or CalendarFact.DaysPassed or CalendarFact.DaysLeft
            or CalendarFact.Year or CalendarFact.Quarter or CalendarFact.Month
            or CalendarFact.IsLonger or CalendarFact.EndsQuarter
            or CalendarFact.EndsHalfYear or CalendarFact.EndsYear or CalendarFact.Length
            or CalendarFact.Workdays => throw new ArgumentOutOfRangeException(nameof(fact), fact, "It is no day."),
    };

    /// <summary>Another period as the same policy sees it on the same day.</summary>
    public PeriodCalendar At(Period period) => new(period, _settings, AsOf);

    /// <summary>Whether a period has begun on the as-of date.</summary>
    public bool HasBegun(Period period) => AsOf is null || period.FirstDayNumber(FiscalYearStart) <= AsOf;

    /// <summary>
    /// The periods from the beginning of a window up to this one; null where this one lies across its beginning or is longer.
    /// </summary>
    public IReadOnlyList<Period>? PeriodsOf(TimeWindow window)
    {
        if (window == TimeWindow.None)
            return [Period];
        if (_anchor.Year == DateTime.MinValue.Year)
            return null;
        var monthsBack = window == TimeWindow.Year ? MonthOfYear : MonthOfYear % MonthsOfAQuarter;
        var start = DayNumber.Of(new DateTime(_anchor.Year, _anchor.Month, 1).AddMonths(-monthsBack));
        var periods = new List<Period> { Period };
        while (periods[periods.Count - 1].TryAdd(-1) is { } earlier && earlier.AnchorDayNumber(FiscalYearStart) >= start)
            periods.Add(earlier);
        periods.Reverse();
        return Period.Kind > PeriodKind.Month && periods[0].FirstDayNumber(FiscalYearStart) != start ? null : periods;
    }

    /// <summary>
    /// The periods for which the policy's constants hold: those it is written for, or the period itself where it is no longer.
    /// </summary>
    public IReadOnlyList<Period> PolicyPeriods(Period period) =>
        IsLongerThanThePolicys(period) ? period.Parts(_settings.Period, FiscalYearStart) : [period];
}
