// Writing of the scorecard.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    /// <summary>Σ weight × score / Σ weight within each group, then across them; a group without any score leaves with its weight.</summary>
    private Term Mean(WeightedMeanOperation mean)
    {
        var (sum, weights) = (Term.Of(0m), Term.Of(0m));
        foreach (var group in mean.Groups)
        {
            var (groupSum, groupWeights) = (Term.Of(0m), Term.Of(0m));
            foreach (var score in group.Scores)
                (groupSum, groupWeights) = Add(score, mean.Missing, groupSum, groupWeights);
            (groupSum, groupWeights) = (Short(groupSum), Short(groupWeights));
            var weight = Short(group.Weight);
            var weighted = new Term($"{weight.At(Rank.Product)} * {groupSum.At(Rank.Unary)} / {groupWeights.At(Rank.Unary)}", weight.MayBeNull || groupSum.MayBeNull || groupWeights.MayBeNull, Rank.Product);
            sum = Plus(sum, Guarded([groupSum, groupWeights], Unless(groupWeights, weighted), ValueKind.Number));
            weights = Plus(weights, Unless(groupWeights, weight));
        }

        (sum, weights) = (Short(sum), Short(weights));
        return If($"{weights.At(Rank.Sum)} == 0m", Term.Null(ValueKind.Number), new Term($"{sum.At(Rank.Product)} / {weights.At(Rank.Unary)}", sum.MayBeNull || weights.MayBeNull, Rank.Product));
    }

    private (Term Sum, Term Weights) Add(WeightedScore score, MissingScore missing, Term sum, Term weights)
    {
        var (weight, points) = (Short(score.Weight), Short(score.Score));
        var conditions = new List<string>();
        // where it is not known whether the KPI exists, its weight stays
        if (score.Applies is not null)
            conditions.Add(Short(score.Applies) is var applies && applies.MayBeNull ? $"{applies.Text} != false" : applies.Text);
        if (missing == MissingScore.Exclude && points.MayBeNull)
            conditions.Add($"{points.Text} != null");
        if (missing == MissingScore.Zero && points.MayBeNull)
            points = Short(new Term($"{points.Text} ?? 0m", false, Rank.Coalesce));
        return (Plus(sum, Included(conditions, Times(weight, points))), Plus(weights, Included(conditions, weight)));
    }

    private static Term Included(List<string> conditions, Term value) => conditions.Count == 0 ? value : If(string.Join(" && ", conditions), value, Term.Of(0m));

    /// <summary>0 where the weights of a group are.</summary>
    private static Term Unless(Term weights, Term value) => NumberIn(weights) is { } known && known != 0 ? value : If($"{weights.At(Rank.Sum)} == 0m", Term.Of(0m), value);

    private Term Grade(GradeOperation grade)
    {
        var score = Short(grade.Score);
        var found = Term.Null(ValueKind.Text);
        var best = Term.Null(ValueKind.Number);
        var bounds = grade.Grades.Select(entry => Short(entry.From)).ToList();
        if (grade.Grades.All(entry => entry.From.ConstantNumber() is not null))
        {
            foreach (var i in Enumerable.Range(0, bounds.Count).OrderBy(i => grade.Grades[i].From.ConstantNumber()).ThenByDescending(i => i))
                found = If($"{score.At(Rank.Sum)} >= {bounds[i].At(Rank.Sum)}", Term.Of(grade.Grades[i].Grade), Cut(found));
            return Guarded([score], found, ValueKind.Text);
        }

        for (var i = 0; i < bounds.Count; i++)
        {
            var (bound, above) = (bounds[i].At(Rank.Sum), best);
            var isBetter = $"{bound} <= {score.At(Rank.Sum)} && ({above.Text} == null || {bound} > {above.Text})";
            found = Short(If(isBetter, Term.Of(grade.Grades[i].Grade), found));
            best = Short(If(isBetter, bounds[i], best));
        }

        return Guarded([score, .. bounds], found, ValueKind.Text);
    }
}
