// Building of the scorecard.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Nodes;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private WeightedMeanNode Mean(WeightedMeanOperation mean) => new(
        mean.Groups.Select(group => new WeightedGroupNode(
            group.Name,
            Number(group.Weight),
            group.Scores.Select(score => new WeightedScoreNode(
                (score.Score as CellOperation)?.Cell ?? mean.Cell, Number(score.Weight), Number(score.Score), score.Applies is null ? null : Boolean(score.Applies), mean.Missing)).ToArray())).ToArray(),
        new NotAvailable(CauseKind.NoScore, mean.Cell));

    private GradeNode Grade(GradeOperation grade) => new(
        Number(grade.Score),
        grade.Grades.Select(entry => Number(entry.From)).ToArray(),
        grade.Grades.Select(entry => entry.Grade).ToArray(),
        new NotAvailable(CauseKind.NoGrade, grade.Cell));
}
