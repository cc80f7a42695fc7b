// The numbers of one cell, or one fact, in one period for the subjects of a plan, who need not be those who have facts in it.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Planning;

internal sealed class PlanColumn
{
    private readonly PeriodEvaluation _evaluation;
    private readonly Column<decimal> _column;

    /// <summary>The row of every subject in the evaluation, or -1.</summary>
    private readonly int[] _rows;

    /// <param name="subjects">In ordinal order, as those of the evaluation are.</param>
    public PlanColumn(PeriodEvaluation evaluation, string cell, IReadOnlyList<string> subjects)
        : this(evaluation, evaluation.Sheet.ProgramOf(cell)!.Slot, subjects)
    {
    }

    /// <param name="subjects">In ordinal order, as those of the evaluation are.</param>
    public PlanColumn(PeriodEvaluation evaluation, FactDefinition fact, IReadOnlyList<string> subjects)
        : this(evaluation, evaluation.Sheet.SlotOf(fact), subjects)
    {
    }

    private PlanColumn(PeriodEvaluation evaluation, int slot, IReadOnlyList<string> subjects)
    {
        _evaluation = evaluation;
        _column = (Column<decimal>)evaluation.Frame.Columns[slot];
        _rows = new int[subjects.Count];
        var row = 0;
        for (var i = 0; i < _rows.Length; i++)
        {
            while (row < evaluation.Subjects.Count && string.CompareOrdinal(evaluation.Subjects[row], subjects[i]) < 0)
                row++;
            _rows[i] = row < evaluation.Subjects.Count && evaluation.Subjects[row] == subjects[i] ? row : -1;
        }
    }

    public Period Period => _evaluation.Period;

    /// <summary>The number of a subject; null where it is not available.</summary>
    public decimal? this[int subject] => _rows[subject] is >= 0 and var row && _column.IsAvailable(row) ? _column[row] : null;

    /// <summary>Why a subject has no number.</summary>
    public Cause CauseOf(int subject) => _rows[subject] is >= 0 and var row
        ? _evaluation.CauseOf(_column, row)
        : new Cause(new NotAvailable(CauseKind.NoFacts, Period.ToString()), null, null);
}
