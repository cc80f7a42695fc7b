// Weights as whole numbers of one power of ten, so that shares of them are exact.
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace KpiRules.Evaluation.Numbers;

internal sealed class WholeWeights
{
    public static readonly BigInteger Largest = new(decimal.MaxValue);

    public WholeWeights(IReadOnlyList<BigInteger> values)
    {
        Values = values;
        Sum = values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
    }

    /// <summary>None is negative.</summary>
    public IReadOnlyList<BigInteger> Values { get; }

    public BigInteger Sum { get; }

    /// <param name="weights">Not negative.</param>
    public static WholeWeights Of(IReadOnlyList<decimal> weights)
    {
        var scale = weights.Select(ScaleOf).DefaultIfEmpty().Max();
        return new WholeWeights(weights.Select(weight => Whole(weight, scale)).ToArray());
    }

    /// <summary>The weights of several groups of the same weights, each group as its members together.</summary>
    public WholeWeights Of(IEnumerable<IReadOnlyList<int>> groups) =>
        new(groups.Select(members => members.Aggregate(BigInteger.Zero, (sum, member) => sum + Values[member])).ToArray());

    /// <summary>A whole number of so small units that a decimal has so many of them; not negative.</summary>
    public static decimal Decimal(BigInteger whole, int scale)
    {
        var bits = decimal.GetBits((decimal)whole);
        return new decimal(bits[0], bits[1], bits[2], false, (byte)scale);
    }

    /// <summary>How many decimals a number is written with.</summary>
    public static int ScaleOf(decimal number) => (decimal.GetBits(number)[3] >> 16) & 0xFF;

    /// <summary>A number that is not negative times a power of ten, which is whole.</summary>
    public static BigInteger Whole(decimal number, int scale)
    {
        var bits = decimal.GetBits(number);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], false, 0));
        return scale == ScaleOf(number) ? digits : digits * BigInteger.Pow(10, scale - ScaleOf(number));
    }
}
