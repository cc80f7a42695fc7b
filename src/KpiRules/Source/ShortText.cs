// Cuts an author's words to a bearable length, never within a character of two halves.
namespace KpiRules.Source;

internal static class ShortText
{
    /// <param name="words">The words, of any length.</param>
    /// <param name="longest">How many characters stay of longer words; an ellipsis follows them.</param>
    public static string Of(string words, int longest) =>
        words.Length <= longest ? words : words.Substring(0, char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest) + "…";
}
