// What subjects owe on recoverable draws at the end of a period, to be carried into the next.
using System.Collections.Generic;
using KpiRules.Cells;

namespace KpiRules.Evaluation;

internal sealed class Debts
{
    private readonly Dictionary<(string Fact, string Subject), decimal> _debts = [];

    /// <summary>What a fact of that name would say; null where nothing is known.</summary>
    public decimal? Opening(string fact, string subject) => _debts.TryGetValue((fact, subject), out var debt) ? debt : null;

    /// <summary>The debts after a period; null for a policy without any.</summary>
    public static Debts? After(EvaluationPlan plan, Frame frame)
    {
        if (plan.Debts.Count == 0)
            return null;
        var debts = new Debts();
        foreach (var debt in plan.Debts)
            debts.Add(debt, (Column<decimal>)frame.Columns[plan.ProgramOf(debt.Closing)!.Slot], frame);
        return debts;
    }

    private void Add(DebtDefinition debt, Column<decimal> closing, Frame frame)
    {
        for (var row = 0; row < frame.EvaluatedRows; row++)
        {
            if (closing.IsAvailable(row))
                _debts[(debt.Opening, frame.Subjects[row])] = closing[row];
        }
    }
}
