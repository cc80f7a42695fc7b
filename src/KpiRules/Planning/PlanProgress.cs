// Takes what subjects achieved in the closed periods of a plan, and the targets issued for them, gives how far each of them is.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Planning;

/// <param name="subjects">In ordinal order.</param>
/// <param name="actuals">Of every closed period.</param>
/// <param name="targets">By subject, then by period; those of closed periods are there.</param>
/// <param name="before">The period before the plan begins: who has no facts in it is not in the plan.</param>
internal sealed class PlanProgress(
    string kpi, IReadOnlyList<string> subjects, IReadOnlyList<PlanColumn> actuals, decimal?[][] targets, Period before)
{
    /// <summary>What a subject achieved divided by what was asked for; 1 before any period is closed.</summary>
    public (decimal Progress, NotAvailable? Cause) Of(string subject) => SubjectOrder.RowOf(subjects, subject) is >= 0 and var row
        ? Of(row)
        : (0, new NotAvailable(CauseKind.NoFacts, before.ToString()));

    private (decimal Progress, NotAvailable? Cause) Of(int row)
    {
        if (actuals.Count == 0)
            return (1, null);
        try
        {
            var (achieved, asked) = (0m, 0m);
            for (var period = 0; period < actuals.Count; period++)
            {
                if (actuals[period][row] is not { } actual)
                    return (0, actuals[period].CauseOf(row).ToldElsewhere(actuals[period].Period));
                achieved += actual;
                asked += targets[row][period]!.Value;
            }

            return asked == 0 ? (0, new NotAvailable(CauseKind.ZeroTarget, kpi)) : (achieved / asked, null);
        }
        catch (OverflowException)
        {
            return (0, new NotAvailable(CauseKind.Overflow, kpi));
        }
    }
}
