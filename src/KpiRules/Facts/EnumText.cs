// Takes a value of an enum, gives the word for it in rulesets, results and JSON, and back: its name in camelCase.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal static class EnumText<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetNames(typeof(T))
        .ToDictionary(name => char.ToLowerInvariant(name[0]) + name.Substring(1), name => (T)Enum.Parse(typeof(T), name));

    private static readonly Dictionary<T, string> Words = Values.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>In the order in which the enum has them.</summary>
    public static IReadOnlyCollection<string> All => Values.Keys;

    public static string Of(T value) => Words[value];

    /// <summary>For words that <see cref="Of"/> gave.</summary>
    public static T Parse(string word) => Values[word];

    public static bool TryParse(string word, out T value) => Values.TryGetValue(word, out value);
}
