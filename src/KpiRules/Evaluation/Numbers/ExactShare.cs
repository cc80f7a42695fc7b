// Takes a number and weights, gives the part that one of them has of it: not rounded to any unit.
using System;
using System.Numerics;

namespace KpiRules.Evaluation.Numbers;

internal static class ExactShare
{
    private const int MostDecimals = 28;

    /// <summary>total × weight / sum, multiplied before it is divided, and rounded once, half-even, to what a decimal holds.</summary>
    /// <param name="total">Not negative.</param>
    /// <param name="sum">Above 0.</param>
    /// <exception cref="OverflowException">The result is beyond a decimal.</exception>
    public static decimal Of(decimal total, BigInteger weight, BigInteger sum)
    {
        var scale = WholeWeights.ScaleOf(total);
        var (above, below) = (WholeWeights.Whole(total, scale) * weight, sum * BigInteger.Pow(10, scale));
        for (var decimals = MostDecimals; decimals >= 0; decimals--)
        {
            var rounded = HalfEven(above * BigInteger.Pow(10, decimals), below);
            while (decimals > 0 && (rounded % 10).IsZero)
                (rounded, decimals) = (rounded / 10, decimals - 1);
            if (rounded <= WholeWeights.Largest)
                return WholeWeights.Decimal(rounded, decimals);
        }

        throw new OverflowException();
    }

    private static BigInteger HalfEven(BigInteger above, BigInteger below)
    {
        var whole = BigInteger.DivRem(above, below, out var rest);
        var side = (2 * rest).CompareTo(below);
        return side > 0 || (side == 0 && !whole.IsEven) ? whole + 1 : whole;
    }
}
