// Divides a total as plans do, in whole numbers and without any of the library.
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace KpiRules.Tests.Support;

internal static class PlanArithmetic
{
    /// <summary>More digits than any weight of the examples has.</summary>
    private static readonly decimal Scale = 100_000_000m;

    /// <summary>
    /// Whole units of the exact share each, the rest to the largest remainders, the earlier first; what is less than a unit to
    /// the next.
    /// </summary>
    public static List<decimal> Divide(decimal total, IReadOnlyList<decimal> weights, decimal unit)
    {
        var (units, whole) = ((BigInteger)decimal.Floor(total / unit), weights.Select(weight => (BigInteger)(weight * Scale)).ToList());
        var sum = whole.Aggregate(BigInteger.Zero, (one, other) => one + other);
        var parts = whole.ConvertAll(weight => (decimal)(units * weight / sum) * unit);
        var next = Enumerable.Range(0, parts.Count).Where(i => whole[i] > 0).OrderByDescending(i => units * whole[i] % sum).ToList();
        var left = (int)((total - parts.Sum()) / unit);
        for (var i = 0; i < left; i++)
            parts[next[i]] += unit;
        if (total > parts.Sum())
            parts[next[left]] += total - parts.Sum();
        return parts;
    }
}
