// What an evaluation leaves: what its nodes looked at, and the facts behind it for whatever is read later.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;

namespace KpiRules.Evaluation;

internal sealed class EvaluatedFrame(
    Column[] columns, PeriodCalendar calendar, IReadOnlyList<string> subjects, int evaluatedRows, RecordColumns[] records)
    : Frame(columns, calendar, subjects, evaluatedRows, records)
{
    /// <summary>The facts behind the columns; null for a subject without history.</summary>
    public FactHistory? History { get; init; }

    /// <summary>What targets are in other periods; null for a subject without history.</summary>
    public PeriodTargets? Targets { get; init; }

    /// <summary>What lines had deferred at the beginning; null where nobody knows, or nothing is released.</summary>
    public OpeningRows? Openings { get; init; }

    /// <summary>The facts of what waits until somebody reads it; null where nothing does.</summary>
    public ILateFacts? LateFacts { get; init; }
}
