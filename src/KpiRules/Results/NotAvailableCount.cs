// Takes the results of a period, gives how many of them are not available.
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Results;

internal static class NotAvailableCount
{
    /// <summary>
    /// What does not apply to a subject, and what follows from that, is not missed and does not count; what is worked out on
    /// demand was not worked out.
    /// </summary>
    public static int Of(PeriodEvaluation results)
    {
        var count = 0;
        foreach (var program in results.Sheet.BatchPrograms.Where(program => !program.Cell.IsInternal))
        {
            for (var row = 0; row < results.Subjects.Count; row++)
            {
                if (results.Frame.Columns[program.Slot].CauseAt(row) is { } mark && Root(results, mark, row).Kind != CauseKind.DoesNotApply)
                    count++;
            }
        }

        return count;
    }

    private static NotAvailable Root(PeriodEvaluation results, NotAvailable mark, int row)
    {
        row = mark.Row ?? row;
        while ((mark.Inner ?? (mark.Because is { } because ? results.MarkOf(because, row) : null)) is { } next)
        {
            mark = next;
            row = mark.Row ?? row;
        }

        return mark;
    }
}
