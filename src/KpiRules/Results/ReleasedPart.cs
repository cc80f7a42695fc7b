// A part of what an incentive line with a release earned, and what becomes of it in a period.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>A part of what an incentive line with a release earned, and what becomes of it in the period evaluated. Immutable.</summary>
public sealed class ReleasedPart
{
    private ReleasedPart(CarriedPart part, PartFate fate, string? condition, Cause? cause) =>
        (Earned, Number, Due, Until, Amount, Fate, Condition, Cause) =
            (part.Earned, part.Number, part.Due, part.Until, part.Amount, fate, condition, cause);

    /// <summary>The period in which it was earned; null where a record of the facts does not say so.</summary>
    public Period? Earned { get; }

    /// <summary>Which part of the release it is, from 1; null where nobody knows what had been deferred.</summary>
    public int? Number { get; }

    /// <summary>The first period in which it is asked for; null where <see cref="Number"/> is.</summary>
    public Period? Due { get; }

    /// <summary>The last period in which it is asked for; null where <see cref="Number"/> is.</summary>
    public Period? Until { get; }

    /// <summary>In the policy's currency, rounded; null where it is not known, as of a line that was held.</summary>
    public decimal? Amount { get; }

    /// <summary>What becomes of it.</summary>
    public PartFate Fate { get; }

    /// <summary>On what it depends whether it is due, in the words of the ruleset in use; null where it is due in any case.</summary>
    public string? Condition { get; }

    /// <summary>Why the amount, or what becomes of it, is not known; null where both are.</summary>
    public Cause? Cause { get; }

    internal static IReadOnlyList<ReleasedPart> Of(SubjectEvaluation subject, string line)
    {
        var evaluation = subject.Evaluation;
        var (sheet, frame) = (evaluation.Sheet, evaluation.Frame);
        if (sheet.Releases.FirstOrDefault(release => release.Line == line) is not { } release)
            return [];
        return PartFates.Of(sheet, frame, release, subject.Row)
            .Select(one => new ReleasedPart(
                one.Part, one.Fate, PartOf(release, one.Part)?.Condition, CauseOf(evaluation, release, one.Part, one.Fate, subject.Row)))
            .ToList().AsReadOnly();
    }

    private static ReleasePartCells? PartOf(ReleaseCells release, CarriedPart part) =>
        part is { Fault: null, Number: { } number } ? release.Parts[number - 1] : null;

    private static Cause? CauseOf(PeriodEvaluation evaluation, ReleaseCells release, CarriedPart part, PartFate fate, int row)
    {
        if (part.Cause(release.Line, evaluation.Period) is { } mark)
        {
            // of this period's the line itself says why
            return part.Earned == evaluation.Period && part.Fault is null
                ? evaluation.CauseOf(release.Line, row)
                : evaluation.CauseOf(mark, row);
        }

        return fate == PartFate.NotKnown && PartOf(release, part)?.When is { } when ? evaluation.CauseOf(when, row) : null;
    }
}
