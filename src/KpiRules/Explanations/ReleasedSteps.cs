// Takes what is due, deferred or forfeited of a line, gives the parts that it is made of.
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Explanations;

internal static class ReleasedSteps
{
    /// <summary>Nothing for any other result.</summary>
    public static void Tell(SheetProgram sheet, EvaluatedFrame frame, CellKey result, int row, Trace trace)
    {
        if (sheet.Releases.FirstOrDefault(release => release.Line == result.Owner) is not { } release
            || !ReleaseCells.Results(release.Line).Contains(result))
            return;
        var asked = result == ReleaseCells.Due(release.Line) ? PartFate.Due
            : result == ReleaseCells.Deferred(release.Line) ? PartFate.Deferred
            : PartFate.Forfeited;
        foreach (var (part, fate) in PartFates.Of(sheet, frame, release, row).Where(one => one.Fate == asked))
            trace.Add(StepKind.Released, TextOf(release, part, fate), part.Amount, part.Number);
    }

    /// <summary>When it was earned; of what waits also for what, and how long.</summary>
    private static string TextOf(ReleaseCells release, CarriedPart part, PartFate fate)
    {
        if (fate != PartFate.Deferred)
            return part.Earned.ToString()!;
        var condition = release.Parts[part.Number!.Value - 1].Condition;
        var periods = part.Due == part.Until ? $"{part.Due}" : $"{part.Due} – {part.Until}";
        return $"{part.Earned} ({periods}{(condition is null ? "" : ": " + condition)})";
    }
}
