// Nodes of the scorecard.
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Evaluation.Nodes;

/// <summary>Σ weight × score / Σ weight within each group, then across the groups; a group without any score leaves with its weight.</summary>
internal sealed class WeightedMeanNode(WeightedGroupNode[] groups, NotAvailable noScore) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var weights = 0m;
        foreach (var group in groups)
        {
            if (!group.TryAdd(frame, ref value, ref weights))
                return false;
        }

        if (weights == 0)
            return frame.Fail(noScore);
        value /= weights;
        return true;
    }
}

internal sealed class WeightedGroupNode(string name, Node<decimal> weight, WeightedScoreNode[] scores)
{
    /// <summary>Adds the group's mean by the group's weight; false where it is not available.</summary>
    public bool TryAdd(Frame frame, ref decimal sum, ref decimal weights)
    {
        var (groupSum, groupWeights) = (0m, 0m);
        foreach (var score in scores)
        {
            if (!score.TryAdd(frame, ref groupSum, ref groupWeights))
                return false;
        }

        if (groupWeights == 0)
            return true;
        if (!weight.TryEvaluate(frame, out var groupWeight))
            return false;
        sum += groupWeight * groupSum / groupWeights;
        weights += groupWeight;
        if (name.Length > 0)
            frame.Trace?.Add(StepKind.Score, name, null, groupSum / groupWeights, groupWeight);
        return true;
    }
}

/// <param name="kpi">Whose score it is.</param>
/// <param name="applies">Null where the KPI always exists.</param>
internal sealed class WeightedScoreNode(string kpi, Node<decimal> weight, Node<decimal> score, Node<bool>? applies, MissingScore missing)
{
    public bool TryAdd(Frame frame, ref decimal sum, ref decimal weights)
    {
        // where it is not known whether the KPI exists, its weight stays, and its score is not available
        if (applies is not null && applies.TryEvaluate(frame, out var exists) && !exists)
            return true;
        if (!score.TryEvaluate(frame, out var points))
        {
            if (missing == MissingScore.Exclude)
                return true;
            if (missing == MissingScore.NotAvailable)
                return false;
            points = 0;
        }

        if (!weight.TryEvaluate(frame, out var factor))
            return false;
        sum += factor * points;
        weights += factor;
        frame.Trace?.Add(StepKind.Score, kpi, null, points, factor);
        return true;
    }
}

/// <summary>The grade whose bound is the highest that the score reaches.</summary>
internal sealed class GradeNode(Node<decimal> score, Node<decimal>[] from, string[] grades, NotAvailable noGrade) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = "";
        if (!score.TryEvaluate(frame, out var points))
            return false;
        var best = decimal.MinValue;
        var found = -1;
        for (var i = 0; i < from.Length; i++)
        {
            if (!from[i].TryEvaluate(frame, out var bound))
                return false;
            if (bound <= points && (found < 0 || bound > best))
                (found, best) = (i, bound);
        }

        if (found < 0)
            return frame.Fail(noGrade);
        value = grades[found];
        return true;
    }
}
