// Divides a total by weights into whole units that add up to it exactly.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace KpiRules.Evaluation.Numbers;

/// <summary>
/// Parts by largest remainder (Hamilton): each gets the whole units of its exact share, and what is left goes, a unit each, to
/// the largest remainders; ties to the first. What is less than a unit goes to the next in that order. So every part lies
/// within one unit of its exact share.
/// </summary>
internal static class Apportionment
{
    /// <param name="weights">Not negative.</param>
    /// <exception cref="OverflowException">A number is beyond a decimal.</exception>
    public static decimal[] Divide(decimal total, IReadOnlyList<decimal> weights, decimal unit) =>
        Divide(total, WholeWeights.Of(weights), unit);

    /// <summary>All get 0 where no weight is above it.</summary>
    /// <exception cref="OverflowException">A number is beyond a decimal.</exception>
    public static decimal[] Divide(decimal total, WholeWeights weights, decimal unit)
    {
        var parts = new decimal[weights.Values.Count];
        if (total == 0 || weights.Sum.IsZero)
            return parts;
        var scale = Math.Max(WholeWeights.ScaleOf(total), WholeWeights.ScaleOf(unit));
        var (size, step) = (WholeWeights.Whole(total, scale), WholeWeights.Whole(unit, scale));
        if (size > WholeWeights.Largest)
            throw new OverflowException();
        // a share in units is size × weight / (step × sum of weights)
        var isSmall = size * weights.Sum <= ulong.MaxValue && step * weights.Sum <= ulong.MaxValue;
        var order = isSmall
            ? Shares((ulong)size, (ulong)(step * weights.Sum), weights, parts)
            : Shares(size, step * weights.Sum, weights, parts);
        var left = size - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + new BigInteger(part)) * step;
        for (var i = 0; i < parts.Length; i++)
            parts[i] *= unit;
        for (var next = 0; !left.IsZero; next++)
        {
            var more = BigInteger.Min(step, left);
            parts[order[next]] += more == step ? unit : WholeWeights.Decimal(more, scale);
            left -= more;
        }

        if (total < 0)
            parts = Array.ConvertAll(parts, part => -part);
        return parts;
    }

    /// <summary>Leaves the whole units of every share, and gives who is first in getting more.</summary>
    private static int[] Shares(BigInteger size, BigInteger divisor, WholeWeights weights, decimal[] units)
    {
        var remainders = new BigInteger[units.Length];
        for (var i = 0; i < units.Length; i++)
            units[i] = (decimal)BigInteger.DivRem(size * weights.Values[i], divisor, out remainders[i]);
        return InOrder(remainders);
    }

    /// <summary>The same in a machine word, which is ten times as fast.</summary>
    private static int[] Shares(ulong size, ulong divisor, WholeWeights weights, decimal[] units)
    {
        var remainders = new ulong[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var product = size * (ulong)weights.Values[i];
            (units[i], remainders[i]) = (product / divisor, product % divisor);
        }

        return InOrder(remainders);
    }

    private static int[] InOrder<T>(T[] remainders)
        where T : IComparable<T>
    {
        var order = Enumerable.Range(0, remainders.Length).ToArray();
        Array.Sort(
            order, (left, right) => remainders[right].CompareTo(remainders[left]) is var sign && sign != 0 ? sign : left.CompareTo(right));
        return order;
    }
}
