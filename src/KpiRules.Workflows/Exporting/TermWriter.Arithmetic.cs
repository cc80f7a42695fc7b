// Writing of arithmetic: a division is guarded where its divisor may be zero, and what literals come to is worked out.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Linq.Terms;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private LinqTerm Arithmetic(ArithmeticOperation arithmetic)
    {
        // constants that come to nothing, as where they are too large
        if (values.Constant(arithmetic) is { MayBeNull: true } nothing)
            return nothing;
        var rank = arithmetic.IsSum ? Rank.Sum : Rank.Product;
        var result = Part(arithmetic.Operands[0]);
        var zeros = new List<string>();
        for (var i = 1; i < arithmetic.Operands.Count; i++)
        {
            var (sign, next) = (arithmetic.Signs[i - 1], arithmetic.Operands[i]);
            var mayBeZero = sign is ArithmeticSign.Divide or ArithmeticSign.Remainder && next.ConstantNumber() is null or 0;
            var operand = mayBeZero ? Short(next) : Part(next);
            if (mayBeZero)
                zeros.Add(operand.Text + " == 0m");
            result = Literals(result, sign, operand)
                ?? new LinqTerm($"{result.At(rank)} {SignOf(sign)} {operand.At(rank + 1)}", result.MayBeNull || operand.MayBeNull, rank);
            // a part that is cut off is worked out in any case: it must not divide by what is only known further on not to be 0
            if (zeros.Count == 0)
                result = Cut(result);
        }

        return zeros.Count == 0 ? result : If(string.Join(" || ", zeros.Distinct()), LinqTerm.Null(ValueKind.Number), result);
    }

    /// <summary>What two literals come to, or adding nothing; null where there is something to write.</summary>
    private static LinqTerm? Literals(LinqTerm left, ArithmeticSign sign, LinqTerm right)
    {
        var (first, second) = (NumberIn(left), NumberIn(right));
        if (first == 0 && sign == ArithmeticSign.Plus)
            return right;
        if (second == 0 && sign is ArithmeticSign.Plus or ArithmeticSign.Minus)
            return left;
        if (first is not { } one || second is not { } other)
            return null;
        try
        {
            return sign switch
            {
                ArithmeticSign.Plus => LinqTerm.Of(one + other),
                ArithmeticSign.Minus => LinqTerm.Of(one - other),
                ArithmeticSign.Times => LinqTerm.Of(one * other),
                ArithmeticSign.Divide or ArithmeticSign.Remainder => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The number of a literal; null for anything else.</summary>
    private static decimal? NumberIn(LinqTerm term) =>
        decimal.TryParse(term.Text.TrimEnd('m'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public LinqTerm Plus(LinqTerm left, LinqTerm right) => Literals(left, ArithmeticSign.Plus, right)
        ?? new LinqTerm($"{left.At(Rank.Sum)} + {right.At(Rank.Product)}", left.MayBeNull || right.MayBeNull, Rank.Sum);

    private static string SignOf(ArithmeticSign sign) => sign switch
    {
        ArithmeticSign.Plus => "+",
        ArithmeticSign.Minus => "-",
        ArithmeticSign.Times => "*",
        ArithmeticSign.Divide => "/",
        ArithmeticSign.Remainder => "%",
    };
}
