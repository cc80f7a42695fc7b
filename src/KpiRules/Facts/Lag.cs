// How far back something is looked at: steps of periods and of years, in the order in which they are taken.
using System;

namespace KpiRules.Facts;

/// <param name="Outer">The steps taken before this one; null for none.</param>
/// <param name="Periods">How many periods back this step goes; of no meaning for a year.</param>
/// <param name="IsYear">Whether this step goes one year back.</param>
internal sealed record Lag(Lag? Outer, int Periods, bool IsYear)
{
    public static Lag None { get; } = new(null, 0, false);

    public bool IsNone => Outer is null && Periods == 0 && !IsYear;

    public Lag Back(int periods) => IsYear ? new Lag(this, periods, false) : this with { Periods = Periods + periods };

    public Lag BackAYear() => new(IsNone ? null : this, 0, true);

    /// <summary>The period so far before another; null where there is none, such as a year before 29 February.</summary>
    public Period? From(Period current)
    {
        var from = Outer is null ? current : Outer.From(current);
        return IsYear ? from?.YearEarlier() : from?.TryAdd(-Periods);
    }

    /// <summary>Such as <c>-1</c>, <c>-1y</c> or <c>-1y-2</c>; empty for none.</summary>
    public override string ToString() => Outer + (IsYear ? "-1y" : Periods == 0 ? "" : FormattableString.Invariant($"-{Periods}"));
}
