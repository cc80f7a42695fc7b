// Takes a difference between rulesets, gives it in words of a language.
using System;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <param name="title">What people call the definition; null for its id.</param>
internal sealed class DifferenceText(DifferenceTrail trail, LocalizedText? title)
{
    private const int LongestValue = 100;

    /// <summary>How much is shown of what two long texts have in common.</summary>
    private const int Lead = 30;

    public string Definition(string language)
    {
        if (trail.DefinitionWord is not { } word)
            return Messages.Format(language, "difference.ruleset");
        var named = title?.In(language) is { } shown && shown != trail.Definition ? $"{shown} ({trail.Definition})" : trail.Definition!;
        return Messages.Format(language, "difference.definition", Noun(Messages.Format(language, word.Key, word.Arguments)), named);
    }

    public string Detail(RulesetDifference difference, string language)
    {
        var start = StartOfDifference(difference.Before ?? "", difference.After ?? "");
        var (before, after) = (Cut(difference.Before, start, language), Cut(difference.After, start, language));
        var words = InFull(trail.Words);
        var told = difference.Kind switch
        {
            DifferenceKind.Renamed => Messages.Format(language, "difference.renamed", before, after),
            DifferenceKind.Added => trail.IsWholeDefinition
                ? Messages.Format(language, "difference.new", after)
                : Messages.Format(language, "difference.added", words, after),
            DifferenceKind.Reordered => Messages.Format(language, "difference.reordered", words, before, after),
            DifferenceKind.Removed => trail.IsWholeDefinition
                ? Messages.Format(language, "difference.gone", before)
                : Messages.Format(language, "difference.removed", words, before),
            DifferenceKind.Changed => trail.IsWholeDefinition
                ? Messages.Format(language, "difference.value", before, after)
                : Messages.Format(language, "difference.changed", words, before, after),
        };
        return difference.UsedBy.Count == 0
            ? told
            : told + Messages.Format(
                language, "difference.usedBy", string.Join(Messages.Format(language, "change.and"), difference.UsedBy));
    }

    public string Message(RulesetDifference difference, string language) =>
        Messages.Format(language, "difference.whole", InFull(Definition), InFull(spoken => Detail(difference, spoken)));

    /// <summary>What is told already is of bearable length, and is not cut again.</summary>
    private static Func<string, string> InFull(Func<string, string> telling) => telling;

    /// <summary>English messages say "a KPI"; a heading does without the article.</summary>
    private static string Noun(string word) =>
        new[] { "an ", "a ", "the " }.Where(word.StartsWith).Select(article => word.Substring(article.Length)).FirstOrDefault() ?? word;

    /// <summary>Where to begin with two texts so that they are seen to differ: at the start, if what is shown from there does.</summary>
    private static int StartOfDifference(string before, string after)
    {
        var alike = before.Zip(after, (one, other) => one == other).TakeWhile(isSame => isSame).Count();
        if (Math.Max(before.Length, after.Length) <= LongestValue || alike < LongestValue - Lead)
            return 0;
        return alike - Lead;
    }

    private static string Cut(string? value, int start, string language)
    {
        if (value is null)
            return Messages.Format(language, "difference.nothing");
        start -= start > 0 && char.IsLowSurrogate(value[start]) ? 1 : 0;
        return Messages.OnOneLine((start > 0 ? "…" : "") + Source.ShortText.Of(value.Substring(start), LongestValue));
    }
}
