// What has become of one rating for one subject.
using KpiRules.Kernel;

namespace KpiRules.Results;

/// <summary>The rating of one subject; a view on the evaluation's columns. Immutable.</summary>
public sealed class RatingResult
{
    private readonly SubjectEvaluation _subject;

    internal RatingResult(SubjectEvaluation subject, RatingDescription rating) => (_subject, Rating) = (subject, rating);

    /// <summary>Which rating it is.</summary>
    public RatingDescription Rating { get; }

    /// <summary>The rating's id.</summary>
    public string Name => Rating.Name;

    /// <summary>The grade, in the ruleset's words; null when it is not available, and <see cref="Cause"/> says why.</summary>
    public string? Grade => _subject[Name].Text;

    /// <summary>The place among the members, from 1; those who are tied share the better one. Null when it is not available.</summary>
    public int? Place => (int?)_subject[RatingOperation.CellOf(Name, RatingPart.Place)].Number;

    /// <summary>How many take part; null when that is not available.</summary>
    public int? Members => (int?)_subject[RatingOperation.CellOf(Name, RatingPart.Members)].Number;

    /// <summary>Why there is no grade; null when there is one.</summary>
    public Cause? Cause => _subject[Name].Cause;
}
