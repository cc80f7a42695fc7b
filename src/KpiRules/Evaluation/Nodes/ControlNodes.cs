// Nodes of the functions of a control chart: a process is its own yardstick, and a value is held against those before it.
// W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931), for limits of so many standard deviations;
// L. S. Nelson, The Shewhart Control Chart — Tests for Special Causes, Journal of Quality Technology 16(4), 1984, 237–239;
// NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2 for the charts.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>The periods before, which say what is usual; not available where one of them is not.</summary>
/// <param name="values">The latest first.</param>
/// <param name="formula">The call they belong to, for whoever explains it.</param>
/// <param name="lag">How far back the call itself looks.</param>
internal sealed class Baseline(Node<decimal>[] values, string formula, Lag lag)
{
    public bool TryEvaluate(Frame frame, out Sample sample)
    {
        sample = new Sample();
        foreach (var node in values)
        {
            if (!node.TryEvaluate(frame, out var value))
                return false;
            sample.Add(value);
        }

        return true;
    }

    /// <summary>Whose yardstick it is, such as <c>zscore(sales, 12) (2026-02)</c>.</summary>
    public string Owner(Frame frame) => lag.IsNone ? formula : $"{formula} ({lag.From(frame.Calendar.Period)})";
}

/// <summary>How many standard deviations a value lies above the mean of those before it.</summary>
internal sealed class ZScoreNode(Node<decimal> current, Baseline baseline, NotAvailable noSpread) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!current.TryEvaluate(frame, out value) || !baseline.TryEvaluate(frame, out var before))
            return false;
        frame.Trace?.Add(StepKind.Spread, baseline.Owner(frame), null, before.Mean, before.Deviation, before.Count);
        if (!before.HasSpread)
            return frame.Fail(noSpread);
        value = before.Score(value);
        return true;
    }
}

/// <summary>Whether a value lies more than so many standard deviations away from the mean of those before it: Nelson's test 1 for three.</summary>
internal sealed class BeyondNode(Node<decimal> current, Baseline baseline, Node<decimal> limit, NotAvailable belowZero) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        if (!current.TryEvaluate(frame, out var now) || !baseline.TryEvaluate(frame, out var before) || !limit.TryEvaluate(frame, out var most))
            return false;
        if (most < 0)
            return frame.Fail(belowZero);
        frame.Trace?.Add(StepKind.Limits, baseline.Owner(frame), null, before.Mean, before.Deviation, before.Count, Limit(before, -most), Limit(before, most));
        value = before.IsBeyond(now, most);
        return true;
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

/// <summary>Whether values all lie strictly above, or all strictly below, the mean of those before them: Nelson's test 2 for nine.</summary>
/// <param name="values">The latest first.</param>
internal sealed class SameSideNode(Node<decimal>[] values, Baseline baseline) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        value = false;
        var last = new decimal[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].TryEvaluate(frame, out last[i]))
                return false;
        }

        if (!baseline.TryEvaluate(frame, out var before))
            return false;
        frame.Trace?.Add(StepKind.Mean, baseline.Owner(frame), null, before.Mean, before.Count);
        var side = before.SideOf(last[0]);
        value = side != 0 && Array.TrueForAll(last, one => before.SideOf(one) == side);
        return true;
    }
}
