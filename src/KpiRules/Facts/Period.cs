// A stretch of the calendar for which facts are given and results are computed.
using System;
using System.Collections.Generic;

namespace KpiRules.Facts;

/// <summary>
/// A day, ISO week, month, quarter, half year or year, of the calendar or of a fiscal year. Written
/// <c>2026-03-31</c>, <c>2026-W10</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026-H1</c>, <c>2026</c>, and
/// <c>FY2026-Q1</c>, <c>FY2026-H1</c>, <c>FY2026</c>; a fiscal year is named by the year it ends in, and when it starts
/// is a setting of the ruleset. Immutable. The default value is the day 0001-01-01.
/// </summary>
public readonly partial struct Period : IEquatable<Period>, IComparable<Period>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    private readonly int _number;

    internal Period(PeriodKind kind, int year, int number, bool fiscal = false) =>
        (Kind, Year, _number, IsFiscal) = (kind, year, number, fiscal);

    /// <summary>How long the period is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Whether it is counted in fiscal years.</summary>
    public bool IsFiscal { get; }

    /// <summary>The year it is named by.</summary>
    public int Year { get; }

    /// <summary>Its number within the year, from 1: day, week, month, quarter or half; 1 for a year.</summary>
    public int Number => Math.Max(1, _number);

    /// <summary>Whether two periods are the same.</summary>
    public static bool operator ==(Period left, Period right) => left.Equals(right);

    /// <summary>Whether two periods differ.</summary>
    public static bool operator !=(Period left, Period right) => !left.Equals(right);

    /// <summary>The period of a kind that holds a day.</summary>
    /// <param name="kind">How long the period is to be.</param>
    /// <param name="day">The day; its time of day does not matter.</param>
    /// <param name="fiscalYearStart">The month, 1 to 12, in which the year begins; where it is not January, quarters, half years
    /// and years are fiscal.</param>
    public static Period Containing(PeriodKind kind, DateTime day, int fiscalYearStart = 1)
    {
        if (PerYear(kind) is 0 or 12)
            return Containing(kind, DayNumber.Of(day));
        var monthOfYear = (day.Month - fiscalYearStart + 12) % 12;
        var year = fiscalYearStart > 1 && day.Month >= fiscalYearStart ? day.Year + 1 : day.Year;
        return new Period(kind, year, monthOfYear / (12 / PerYear(kind)) + 1, fiscalYearStart > 1);
    }

    /// <summary>The first day, at midnight.</summary>
    /// <param name="fiscalYearStart">The month, 1 to 12, in which a fiscal year begins; of no effect on other periods.</param>
    public DateTime FirstDay(int fiscalYearStart = 1) => DayNumber.ToDate(FirstDayNumber(fiscalYearStart));

    /// <summary>The last day, at midnight.</summary>
    /// <param name="fiscalYearStart">The month, 1 to 12, in which a fiscal year begins; of no effect on other periods.</param>
    public DateTime LastDay(int fiscalYearStart = 1) => DayNumber.ToDate(Add(1).FirstDayNumber(fiscalYearStart) - 1);

    /// <summary>The period of the same kind that lies so many later, or earlier for a negative number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would lie outside the years 2 to 9998.</exception>
    public Period Add(int periods) => TryAdd(periods) ?? throw new ArgumentOutOfRangeException(nameof(periods));

    /// <summary>As <see cref="Add"/>; null where it would lie outside the years.</summary>
    internal Period? TryAdd(int periods)
    {
        var perYear = PerYear(Kind);
        if (perYear == 0)
        {
            var day = FirstDayNumber(1) + (long)(Kind == PeriodKind.Week ? 7 : 1) * periods;
            return day >= 0 && day < DayNumber.Of(DateTime.MaxValue.Year, 1, 1) ? Containing(Kind, (int)day) : null;
        }

        var index = (long)Year * perYear + Number - 1 + periods;
        var isInRange = index >= 2 * perYear && index < DateTime.MaxValue.Year * perYear;
        return isInRange ? new Period(Kind, (int)index / perYear, (int)index % perYear + 1, IsFiscal) : null;
    }

    /// <summary>How many periods after another of its kind it lies; fewer than none where it lies before.</summary>
    internal int Since(Period other)
    {
        var perYear = PerYear(Kind);
        return perYear > 0
            ? (Year - other.Year) * perYear + Number - other.Number
            : (FirstDayNumber(1) - other.FirstDayNumber(1)) / (Kind == PeriodKind.Week ? 7 : 1);
    }

    /// <summary>The period of the same number one year earlier; null where that year has none, as of 29 February and week 53.</summary>
    internal Period? YearEarlier()
    {
        var (first, perYear) = (FirstDayNumber(1), PerYear(Kind));
        if (perYear > 0)
            return TryAdd(-perYear);
        if (Year <= FirstYear)
            return null;
        if (Kind == PeriodKind.Week)
            return Number <= IsoWeek.CountIn(Year - 1) ? new Period(Kind, Year - 1, Number) : null;
        var day = DayNumber.ToDate(first);
        return day is { Month: 2, Day: 29 } ? null : Containing(Kind, DayNumber.Of(day.Year - 1, day.Month, day.Day));
    }

    /// <summary>Orders by first day for periods of one kind; otherwise by kind.</summary>
    public int CompareTo(Period other) => (Kind, IsFiscal, Year, Number).CompareTo((other.Kind, other.IsFiscal, other.Year, other.Number));

    /// <inheritdoc/>
    public bool Equals(Period other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Period other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((Year * 367 + Number) * 6 + (int)Kind) * 2 + (IsFiscal ? 1 : 0);

    internal int FirstDayNumber(int fiscalYearStart)
    {
        switch (Kind)
        {
            case PeriodKind.Day:
                return DayNumber.Of(Math.Max(1, Year), 1, 1) + Number - 1;
            case PeriodKind.Week:
                return IsoWeek.FirstMonday(Year) + (Number - 1) * 7;
            case PeriodKind.Month or PeriodKind.Quarter or PeriodKind.HalfYear or PeriodKind.Year:
                break;
        }

        var offset = IsFiscal && fiscalYearStart > 1 ? fiscalYearStart - 13 : 0;
        var month = Year * 12 + (Number - 1) * (12 / PerYear(Kind)) + offset;
        return DayNumber.Of(month / 12, month % 12 + 1, 1);
    }

    internal int LastDayNumber(int fiscalYearStart) => Add(1).FirstDayNumber(fiscalYearStart) - 1;

    /// <summary>The day whose month, quarter and year are the period's: of a week its Thursday, else its last.</summary>
    internal int AnchorDayNumber(int fiscalYearStart) => Kind == PeriodKind.Week ? FirstDayNumber(1) + 3 : LastDayNumber(fiscalYearStart);

    /// <summary>The first day for what lies before or after what: a week is where its Thursday is.</summary>
    internal int StartDayNumber(int fiscalYearStart) => FirstDayNumber(fiscalYearStart) + (Kind == PeriodKind.Week ? 3 : 0);

    /// <summary>The periods of a shorter kind that make this one up, in order; a week belongs to where its Thursday lies.</summary>
    internal IReadOnlyList<Period> Parts(PeriodKind kind, int fiscalYearStart)
    {
        var parts = new List<Period>();
        if (kind > PeriodKind.Month)
        {
            var count = PerYear(kind) / PerYear(Kind);
            for (var number = (Number - 1) * count + 1; number <= Number * count; number++)
                parts.Add(new Period(kind, Year, number, IsFiscal));
            return parts;
        }

        var (first, last) = (FirstDayNumber(fiscalYearStart), LastDayNumber(fiscalYearStart));
        for (var part = Containing(kind, first); part.AnchorDayNumber(fiscalYearStart) <= last; part = part.Add(1))
        {
            if (part.AnchorDayNumber(fiscalYearStart) >= first)
                parts.Add(part);
        }

        return parts;
    }

    private static int PerYear(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 12,
        PeriodKind.Quarter => 4,
        PeriodKind.HalfYear => 2,
        PeriodKind.Year => 1,
        PeriodKind.Day or PeriodKind.Week => 0,
    };

    private static Period Containing(PeriodKind kind, int day)
    {
        if (kind == PeriodKind.Week)
        {
            var year = IsoWeek.YearOf(day);
            return new Period(kind, year, (day - IsoWeek.FirstMonday(year)) / 7 + 1);
        }

        var date = DayNumber.ToDate(day);
        return new Period(kind, date.Year, kind == PeriodKind.Month ? date.Month : date.DayOfYear);
    }
}
