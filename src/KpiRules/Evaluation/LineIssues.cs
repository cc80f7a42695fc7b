// Finds, among finished columns, what only the facts could get wrong: a `per` that is not positive, a pool in dispute.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal static class LineIssues
{
    /// <summary>Whether a cell can go wrong in such a way.</summary>
    public static bool CanArise(Operation expression) =>
        expression.RaisesIssues || expression.Parts().Any(CanArise);

    public static void Report(SheetProgram sheet, Frame frame, List<DataIssue> issues)
    {
        var disputes = new HashSet<NotAvailable>();
        foreach (var program in sheet.FalliblePrograms)
        {
            var column = frame.Columns[program.Slot];
            for (var row = 0; row < frame.EvaluatedRows; row++)
            {
                var cause = column.CauseAt(row);
                if (cause is { Kind: CauseKind.PerNotPositive, Lag: null })
                    issues.Add(DataIssues.PerNotPositive(frame.Subjects[row], frame.Calendar.Period, cause.Name, cause.Text));
                else if (cause is { Kind: CauseKind.PoolAmountsDiffer } && disputes.Add(cause))
                    issues.Add(DataIssues.PoolAmountsDiffer(cause.Text, frame.Calendar.Period, cause.Name));
            }
        }
    }
}
