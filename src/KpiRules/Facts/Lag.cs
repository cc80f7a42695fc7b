// How far back something is looked at: steps of periods and of years, in the order in which they are taken.
using System;

namespace KpiRules.Facts;

internal sealed class Lag : IEquatable<Lag>
{
    private readonly Lag? _outer;
    private readonly int _periods;
    private readonly bool _isYear;
    private readonly string _text;

    /// <param name="outer">The steps taken before this one; null for none.</param>
    /// <param name="periods">How many periods back this step goes; of no meaning for a year.</param>
    private Lag(Lag? outer, int periods, bool isYear)
    {
        (_outer, _periods, _isYear) = (outer, periods, isYear);
        _text = outer + (isYear ? "-1y" : periods == 0 ? "" : FormattableString.Invariant($"-{periods}"));
    }

    public static Lag None { get; } = new(null, 0, false);

    public bool IsNone => _text.Length == 0;

    public Lag Back(int periods) => periods == 0 ? this : _isYear ? new Lag(this, periods, false) : new Lag(_outer, _periods + periods, false);

    public Lag BackAYear() => new(IsNone ? null : this, 0, true);

    /// <summary>The steps of another lag, taken after these.</summary>
    public Lag Then(Lag step) => step._isYear ? BackAYear() : Back(step._periods);

    /// <summary>The period so far before another; null where there is none, such as a year before 29 February.</summary>
    public Period? From(Period current)
    {
        var from = _outer is null ? current : _outer.From(current);
        return _isYear ? from?.YearEarlier() : from?.TryAdd(-_periods);
    }

    public bool Equals(Lag? other) => other?._text == _text;

    public override bool Equals(object? obj) => Equals(obj as Lag);

    public override int GetHashCode() => _text.GetHashCode();

    /// <summary>Such as <c>-1</c>, <c>-1y</c> or <c>-1y-2</c>; empty for none.</summary>
    public override string ToString() => _text;
}
