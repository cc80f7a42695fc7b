// Tells whether conditions can hold together: comparisons as intervals of what they compare, all else as yes or no.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Formulas;

namespace KpiRules.Cells;

/// <remarks>
/// It says no only where that is certain: a condition is taken apart into alternatives, each of which asks every number to lie
/// in an interval and everything else to hold or not; an alternative with an empty interval cannot hold.
/// </remarks>
internal static class ConditionSpace
{
    /// <summary>More are not looked at.</summary>
    private const int MostAlternatives = 256;

    /// <summary>False where it is certain that the conditions never all hold while all the others do not.</summary>
    public static bool CanHold(IReadOnlyList<Expression> conditions, IReadOnlyList<Expression> others)
    {
        var alternatives = conditions.Select(one => Alternatives(one, true)).Concat(others.Select(one => Alternatives(one, false))).Aggregate(Both);
        return alternatives is null || alternatives.Count > 0;
    }

    /// <summary>The ways in which a condition holds, or does not; null where there are too many.</summary>
    private static IReadOnlyList<Box>? Alternatives(Expression condition, bool holds) => condition switch
    {
        ConstantExpression { Value.Boolean: { } value } => value == holds ? [Box.Whole] : [],
        NotExpression not => Alternatives(not.Operand, !holds),
        ChainExpression { Chain: ChainKind.And or ChainKind.Or } chain => chain.Operands
            .Select(operand => Alternatives(operand, holds))
            .Aggregate((chain.Chain == ChainKind.And) == holds ? Both : Either),
        ComparisonExpression { Left.Kind: Facts.ValueKind.Number } comparison => Compared(comparison.Left, holds ? comparison.Operator : Opposite(comparison.Operator), comparison.Right),
        CallExpression { Function.Id: Function.Between, Arguments: [{ Kind: Facts.ValueKind.Number } value, var low, var high] } => holds
            ? Both(Compared(value, TokenKind.GreaterOrEqual, low), Compared(value, TokenKind.LessOrEqual, high))
            : Either(Compared(value, TokenKind.Less, low), Compared(value, TokenKind.Greater, high)),
        _ => [Box.Whole.And(KeyOf(condition), holds ? Interval.One : Interval.Zero)!],
    };

    private static IReadOnlyList<Box>? Compared(Expression left, TokenKind @operator, Expression right)
    {
        if (left.ConstantNumber() is { } first && right.ConstantNumber() is { } second)
            return Interval.Of(@operator, second).Any(interval => interval.Holds(first)) ? [Box.Whole] : [];
        if (right.ConstantNumber() is { } bound)
            return Interval.Of(@operator, bound).Select(interval => Box.Whole.And(KeyOf(left), interval)!).ToList();
        if (left.ConstantNumber() is not null)
            return Compared(right, Mirrored(@operator), left);

        // of two that vary, their difference is compared with 0
        var (one, other) = (KeyOf(left), KeyOf(right));
        var isMirrored = string.CompareOrdinal(one, other) > 0;
        var key = isMirrored ? $"{other} − {one}" : $"{one} − {other}";
        return Interval.Of(isMirrored ? Mirrored(@operator) : @operator, 0).Select(interval => Box.Whole.And(key, interval)!).ToList();
    }

    private static IReadOnlyList<Box>? Both(IReadOnlyList<Box>? left, IReadOnlyList<Box>? right)
    {
        if (left is null || right is null || left.Count * right.Count > MostAlternatives)
            return left is { Count: 0 } || right is { Count: 0 } ? [] : null;
        return left.SelectMany(one => right.Select(one.And)).OfType<Box>().ToList();
    }

    private static IReadOnlyList<Box>? Either(IReadOnlyList<Box>? left, IReadOnlyList<Box>? right) =>
        left is null || right is null || left.Count + right.Count > MostAlternatives ? null : left.Concat(right).ToList();

    /// <summary>The same for what is the same: the cell or fact, else the author's words.</summary>
    private static string KeyOf(Expression expression) => expression switch
    {
        CellExpression cell => cell.Cell,
        InputExpression input => input.Input.ToString(),
        _ => ":" + string.Concat(expression.Origin.Text.Where(c => !char.IsWhiteSpace(c))),
    };

    private static TokenKind Opposite(TokenKind @operator) => @operator switch
    {
        TokenKind.Less => TokenKind.GreaterOrEqual,
        TokenKind.LessOrEqual => TokenKind.Greater,
        TokenKind.Greater => TokenKind.LessOrEqual,
        TokenKind.GreaterOrEqual => TokenKind.Less,
        TokenKind.Equal => TokenKind.NotEqual,
        _ => TokenKind.Equal,
    };

    private static TokenKind Mirrored(TokenKind @operator) => @operator switch
    {
        TokenKind.Less => TokenKind.Greater,
        TokenKind.LessOrEqual => TokenKind.GreaterOrEqual,
        TokenKind.Greater => TokenKind.Less,
        TokenKind.GreaterOrEqual => TokenKind.LessOrEqual,
        _ => @operator,
    };

    /// <summary>What every number must be for an alternative to hold.</summary>
    private sealed class Box(IReadOnlyDictionary<string, Interval> intervals)
    {
        private readonly IReadOnlyDictionary<string, Interval> _intervals = intervals;

        public static Box Whole { get; } = new(new Dictionary<string, Interval>());

        /// <summary>Null where nothing is left.</summary>
        public Box? And(string key, Interval interval) => And(new Box(new Dictionary<string, Interval> { [key] = interval }));

        /// <summary>Null where nothing is left.</summary>
        public Box? And(Box other)
        {
            var both = _intervals.ToDictionary(entry => entry.Key, entry => entry.Value);
            foreach (var entry in other._intervals)
                both[entry.Key] = both.TryGetValue(entry.Key, out var known) ? known.And(entry.Value) : entry.Value;
            return both.Values.Any(interval => interval.IsEmpty) ? null : new Box(both);
        }
    }

    /// <summary>The numbers between two bounds, each inclusive or not; null is no bound.</summary>
    private readonly record struct Interval((decimal Value, bool IsIn)? Low, (decimal Value, bool IsIn)? High)
    {
        public static Interval One { get; } = new((1, true), (1, true));

        public static Interval Zero { get; } = new((0, true), (0, true));

        public bool IsEmpty => Low is { } low && High is { } high && (low.Value > high.Value || (low.Value == high.Value && !(low.IsIn && high.IsIn)));

        public static IReadOnlyList<Interval> Of(TokenKind @operator, decimal bound) => @operator switch
        {
            TokenKind.Less => [new(null, (bound, false))],
            TokenKind.LessOrEqual => [new(null, (bound, true))],
            TokenKind.Greater => [new((bound, false), null)],
            TokenKind.GreaterOrEqual => [new((bound, true), null)],
            TokenKind.Equal => [new((bound, true), (bound, true))],
            _ => [new(null, (bound, false)), new((bound, false), null)],
        };

        public bool Holds(decimal number) => !And(new Interval((number, true), (number, true))).IsEmpty;

        public Interval And(Interval other) => new(Later(Low, other.Low, 1), Later(High, other.High, -1));

        /// <summary>The tighter of two bounds.</summary>
        private static (decimal Value, bool IsIn)? Later((decimal Value, bool IsIn)? one, (decimal Value, bool IsIn)? other, int sign)
        {
            if (one is not { } first || other is not { } second)
                return one ?? other;
            var order = decimal.Compare(first.Value, second.Value) * sign;
            return order == 0 ? (first.Value, first.IsIn && second.IsIn) : order > 0 ? first : second;
        }
    }
}
