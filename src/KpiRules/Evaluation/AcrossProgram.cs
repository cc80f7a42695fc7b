// Base of the programs that look across the finished columns of all subjects: who belongs to which group.
using System;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <param name="key">What says who belongs together; null for everyone.</param>
/// <param name="presence">The slot of a column that is available for those who have facts: nobody else belongs to a group.</param>
internal abstract class AcrossProgram(Cell cell, int slot, GroupSource? key, int presence) : CellProgram(cell, slot)
{
    public sealed override Column RunAt(Frame frame, int row) => throw new NotSupportedException("It looks at all subjects at once.");

    /// <summary>What there is to tell has been kept while it ran.</summary>
    public sealed override void Explain(Frame frame, int row)
    {
    }

    /// <summary>The group a subject counts in; null for one that has no facts, or whose attribute is not known.</summary>
    protected FactValue? GroupOf(Frame frame, int row)
    {
        if (!frame.Columns[presence].IsAvailable(row))
            return null;
        if (key is null)
            return default(FactValue);
        var value = frame.Columns[key.Slot].Read(row);
        return value.Kind is null ? default(FactValue?) : value;
    }

    /// <summary>Why a subject counts in no group.</summary>
    protected NotAvailable CauseOfNone(Frame frame, int row) =>
        frame.Columns[presence].CauseAt(row) ?? frame.Columns[key!.Slot].CauseAt(row)!;
}
