// How far back something is looked at: steps of periods and of years, in the order in which they are taken.
using System;

namespace KpiRules.Facts;

internal sealed class Lag : IEquatable<Lag>
{
    /// <summary>The first ones, made once: what looks back does so in few ways, and in thousands of places.</summary>
    private static readonly Lag?[] Known = new Lag?[1024];

    private readonly Lag? _outer;
    private readonly int _periods;
    private readonly int _years;
    private readonly string _text;
    private readonly int _hash;

    /// <param name="outer">The steps taken before this one; null for none.</param>
    /// <param name="periods">How many periods back this step goes; 0 for one of years.</param>
    /// <param name="years">How many years back it goes, one after another; 0 for one of periods.</param>
    private Lag(Lag? outer, int periods, int years)
    {
        (_outer, _periods, _years) = (outer, periods, years);
        _text = outer
            + (years > 0 ? FormattableString.Invariant($"-{years}y") : periods == 0 ? "" : FormattableString.Invariant($"-{periods}"));
        _hash = _text.GetHashCode();
    }

    public static Lag None { get; } = new(null, 0, 0);

    public bool IsNone => _text.Length == 0;

    public Lag Back(int periods) => periods == 0 ? this
        : _years > 0 ? new Lag(this, periods, 0)
        : _outer is null ? Of(_periods + periods)
        : new Lag(_outer, _periods + periods, 0);

    private static Lag Of(int periods) =>
        periods >= Known.Length ? new Lag(null, periods, 0) : Known[periods] ??= new Lag(null, periods, 0);

    public Lag BackAYear() => _years > 0 ? new Lag(_outer, 0, _years + 1) : new Lag(IsNone ? null : this, 0, 1);

    /// <summary>The steps of another lag, taken after these.</summary>
    /// <param name="step">A year, or so many periods.</param>
    public Lag Then(Lag step) => step._years > 0 ? BackAYear() : Back(step._periods);

    /// <summary>The period so far before another; null where there is none, such as a year before 29 February.</summary>
    public Period? From(Period current)
    {
        var from = _outer is null ? current : _outer.From(current);
        for (var year = 0; year < _years; year++)
            from = from?.YearEarlier();
        return _years > 0 ? from : from?.TryAdd(-_periods);
    }

    public bool Equals(Lag? other) => other is not null && (ReferenceEquals(this, other) || (other._hash == _hash && other._text == _text));

    public override bool Equals(object? obj) => Equals(obj as Lag);

    public override int GetHashCode() => _hash;

    /// <summary>Such as <c>-1</c>, <c>-1y</c> or <c>-2y-2</c>; empty for none.</summary>
    public override string ToString() => _text;
}
