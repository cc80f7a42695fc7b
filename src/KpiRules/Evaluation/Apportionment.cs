// Divides a total by weights into whole units that add up to it exactly.
using System;
using System.Linq;

namespace KpiRules.Evaluation;

internal static class Apportionment
{
    /// <summary>
    /// The parts by largest remainder: each gets the whole units of its exact share, and what is left goes, a unit each, to the
    /// largest remainders; ties to the first. What is less than a unit goes to the next in that order.
    /// </summary>
    /// <param name="weights">Not negative, and not all zero.</param>
    /// <exception cref="OverflowException">A number is beyond a decimal.</exception>
    public static decimal[] Divide(decimal total, decimal[] weights, decimal unit)
    {
        var sign = Math.Sign(total);
        var (left, sum) = (Math.Abs(total), weights.Sum());
        var size = left;
        var parts = new decimal[weights.Length];
        var remainders = new decimal[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            (parts[i], remainders[i]) = Share(size / unit, weights[i], sum);
            parts[i] *= unit;
            left -= parts[i];
        }

        foreach (var i in Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0).OrderByDescending(i => remainders[i]).ThenBy(i => i))
        {
            if (left <= 0)
                break;
            var more = Math.Min(unit, left);
            parts[i] += more;
            left -= more;
        }

        // the 28th digit is rounded, so that a whole unit too many may have been given
        foreach (var i in Enumerable.Range(0, weights.Length).Where(i => parts[i] >= unit).OrderBy(i => remainders[i]).ThenByDescending(i => i))
        {
            if (left >= 0)
                break;
            parts[i] -= unit;
            left += unit;
        }

        for (var i = 0; i < parts.Length; i++)
            parts[i] *= sign;
        return parts;
    }

    /// <summary>
    /// The whole units of a share, and what remains of it as a multiple of one sum of weights: exact, so that equal remainders
    /// are equal; rounded only where the product is beyond a decimal.
    /// </summary>
    private static (decimal Units, decimal Remainder) Share(decimal units, decimal weight, decimal sum)
    {
        try
        {
            var product = units * weight;
            var remainder = product % sum;
            return (decimal.Round((product - remainder) / sum), remainder);
        }
        catch (OverflowException)
        {
            var share = units * (weight / sum);
            return (decimal.Floor(share), (share - decimal.Floor(share)) * sum);
        }
    }
}
