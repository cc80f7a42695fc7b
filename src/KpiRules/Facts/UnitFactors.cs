// Takes the words that units are made of, gives what a product or quotient of them comes to.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Facts;

/// <summary>Words above and below a line: money per count is money above count. Immutable; equal where they mean the same.</summary>
internal sealed class UnitFactors : IEquatable<UnitFactors>
{
    /// <summary>More words are nobody's unit; without an end, thirty KPIs that square one another would have a billion.</summary>
    public const int Most = 8;

    private static readonly string[] Fractions = ["percent", "ratio"];

    /// <summary>Of a fraction.</summary>
    public static readonly UnitFactors None = new([], []);

    private UnitFactors(IReadOnlyList<string> above, IReadOnlyList<string> below) => (Above, Below) = (above, below);

    public IReadOnlyList<string> Above { get; }

    public IReadOnlyList<string> Below { get; }

    /// <summary>As formulas write it, a word or words with / and * between them; null where a word is missing, or with too many.</summary>
    public static UnitFactors? Parse(string text)
    {
        var (above, below) = (new List<string>(), new List<string>());
        var into = above;
        for (int start = 0, end = 0; end <= text.Length; end++)
        {
            var sign = end < text.Length ? FullWidth.Narrowed(text[end]) : '*';
            if (sign is not ('/' or '÷' or '*' or '×'))
                continue;
            var word = text.Substring(start, end - start).Trim();
            if (word.Length == 0 || above.Count + below.Count == Most)
                return null;
            into.Add(word);
            (into, start) = (sign is '/' or '÷' ? below : above, end + 1);
        }

        return Of(above, below);
    }

    /// <summary>One word, whatever is in it.</summary>
    public static UnitFactors OfWord(string word) => Of([word], [])!;

    /// <summary>Null where there are too many words.</summary>
    public UnitFactors? Times(UnitFactors other) => Of(Above.Concat(other.Above), Below.Concat(other.Below));

    /// <summary>Null where there are too many words.</summary>
    public UnitFactors? Per(UnitFactors other) => Of(Above.Concat(other.Below), Below.Concat(other.Above));

    public bool Equals(UnitFactors? other) => other is not null && Above.SequenceEqual(other.Above) && Below.SequenceEqual(other.Below);

    public override bool Equals(object? other) => Equals(other as UnitFactors);

    public override int GetHashCode() => string.Join("*", Above.Concat(Below)).GetHashCode();

    /// <summary>Whether it is made of the same words, however they stand.</summary>
    public bool HasWordsOf(UnitFactors other) => new HashSet<string>(Above.Concat(Below)).SetEquals(other.Above.Concat(other.Below));

    /// <summary>Without fractions, and without what stands above as well as below; null where too many words are left.</summary>
    private static UnitFactors? Of(IEnumerable<string> above, IEnumerable<string> below)
    {
        var under = below.Where(word => !Fractions.Contains(word)).ToList();
        var over = above.Where(word => !Fractions.Contains(word) && !under.Remove(word)).ToList();
        over.Sort(StringComparer.Ordinal);
        under.Sort(StringComparer.Ordinal);
        return over.Count + under.Count <= Most ? new UnitFactors(over, under) : null;
    }
}
