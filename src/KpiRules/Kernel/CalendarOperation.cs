// The operation that looks at the calendar of the period, and what it can be asked.
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum CalendarFact
{
    /// <summary>The workdays of the period.</summary>
    Days,

    /// <summary>The workdays that have passed on the as-of date.</summary>
    DaysPassed,

    /// <summary>The workdays that are left.</summary>
    DaysLeft,

    /// <summary>The policy's year.</summary>
    Year,

    /// <summary>The quarter of the policy's year; none for a longer period.</summary>
    Quarter,

    /// <summary>The calendar month; none for a longer period.</summary>
    Month,

    FirstDay,

    LastDay,

    /// <summary>The as-of date; the last day of the period where none is given.</summary>
    AsOf,

    /// <summary>Whether the period is longer than those of the policy's facts.</summary>
    IsLonger,

    /// <summary>Whether the policy's quarter ends with the period.</summary>
    EndsQuarter,

    EndsHalfYear,

    EndsYear,

    /// <summary>How long the period is: 0 a day, 1 a week, and so on up to a year.</summary>
    Length,

    /// <summary>Every workday of the period; only functions look at it.</summary>
    Workdays,
}

/// <param name="Lag">How far back the period lies.</param>
internal sealed record CalendarOperation(Origin Origin, CalendarFact Fact, Lag Lag, ValueKind Kind, Unit Unit)
    : LeafOperation(Origin, Kind, Unit), ILooksAtCalendar
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Calendar(this);

    /// <summary>In which numbers a number lies.</summary>
    public Interval Range => Fact switch
    {
        CalendarFact.Quarter => new((1, true), (4, true)),
        CalendarFact.Month => new((1, true), (12, true)),
        CalendarFact.Days or CalendarFact.DaysPassed or CalendarFact.DaysLeft or CalendarFact.Year or CalendarFact.Length
            or CalendarFact.FirstDay or CalendarFact.LastDay or CalendarFact.AsOf or CalendarFact.IsLonger or CalendarFact.EndsQuarter
            or CalendarFact.EndsHalfYear or CalendarFact.EndsYear or CalendarFact.Workdays => Interval.NotNegative,
    };

    public Operation At(Lag lag) => this with { Lag = lag };
}
