// What subjects owe on recoverable draws at the end of a period, to be carried into the next ones.
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class Debts
{
    private readonly Dictionary<(string Fact, string Subject, Period Period), decimal> _debts = [];

    /// <summary>What a fact of that name would say at the beginning of a period; null where nothing is known.</summary>
    public decimal? Opening(string fact, string subject, Period period) =>
        _debts.TryGetValue((fact, subject, period), out var debt) ? debt : null;

    /// <summary>The debts up to now and those after a further period; null for a policy without any.</summary>
    public static Debts? After(SheetProgram sheet, Frame frame, Debts? debts)
    {
        if (sheet.Debts.Count == 0)
            return null;
        debts ??= new Debts();
        foreach (var debt in sheet.Debts)
            debts.Add(debt, (Column<decimal>)frame.Columns[sheet.ProgramOf(debt.Closing)!.Slot], frame);
        return debts;
    }

    private void Add(DebtDefinition debt, Column<decimal> closing, Frame frame)
    {
        var next = frame.Calendar.Period.Add(1);
        for (var row = 0; row < frame.EvaluatedRows; row++)
        {
            if (closing.IsAvailable(row))
                _debts[(debt.Opening, frame.Subjects[row], next)] = closing[row];
        }
    }
}
