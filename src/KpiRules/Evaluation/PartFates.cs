// Takes an evaluation, gives every part of what a line earned, in the period or before it, and what becomes of it there.
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal static class PartFates
{
    /// <summary>Those of a subject, the earliest first; none in a period of another length than the policy's.</summary>
    public static IEnumerable<(CarriedPart Part, PartFate Fate)> Of(SheetProgram sheet, EvaluatedFrame frame, ReleaseCells release, int row)
    {
        if (frame.Openings is not { } openings)
            yield break;
        foreach (var part in openings.Of(release, row))
            yield return (part, FateOf(part, part is { Fault: null, Number: { } number } ? Holds(release.Parts[number - 1]) : null));
        for (var i = 0; i < release.Parts.Count; i++)
        {
            if (Own(i) is { } own)
                yield return (own, FateOf(own, Holds(release.Parts[i])));
        }

        bool? Holds(ReleasePartCells part) => part.When is not { } when ? true
            : (Column<bool>)frame.Columns[sheet.ProgramOf(when)!.Slot] is var column && column.IsAvailable(row) ? column[row]
            : null;

        // a part of 0 is none
        CarriedPart? Own(int index)
        {
            var (part, period) = (release.Parts[index], frame.Calendar.Period);
            var column = (Column<decimal>)frame.Columns[sheet.ProgramOf(part.Own)!.Slot];
            decimal? amount = column.IsAvailable(row) ? column[row] : null;
            return amount == 0 ? null : new CarriedPart(period, index + 1, period.Add(part.After), period.Add(part.Until), amount);
        }

        PartFate FateOf(CarriedPart part, bool? holds)
        {
            var period = frame.Calendar.Period;
            if (part.Fault is not null || part.IsUnknownBefore || part.IsOverdue(period))
                return PartFate.NotKnown;
            var isLast = part.Until!.Value.Since(period) == 0;
            return part.Due!.Value.Since(period) > 0 ? PartFate.Deferred
                : holds == true ? PartFate.Due
                : !isLast ? PartFate.Deferred
                : holds == false ? PartFate.Forfeited
                : PartFate.NotKnown;
        }
    }
}
