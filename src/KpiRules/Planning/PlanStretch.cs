// Takes a plan's targets and the factors of a stretch target, gives the stretch target of every subject and period.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;

namespace KpiRules.Planning;

/// <param name="closed">How many periods are closed.</param>
internal sealed class PlanStretch(
    PlanProgram program, PlanFacts facts, IReadOnlyList<string> subjects, PlanShares shares, PlanClosing closing, int closed)
{
    private readonly List<DataIssue> _issues = [];

    /// <param name="stretch">Which of the plan's stretch targets.</param>
    /// <param name="factors">By subject; null where there is none, which has been reported.</param>
    /// <param name="parts">By subject, the part of the total.</param>
    /// <param name="targets">By subject, then by period.</param>
    public decimal?[][] Of(int stretch, decimal?[] factors, decimal[] parts, decimal?[][] targets)
    {
        var name = program.Stretch[stretch].Fact.Name;
        var values = new decimal?[subjects.Count][];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new decimal?[targets[i].Length];
            for (var period = 0; period < closed; period++)
                values[i][period] = closing.Given(stretch, period)[i];
            if (factors[i] is not { } factor)
                continue;
            Fill(values[i], i, factor, name, parts[i], targets[i]);
        }

        facts.Report(_issues);
        return values;
    }

    private void Fill(decimal?[] values, int subject, decimal factor, string name, decimal part, decimal?[] targets)
    {
        for (var period = 0; period < closed; period++)
            values[period] ??= Times(targets[period], factor, subject, name);
        if (!program.Plan.Spreads)
        {
            for (var period = closed; period < values.Length; period++)
                values[period] = Times(targets[period], factor, subject, name);
        }
        else if (closed < values.Length && closing.AchievedBy(subject) is { } achieved && Times(part, factor, subject, name) is { } whole)
        {
            var left = whole - achieved;
            var weights = shares.Weights(subject, closed);
            if (left > 0 && weights.Sum.IsZero)
                _issues.Add(PlanIssues.NoStretchToSpreadBy(subjects[subject], program.Plan.Periods[closed - 1], name));
            else
                Spread(left, weights).CopyTo(values, closed);
        }
    }

    /// <summary>Null where one is not known, and after reporting that the product is beyond a decimal.</summary>
    private decimal? Times(decimal? target, decimal factor, int subject, string name)
    {
        try
        {
            return target * factor;
        }
        catch (OverflowException)
        {
            _issues.Add(PlanIssues.StretchTooLarge(subjects[subject], program.Plan.Periods[Math.Max(0, closed - 1)], name));
            return null;
        }
    }

    /// <summary>What is left, divided over the open periods; 0 each once it is reached.</summary>
    private static decimal?[] Spread(decimal left, WholeWeights weights) => weights.Values
        .Select(weight => (decimal?)(left > 0 ? ExactShare.Of(left, weight, weights.Sum) : 0)).ToArray();
}
