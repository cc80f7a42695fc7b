// The functions of a control chart: a value is held against those before it.
// W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931), for limits of so many standard deviations;
// L. S. Nelson, The Shewhart Control Chart — Tests for Special Causes, Journal of Quality Technology 16(4), 1984, 237–239;
// NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2 for the charts.
using System;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class ControlFunctions
{
    /// <remarks>Evaluated: the current value, then those before it, the latest first.</remarks>
    public static readonly RowFunction ZScore = new(
        "zscore",
        new Signature([Number("x"), Periods("n")], ValueKind.Number, ResultUnit.Plain, LeastPeriods: 2),
        Combining.Never("combine.time"),
        new(
            "（x − 平均值）÷ 标准差，取当期之前 n 期；没有单位；这 n 个值都相同时不可用",
            "(x − mean) / standard deviation of the n periods before the current one; "
                + "a plain number; not available where those n values are all alike"),
        [new("zscore(sales, 2)", "2.12132034355964257320253")],
        new NumbersForm<decimal>(TryScore, CauseKind.NoSpread),
        LinqCharts.ZScore,
        call => Trailing(call, TrailingKind.ZScore));

    /// <summary>Nelson's test 1 for three.</summary>
    /// <remarks>Evaluated: the current value, those before it, the latest first, and the limit.</remarks>
    public static readonly RowFunction Beyond = new(
        "beyond",
        new Signature([Number("x"), Periods("n"), Number("k")], ValueKind.Boolean, ResultUnit.None, LeastPeriods: 2),
        Combining.Never("combine.time"),
        new(
            "x 与该平均值之差是否超过 k 个标准差，不论高低；这 n 个值都相同时，x 是否与之不同；k 小于 0 时不可用",
            "whether x lies more than k such deviations away from that mean, on either side; "
                + "where the n values are all alike, whether x differs from them; not available for k below 0"),
        [new("beyond(sales, 2, 3)", "false"), new("beyond(sales, 2, 2)", "true"), new("beyond(sales, 2, -1)", "n/a")],
        new NumbersForm<bool>(TryBeyond),
        LinqCharts.Beyond,
        call => Trailing(call, TrailingKind.Beyond) with { Limit = call.Arguments[2] });

    /// <summary>Nelson's test 2 for nine.</summary>
    /// <remarks>Evaluated: the last values, then as many before them, the latest first.</remarks>
    public static readonly RowFunction SameSide = new(
        "sameSide",
        new Signature([Number("x"), Periods("n")], ValueKind.Boolean, ResultUnit.None),
        Combining.Never("combine.time"),
        new(
            "最近 n 个值（含当期）是否都严格高于或都严格低于其前 n 期的平均值；共 2n 期",
            "whether the last n values, the current one included, all lie strictly above, or all strictly below, "
                + "the mean of the n periods before them: 2n periods in all"),
        [new("sameSide(sales, 1)", "true")],
        new NumbersForm<bool>(TrySameSide),
        LinqCharts.SameSide,
        call => Trailing(call, TrailingKind.SameSide));

    /// <summary>Nelson's test 3 for six.</summary>
    public static readonly TimeFunction Monotone = new(
        "monotone",
        new Signature([Number("x"), Periods("n")], ValueKind.Boolean, ResultUnit.None, LeastPeriods: 2),
        Combining.Never("combine.time"),
        new(
            "最近 n 个值（含当期）是否逐期严格上升或逐期严格下降：n 个值，n − 1 步，所以 `monotone(x, 6)` 就是 `rising(x, 5) or declining(x, 5)`",
            "whether the last n values, the current one included, rise strictly or fall strictly from each to the next: "
                + "n values, n − 1 steps, so that `monotone(x, 6)` is `rising(x, 5) or declining(x, 5)`"),
        [new("monotone(sales, 3)", "true")],
        call => Trailing(call, TrailingKind.Monotone));

    private static TrailingOperation Trailing(BoundCall call, TrailingKind kind) =>
        new(call.Origin, kind, call.Arguments[0], call.Periods, call.Kind, call.Unit);

    private static bool TryScore(decimal[] values, TellStep? tell, out decimal score)
    {
        var before = SampleOf(values, 1, values.Length);
        tell?.Invoke(StepKind.Spread, before.Mean, before.Deviation, before.Count);
        score = before.HasSpread ? before.Score(values[0]) : 0;
        return before.HasSpread;
    }

    private static bool TryBeyond(decimal[] values, TellStep? tell, out bool isBeyond)
    {
        var (before, most) = (SampleOf(values, 1, values.Length - 1), values[values.Length - 1]);
        isBeyond = false;
        if (most < 0)
            return false;
        tell?.Invoke(StepKind.Limits, before.Mean, before.Deviation, before.Count, Limit(before, -most), Limit(before, most));
        isBeyond = before.IsBeyond(values[0], most);
        return true;
    }

    private static bool TrySameSide(decimal[] values, TellStep? tell, out bool areAlike)
    {
        var last = new decimal[values.Length / 2];
        Array.Copy(values, last, last.Length);
        var before = SampleOf(values, last.Length, values.Length);
        tell?.Invoke(StepKind.Mean, before.Mean, before.Count);
        var side = before.SideOf(last[0]);
        areAlike = side != 0 && Array.TrueForAll(last, one => before.SideOf(one) == side);
        return true;
    }

    private static Sample SampleOf(decimal[] values, int from, int end)
    {
        var sample = new Sample();
        for (var i = from; i < end; i++)
            sample.Add(values[i]);
        return sample;
    }

    /// <summary>For whoever explains it; null where it is beyond a decimal, which decides nothing.</summary>
    private static decimal? Limit(Sample sample, decimal deviations)
    {
        try
        {
            return sample.Mean + deviations * sample.Deviation;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
