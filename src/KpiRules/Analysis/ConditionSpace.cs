// Tells whether conditions can hold together: comparisons as intervals of what they compare, all else as yes or no.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Kernel;

namespace KpiRules.Analysis;

/// <remarks>
/// It says no only where that is certain: a condition is taken apart into alternatives, each of which asks every number to lie
/// in an interval and everything else to hold or not; an alternative with an empty interval cannot hold.
/// </remarks>
internal static class ConditionSpace
{
    /// <summary>More are not looked at.</summary>
    private const int MostAlternatives = 256;

    /// <summary>False where it is certain that the conditions never all hold while all the others do not.</summary>
    public static bool CanHold(IReadOnlyList<Operation> conditions, IReadOnlyList<Operation> others)
    {
        var alternatives = conditions.Select(one => Alternatives(one, true))
            .Concat(others.Select(one => Alternatives(one, false))).Aggregate(Both);
        return alternatives is null || alternatives.Count > 0;
    }

    /// <summary>
    /// The ways in which a condition holds, or does not, where something is known already; that alone where they are too many, or
    /// none.
    /// </summary>
    public static IReadOnlyList<ConditionBox> Together(ConditionBox known, Operation condition, bool holds)
    {
        var both = Both([known], Alternatives(condition, holds));
        return both is null or { Count: 0 } ? [known] : both;
    }

    /// <summary>The ways in which a condition holds, or does not; null where there are too many.</summary>
    private static IReadOnlyList<ConditionBox>? Alternatives(Operation condition, bool holds) => condition switch
    {
        ConstantOperation { Value.Boolean: { } value } => value == holds ? [ConditionBox.Whole] : [],
        NotOperation not => Alternatives(not.Operand, !holds),
        LogicOperation logic => logic.Operands
            .Select(operand => Alternatives(operand, holds))
            .Aggregate(logic.IsAnd == holds ? Both : Either),
        ComparisonOperation { Left.Kind: Facts.ValueKind.Text } comparison =>
            OfText(comparison.Left, holds ? comparison.Sign : Opposite(comparison.Sign), comparison.Right) ?? Unknown(condition, holds),
        ComparisonOperation { Left.Kind: Facts.ValueKind.Number } comparison =>
            Compared(comparison.Left, holds ? comparison.Sign : Opposite(comparison.Sign), comparison.Right),
        CallOperation { Function.Row: BetweenForm } between when between.Arguments[0].Kind == Facts.ValueKind.Number =>
            Between(between.Arguments, holds),
        // others: what nothing is known of may hold and may not
        _ => Unknown(condition, holds),
    };

    private static IReadOnlyList<ConditionBox> Unknown(Operation condition, bool holds) =>
        [ConditionBox.Whole.And(new(condition), holds ? Interval.One : Interval.Zero)!];

    /// <summary>A text against one that is written out, as numbers that are alike where texts are; null for any other.</summary>
    private static IReadOnlyList<ConditionBox>? OfText(Operation left, ComparisonSign sign, Operation right) =>
        left is ConstantOperation && right is not ConstantOperation ? OfText(right, sign, left)
        : right is ConstantOperation { Value.Text: { } text } && left is not ConstantOperation
            && sign is ComparisonSign.Equal or ComparisonSign.NotEqual && NumberOf(text) is { } number
            ? Interval.Of(sign, number).Select(interval => ConditionBox.Whole.And(new(left), interval)!).ToList()
            : null;

    /// <summary>Unlike that of any other text; null for one of more than eleven bytes, more than a decimal holds.</summary>
    private static decimal? NumberOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 11)
            return null;
        var number = (decimal)bytes.Length;
        foreach (var one in bytes)
            number = number * 256 + one;
        return number;
    }

    private static IReadOnlyList<ConditionBox>? Between(IReadOnlyList<Operation> arguments, bool holds) => holds
        ? Both(
            Compared(arguments[0], ComparisonSign.GreaterOrEqual, arguments[1]),
            Compared(arguments[0], ComparisonSign.LessOrEqual, arguments[2]))
        : Either(Compared(arguments[0], ComparisonSign.Less, arguments[1]), Compared(arguments[0], ComparisonSign.Greater, arguments[2]));

    private static IReadOnlyList<ConditionBox>? Compared(Operation left, ComparisonSign sign, Operation right)
    {
        if (left.ConstantNumber() is { } first && right.ConstantNumber() is { } second)
            return Interval.Of(sign, second).Any(interval => interval.Holds(first)) ? [ConditionBox.Whole] : [];
        if (right.ConstantNumber() is { } bound)
            return Interval.Of(sign, bound).Select(interval => ConditionBox.Whole.And(new(left), interval)!).ToList();
        if (left.ConstantNumber() is not null)
            return Compared(right, Mirrored(sign), left);

        // of two that vary, their difference is compared with 0, whichever of them is written first
        return Interval.Of(sign, 0)
            .Select(interval => ConditionBox.Whole.And(new(left, right), interval)!.And(new(right, left), interval.Mirrored))
            .OfType<ConditionBox>().ToList();
    }

    private static IReadOnlyList<ConditionBox>? Both(IReadOnlyList<ConditionBox>? left, IReadOnlyList<ConditionBox>? right)
    {
        if (left is null || right is null || left.Count * right.Count > MostAlternatives)
            return left is { Count: 0 } || right is { Count: 0 } ? [] : null;
        return left.SelectMany(one => right.Select(one.And)).OfType<ConditionBox>().ToList();
    }

    private static IReadOnlyList<ConditionBox>? Either(IReadOnlyList<ConditionBox>? left, IReadOnlyList<ConditionBox>? right) =>
        left is null || right is null || left.Count + right.Count > MostAlternatives ? null : left.Concat(right).ToList();

    public static ComparisonSign Opposite(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Less => ComparisonSign.GreaterOrEqual,
        ComparisonSign.LessOrEqual => ComparisonSign.Greater,
        ComparisonSign.Greater => ComparisonSign.LessOrEqual,
        ComparisonSign.GreaterOrEqual => ComparisonSign.Less,
        ComparisonSign.Equal => ComparisonSign.NotEqual,
        ComparisonSign.NotEqual => ComparisonSign.Equal,
    };

    private static ComparisonSign Mirrored(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Less => ComparisonSign.Greater,
        ComparisonSign.LessOrEqual => ComparisonSign.GreaterOrEqual,
        ComparisonSign.Greater => ComparisonSign.Less,
        ComparisonSign.GreaterOrEqual => ComparisonSign.LessOrEqual,
        ComparisonSign.Equal or ComparisonSign.NotEqual => sign,
    };
}
