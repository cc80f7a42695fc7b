// A text in one language or several.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>A text of a ruleset, in one language or several. Immutable.</summary>
public sealed class LocalizedText
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _texts;

    internal LocalizedText(IReadOnlyList<KeyValuePair<string, string>> texts) => _texts = texts;

    /// <summary>One text for all languages.</summary>
    internal static LocalizedText Of(string text) => new([new("", text)]);

    /// <summary>Whether two say the same in the same languages, or neither is there.</summary>
    internal static bool AreSame(LocalizedText? one, LocalizedText? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one._texts.SequenceEqual(other._texts));

    /// <summary>The text in the language asked for; where the ruleset has none, in the first language it has.</summary>
    /// <param name="language">A language as the ruleset names it; <c>zh-CN</c> finds <c>zh</c>.</param>
    public string In(string language) => Choose(_texts, text => text.Key, language).Value;

    /// <summary>What there is in a language; else in its neutral one, else the first.</summary>
    internal static T? Choose<T>(IReadOnlyList<T> texts, Func<T, string> languageOf, string language)
    {
        var neutral = language.Split('-')[0];
        return texts.Where(text => languageOf(text) == language)
            .Concat(texts.Where(text => languageOf(text) == neutral))
            .Concat(texts).FirstOrDefault();
    }
}
