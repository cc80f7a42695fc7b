// Building of warnings.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Nodes;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    private SeverityLevelNode SeverityLevel(SeverityLevelOperation level) =>
        new(level.Conditions.Select(one => (one.Severity, Boolean(one.Condition))).ToArray());

    private WarningCourse Course(WarningCourseOperation course) => new(
        course.Levels.Select(Number).ToArray(),
        course.Untils.Select(Boolean).ToArray(),
        course.HasBegun.Select(Boolean).ToArray(),
        course.For,
        course.Levels.Select(level => ((CellOperation)level).Lag).ToArray());

    private WarningSeverityNode WarningSeverity(WarningSeverityOperation severity) =>
        new(Boolean(severity.IsFiring), Number(severity.Level), Number(severity.Last), new NotAvailable(CauseKind.NotFiring, severity.Warning));
}
