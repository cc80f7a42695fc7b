// The mean of scores by weight: "Scores, scorecard and grades" in docs/format.md.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Scorecard;

/// <summary>
/// Σ weight × score / Σ weight within each group, then across the groups by theirs; a group without any score leaves with its
/// weight.
/// </summary>
/// <param name="Cell">Whose mean it is, for causes.</param>
internal sealed record WeightedMeanOperation(Origin Origin, string Cell, MissingScore Missing, ValueList<WeightedGroup> Groups)
    : FusedOperation(Origin, ValueKind.Number, Unit.Score)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Groups = Groups.Select(group => new WeightedGroup(
            group.Name,
            part(group.Weight),
            group.Scores.Select(score => new WeightedScore(
                part(score.Weight), part(score.Score), score.Applies is null ? null : part(score.Applies))).ToArray())).ToArray(),
    };

    public override int GetHashCode() => HashOfPartsAnd(Cell);

    public override Operation Expand()
    {
        var (sums, weights) = (new List<Operation>(), new List<Operation>());
        foreach (var group in Groups)
        {
            var (sum, weight) = Mean(group);
            var (none, isThere) = (Write.Number(0), Write.Differs(weight, Write.Number(0)));
            var mean = Write.Divide(Write.Multiply(group.Weight, sum), weight);
            var told = group.Name.Length == 0
                ? mean
                : Write.Label(StepKind.Score, group.Name, [Write.Divide(sum, weight), group.Weight], mean, tellsResult: false);
            sums.Add(Write.Where([sum], Write.If(isThere, told, none)));
            weights.Add(Write.If(isThere, group.Weight, none));
        }

        var all = Write.Sum(weights);
        return Write.Where(
            [Write.Sum(sums)],
            Write.Guard(Write.Differs(all, Write.Number(0)), new Reason(CauseKind.NoScore, Cell), Write.Divide(Write.Sum(sums), all)));
    }

    /// <summary>Σ weight × score, and Σ weight, of the scores that count.</summary>
    private (Operation Sum, Operation Weight) Mean(WeightedGroup group)
    {
        var (sums, weights) = (new List<Operation>(), new List<Operation>());
        foreach (var score in group.Scores)
        {
            var points = Missing == MissingScore.Zero ? Write.Default(score.Score, Write.Number(0)) : score.Score;
            var told = Write.Label(
                StepKind.Score, NameOf(score), [points, score.Weight], Write.Multiply(score.Weight, points), tellsResult: false);
            var counts = Counts(score, points);
            sums.Add(counts is null ? told : Write.If(counts, told, Write.Number(0)));
            weights.Add(counts is null ? score.Weight : Write.If(counts, score.Weight, Write.Number(0)));
        }

        return (Write.Sum(sums), Write.Sum(weights));
    }

    /// <summary>Whether a score counts; null: always. Where it is not known whether the KPI exists, its weight stays.</summary>
    private Operation? Counts(WeightedScore score, Operation points)
    {
        var exists = score.Applies is null ? null : Write.Default(score.Applies, Write.Boolean(true));
        var isThere = Missing == MissingScore.Exclude ? Write.Available(points) : null;
        return exists is null ? isThere : isThere is null ? exists : Write.All([exists, isThere]);
    }

    /// <summary>Whose score it is.</summary>
    public string NameOf(WeightedScore score) => (score.Score as CellOperation)?.Cell ?? Cell;

    public override Node Fuse(INodeBuilder nodes) => new WeightedMeanNode(
        Groups.Select(group => new WeightedGroupNode(
            group.Name,
            nodes.Number(group.Weight),
            group.Scores.Select(score => new WeightedScoreNode(
                NameOf(score), nodes.Number(score.Weight), nodes.Number(score.Score), nodes.Optional(score.Applies), Missing)).ToArray()))
            .ToArray(),
        new NotAvailable(CauseKind.NoScore, Cell));
}

/// <param name="Name">The perspective; empty where there is none.</param>
internal sealed record WeightedGroup(string Name, Operation Weight, ValueList<WeightedScore> Scores);

/// <param name="Applies">Whether the KPI exists for the subject; null where it always does.</param>
internal sealed record WeightedScore(Operation Weight, Operation Score, Operation? Applies);
