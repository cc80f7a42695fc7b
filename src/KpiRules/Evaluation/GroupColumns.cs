// What a group program looks at: columns of every subject, by slot.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <param name="Key">What says who belongs together; null for everyone.</param>
/// <param name="Presence">The slot of a column that is available for those who have facts.</param>
internal sealed record GroupColumns(
    GroupFunction Function, GroupSource Source, MembersKind Members, GroupSource? Key, int Presence, IReadOnlyList<GroupSource> Conditions,
    decimal? Fraction);

/// <param name="Name">What to call it in a cause.</param>
/// <param name="Cell">The cell whose column it is; null for an input's.</param>
internal sealed record GroupSource(int Slot, string Name, string? Cell)
{
    /// <summary>The cause where another subject's value is needed and not there.</summary>
    public NotAvailable Missing(CauseKind kind, Frame frame, int row) =>
        new(kind, frame.Subjects[row], Name, Because: Cell, Row: row, Inner: Cell is null ? frame.Columns[Slot].CauseAt(row) : null);
}
