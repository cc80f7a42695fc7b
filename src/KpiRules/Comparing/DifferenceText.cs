// Takes a difference between rulesets, gives it in words of a language.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <param name="title">What people call the definition; null for its id.</param>
internal sealed class DifferenceText(DifferenceTrail trail, LocalizedText? title)
{
    private const int LongestValue = 100;

    public string Definition(string language)
    {
        if (trail.DefinitionWord is not { } word)
            return Messages.Format(language, "difference.ruleset");
        var named = title?.In(language) is { } shown && shown != trail.Definition ? $"{shown} ({trail.Definition})" : trail.Definition!;
        return Messages.Format(language, "difference.definition", Noun(Messages.Format(language, word.Key, word.Arguments)), named);
    }

    public string Detail(RulesetDifference difference, string language)
    {
        var (before, after) = (Cut(difference.Before, language), Cut(difference.After, language));
        var words = trail.Words(language);
        var told = difference.Kind switch
        {
            DifferenceKind.Renamed => Messages.Format(language, "difference.renamed", before, after),
            DifferenceKind.Added => trail.IsWholeDefinition
                ? Messages.Format(language, "difference.new", after)
                : Messages.Format(language, "difference.added", words, after),
            DifferenceKind.Removed => trail.IsWholeDefinition
                ? Messages.Format(language, "difference.gone", before)
                : Messages.Format(language, "difference.removed", words, before),
            DifferenceKind.Changed => words.Length == 0
                ? Messages.Format(language, "difference.value", before, after)
                : Messages.Format(language, "difference.changed", words, before, after),
        };
        return difference.UsedBy.Count == 0
            ? told
            : told + Messages.Format(
                language, "difference.usedBy", string.Join(Messages.Format(language, "change.and"), difference.UsedBy));
    }

    public string Message(RulesetDifference difference, string language) =>
        Messages.Format(language, "difference.whole", Definition(language), Detail(difference, language));

    /// <summary>English messages say "a KPI"; a heading does without the article.</summary>
    private static string Noun(string word) =>
        new[] { "an ", "a ", "the " }.Where(word.StartsWith).Select(article => word.Substring(article.Length)).FirstOrDefault() ?? word;

    private static string Cut(string? value, string language) => value is null
        ? Messages.Format(language, "difference.nothing")
        : Messages.OnOneLine(Source.ShortText.Of(value, LongestValue));
}
