// Interval arithmetic: in which numbers a result lies, from those in which its operands do; never too few.
using System;

namespace KpiRules.Kernel;

internal readonly partial record struct Interval
{
    /// <summary>Any number.</summary>
    public static Interval Any { get; } = new(null, null);

    /// <summary>0 and what lies above it.</summary>
    public static Interval NotNegative { get; } = new((0, true), null);

    /// <summary>Of a condition that nothing is known of: 0 for no, 1 for yes.</summary>
    public static Interval EitherWay { get; } = new((0, true), (1, true));

    /// <summary>Whether only one number is left.</summary>
    public bool IsOne => Low is { } low && High is { } high && low.Value == high.Value;

    public bool CanBeNegative => Low is not { Value: >= 0 };

    public bool CanBePositive => High is not { Value: <= 0 };

    public static Interval Exactly(decimal number) => new((number, true), (number, true));

    public static Interval AtLeast(decimal? low) => new(low is { } bound ? (bound, true) : null, null);

    public static Interval AtMost(decimal? high) => new(null, high is { } bound ? (bound, true) : null);

    /// <summary>The numbers of both, and those between them.</summary>
    public static Interval Hull(Interval one, Interval other) => new(
        Outer(one.Low, other.Low, -1),
        Outer(one.High, other.High, 1));

    public static Interval operator -(Interval interval) => interval.Mirrored;

    public static Interval operator +(Interval one, Interval other) => new(
        Both(one.Low, other.Low, decimal.Add),
        Both(one.High, other.High, decimal.Add));

    public static Interval operator -(Interval one, Interval other) => one + other.Mirrored;

    /// <summary>Between the least and the greatest of what their bounds come to, each with each.</summary>
    public static Interval operator *(Interval one, Interval other)
    {
        var (low, high) = (Corner.Highest, Corner.Lowest);
        foreach (var left in new[] { Corner.Low(one), Corner.High(one) })
        {
            foreach (var right in new[] { Corner.Low(other), Corner.High(other) })
            {
                var corner = left.Times(right);
                low = corner.IsOutside(low, -1) ? corner : low;
                high = corner.IsOutside(high, 1) ? corner : high;
            }
        }

        return new Interval(low.Bound, high.Bound);
    }

    /// <summary>A quotient is of numbers that are not 0; by those that lie on both sides of it, it may be any.</summary>
    public static Interval operator /(Interval one, Interval other)
    {
        if (other.CanBeNegative && other.CanBePositive)
            return Any;
        // towards 0 a quotient grows beyond every bound
        var inverse = other.CanBePositive
            ? new Interval(Inverse(other.High, whereNone: 0), Inverse(other.Low, whereNone: null))
            : new Interval(Inverse(other.High, whereNone: null), Inverse(other.Low, whereNone: 0));
        return one * inverse;
    }

    /// <summary>The lesser of two numbers.</summary>
    public static Interval Least(Interval one, Interval other) => new(Outer(one.Low, other.Low, -1), Lesser(one.High, other.High));

    /// <summary>The greater of two numbers.</summary>
    public static Interval Greatest(Interval one, Interval other) => -Least(-one, -other);

    /// <summary>Without its sign.</summary>
    public Interval Size() => !CanBeNegative ? this : !CanBePositive ? Mirrored : new Interval((0, true), Hull(this, Mirrored).High);

    /// <summary>Of numbers that keep their sign, or become 0, and of which nothing else is known.</summary>
    public static Interval OfSign(Interval interval) => new(
        interval.CanBeNegative ? null : (0, true),
        interval.CanBePositive ? null : (0, true));

    /// <summary>Of numbers made rounder, by less than one.</summary>
    public Interval Rounded() => new(
        Low is { } low ? (decimal.Floor(low.Value), true) : null,
        High is { } high ? (decimal.Ceiling(high.Value), true) : null);

    private static (decimal Value, bool IsIn)? Both(
        (decimal Value, bool IsIn)? one, (decimal Value, bool IsIn)? other, Func<decimal, decimal, decimal> operation) =>
        one is { } first && other is { } second && Exact(operation, first.Value, second.Value) is { } value
            ? (value, first.IsIn && second.IsIn)
            : null;

    private static (decimal Value, bool IsIn)? Inverse((decimal Value, bool IsIn)? bound, decimal? whereNone) => bound is not { } known
        ? whereNone is { } none ? (none, false) : null
        : known.Value == 0 || Exact(decimal.Divide, 1, known.Value) is not { } value ? null : (value, known.IsIn);

    private static (decimal Value, bool IsIn)? Lesser((decimal Value, bool IsIn)? one, (decimal Value, bool IsIn)? other) =>
        one is null || other is null ? one ?? other : Outer(one, other, -1);

    /// <summary>The looser of two bounds.</summary>
    private static (decimal Value, bool IsIn)? Outer((decimal Value, bool IsIn)? one, (decimal Value, bool IsIn)? other, int sign)
    {
        if (one is not { } first || other is not { } second)
            return null;
        var order = decimal.Compare(first.Value, second.Value) * sign;
        return order == 0 ? (first.Value, first.IsIn || second.IsIn) : order > 0 ? first : second;
    }

    /// <summary>Null where a decimal cannot hold it.</summary>
    private static decimal? Exact(Func<decimal, decimal, decimal> operation, decimal one, decimal other)
    {
        try
        {
            return operation(one, other);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>An end of an interval as a number, which may be endless.</summary>
    /// <param name="Endless">-1 or 1 for one that is, and then has no value; else 0.</param>
    private readonly record struct Corner(decimal Value, int Endless, bool IsIn)
    {
        public static readonly Corner Lowest = new(0, -1, false);
        public static readonly Corner Highest = new(0, 1, false);

        public (decimal Value, bool IsIn)? Bound => Endless == 0 ? (Value, IsIn) : null;

        private bool IsZero => Endless == 0 && Value == 0;

        private int Sign => Endless != 0 ? Endless : Math.Sign(Value);

        public static Corner Low(Interval interval) => interval.Low is { } low ? new(low.Value, 0, low.IsIn) : Lowest;

        public static Corner High(Interval interval) => interval.High is { } high ? new(high.Value, 0, high.IsIn) : Highest;

        /// <summary>0 times whatever is 0, however far the other goes.</summary>
        public Corner Times(Corner other) =>
            IsZero || other.IsZero ? new(0, 0, (IsZero && IsIn) || (other.IsZero && other.IsIn))
            : Endless == 0 && other.Endless == 0 && Exact(decimal.Multiply, Value, other.Value) is { } value
                ? new(value, 0, IsIn && other.IsIn)
            : new(0, Sign * other.Sign, false);

        /// <summary>Whether it lies further out, below for -1 and above for 1; of two in one place, the one that is in.</summary>
        public bool IsOutside(Corner other, int side)
        {
            var order = Endless != other.Endless ? Endless.CompareTo(other.Endless) : Value.CompareTo(other.Value);
            return order == 0 ? IsIn && !other.IsIn : order * side > 0;
        }
    }
}
