// The words that Chinese has for operators: takes a text that may hold one, gives the word and what formulas write for it.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Formulas;

internal static class OperatorWords
{
    private static readonly Dictionary<string, string> BetweenValues = new()
    {
        ["且"] = "and",
        ["并且"] = "and",
        ["而且"] = "and",
        ["与"] = "and",
        ["或"] = "or",
        ["或者"] = "or",
        ["大于"] = ">",
        ["小于"] = "<",
        ["等于"] = "=",
        ["大于等于"] = ">=",
        ["大于或等于"] = ">=",
        ["不小于"] = ">=",
        ["小于等于"] = "<=",
        ["小于或等于"] = "<=",
        ["不大于"] = "<=",
        ["不等于"] = "<>",
        ["不是"] = "<>",
    };

    private static readonly Dictionary<string, string> BeforeAValue = new()
    {
        ["非"] = "not",
        ["不是"] = "not",
    };

    /// <summary>The word that a text begins with, where an operator is due.</summary>
    public static OperatorWord? AtStart(string text) => At(text, 0, BetweenValues);

    /// <summary>The word that a text begins with, where a value is due.</summary>
    public static OperatorWord? BeforeValue(string text) => At(text, 0, BeforeAValue);

    /// <summary>The word that a text ends with, a value having gone before it; or all of it, where a value is due.</summary>
    public static OperatorWord? AtEnd(string text) =>
        BeforeValue(text) is { } whole && whole.End == text.Length
            ? whole
            : All(text).FirstOrDefault(word => word.Start > 0 && word.End == text.Length);

    /// <summary>The words inside of a text, from left to right; of those that begin at one place the longest.</summary>
    public static IEnumerable<OperatorWord> All(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var word = At(text, start, BetweenValues);
            if (word is not null)
                yield return word;
            start += word?.Length ?? 1;
        }
    }

    private static OperatorWord? At(string text, int start, Dictionary<string, string> words) => words
        .Where(word => string.CompareOrdinal(text, start, word.Key, 0, word.Key.Length) == 0)
        .OrderByDescending(word => word.Key.Length)
        .Select(word => new OperatorWord(start, word.Key, word.Value))
        .FirstOrDefault();
}

/// <param name="Start">Where in the text it stands.</param>
/// <param name="Operator">What formulas have for it.</param>
internal sealed record OperatorWord(int Start, string Word, string Operator)
{
    public int Length => Word.Length;

    public int End => Start + Word.Length;
}
