// Takes numbers and a fraction, gives the number below which that fraction of them lies.
using System;

namespace KpiRules.Evaluation.Numbers;

internal static class Quantile
{
    public const decimal Middle = 0.5m;

    /// <summary>
    /// Linear between neighbours: definition 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages",
    /// The American Statistician 50(4), 1996; spreadsheets call it PERCENTILE.INC. Always between the least and the greatest.
    /// </summary>
    /// <param name="values">Sorted in place.</param>
    /// <param name="count">How many of them count, at least 1.</param>
    /// <param name="fraction">From 0, the least, to 1, the greatest.</param>
    public static decimal Of(decimal[] values, int count, decimal fraction)
    {
        Array.Sort(values, 0, count);
        var place = fraction * (count - 1);
        var below = (int)decimal.Truncate(place);
        var part = place - below;
        return part == 0 ? values[below] : Between(values[below], values[below + 1], part);
    }

    /// <summary>What lies between two of different signs is no sum of one and their distance, which may be beyond a decimal.</summary>
    private static decimal Between(decimal low, decimal high, decimal part) =>
        low < 0 && high > 0 ? (low * (1 - part)) + (high * part) : low + ((high - low) * part);
}
