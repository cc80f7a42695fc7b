// The numbers between two bounds: what is known of a number without facts.
using System.Collections.Generic;

namespace KpiRules.Kernel;

/// <summary>The numbers between two bounds, each inclusive or not; null is no bound.</summary>
internal readonly partial record struct Interval((decimal Value, bool IsIn)? Low, (decimal Value, bool IsIn)? High)
{
    public static Interval One { get; } = new((1, true), (1, true));

    public static Interval Zero { get; } = new((0, true), (0, true));

    /// <summary>Of the same numbers under the other sign.</summary>
    public Interval Mirrored => new(Negative(High), Negative(Low));

    public bool IsEmpty =>
        Low is { } low && High is { } high && (low.Value > high.Value || (low.Value == high.Value && !(low.IsIn && high.IsIn)));

    public static IReadOnlyList<Interval> Of(ComparisonSign sign, decimal bound) => sign switch
    {
        ComparisonSign.Less => [new(null, (bound, false))],
        ComparisonSign.LessOrEqual => [new(null, (bound, true))],
        ComparisonSign.Greater => [new((bound, false), null)],
        ComparisonSign.GreaterOrEqual => [new((bound, true), null)],
        ComparisonSign.Equal => [new((bound, true), (bound, true))],
        ComparisonSign.NotEqual => [new(null, (bound, false)), new((bound, false), null)],
    };

    public bool Holds(decimal number) => !And(new Interval((number, true), (number, true))).IsEmpty;

    public Interval And(Interval other) => new(Later(Low, other.Low, 1), Later(High, other.High, -1));

    private static (decimal Value, bool IsIn)? Negative((decimal Value, bool IsIn)? bound) =>
        bound is { } known ? (-known.Value, known.IsIn) : null;

    /// <summary>The tighter of two bounds.</summary>
    private static (decimal Value, bool IsIn)? Later((decimal Value, bool IsIn)? one, (decimal Value, bool IsIn)? other, int sign)
    {
        if (one is not { } first || other is not { } second)
            return one ?? other;
        var order = decimal.Compare(first.Value, second.Value) * sign;
        return order == 0 ? (first.Value, first.IsIn && second.IsIn) : order > 0 ? first : second;
    }
}
