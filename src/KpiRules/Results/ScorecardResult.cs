// The scorecard of one subject.
namespace KpiRules.Results;

/// <summary>The scorecard of one subject; a view on the evaluation's columns. Immutable.</summary>
public sealed class ScorecardResult
{
    internal const string Cell = "scorecard";

    private readonly SubjectEvaluation _subject;

    internal ScorecardResult(SubjectEvaluation subject) => _subject = subject;

    /// <summary>
    /// The weighted mean of the scores, usually from 0 to 100; null when it is not available, and <see cref="Cause"/> says why.
    /// </summary>
    public decimal? Score => _subject[Cell].Number;

    /// <summary>The grade of the score, in the ruleset's words; null when the ruleset has no grades or none can be given.</summary>
    public string? Grade => _subject.TryGet(Cell + ".grade", out var grade) ? grade.Text : null;

    /// <summary>Why there is no score; null when there is one.</summary>
    public Cause? Cause => _subject[Cell].Cause;

    /// <summary>The score of one perspective; null when it is not available, or no weighted KPI belongs to it.</summary>
    public decimal? Perspective(string name) => _subject.TryGet($"{Cell}.{name}", out var score) ? score.Number : null;
}
