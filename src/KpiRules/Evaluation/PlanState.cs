// How far a plan is at its last closed period, for whatever formulas of the plan ask about it.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <param name="Closed">How many of its periods are closed.</param>
/// <param name="ProgressOf">What a subject achieved of what was asked for until then, or why that is not known.</param>
internal sealed record PlanState(int Closed, Func<string, (decimal Progress, NotAvailable? Cause)> ProgressOf)
{
    public void Fill(InputKind kind, IReadOnlyList<string> subjects, Column<decimal> column)
    {
        for (var row = 0; row < subjects.Count; row++)
        {
            var (value, cause) = kind == InputKind.PlanClosed ? (Closed, null) : ProgressOf(subjects[row]);
            column[row] = value;
            if (cause is not null)
                column.SetCause(row, cause, subjects.Count);
        }
    }
}
