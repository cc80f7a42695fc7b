// A text in one language or several.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Rulesets;

/// <summary>A text of a ruleset, in one language or several. Immutable.</summary>
public sealed class LocalizedText
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _texts;

    internal LocalizedText(IReadOnlyList<KeyValuePair<string, string>> texts) => _texts = texts;

    /// <summary>The text in the language asked for; where the ruleset has none, in the first language it has.</summary>
    /// <param name="language">A language as the ruleset names it; <c>zh-CN</c> finds <c>zh</c>.</param>
    public string In(string language)
    {
        var exact = _texts.FirstOrDefault(text => text.Key == language).Value;
        var neutral = language.Split('-')[0];
        return exact ?? _texts.FirstOrDefault(text => text.Key == neutral).Value ?? _texts[0].Value;
    }
}
