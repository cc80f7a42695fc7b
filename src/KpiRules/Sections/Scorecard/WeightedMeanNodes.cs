// Nodes of the mean of scores by weight.
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Kernel;

namespace KpiRules.Sections.Scorecard;

/// <summary>
/// Σ weight × score / Σ weight within each group, then across the groups; a group without any score leaves with its weight.
/// </summary>
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
