// Takes a name nobody knows and those that are known, gives the one the author most likely meant.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace KpiRules.Diagnostics;

internal static class ClosestName
{
    private const int LongestName = 60;

    /// <summary>The nearest by edit distance with transpositions, if near enough; ties go to the first by ordinal order.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
            return null;
        var wanted = Folded(name);
        var allowed = Math.Max(1, wanted.Length / 3);
        var edits = new EditDistance(wanted);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate.Length is > LongestName or 0
                || (Math.Abs(candidate.Length - name.Length) > allowed && !Begins(wanted, candidate, null)))
                continue;
            var folded = Folded(candidate);
            var begins = Begins(wanted, candidate, folded);
            var distance = edits.To(folded, begins ? bestDistance : Math.Min(allowed, bestDistance));
            if (distance < 0 || candidate == name || !(distance == 0 || begins || distance < Math.Min(wanted.Length, candidate.Length)))
                continue;
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Monday for mon: an abbreviation of at least three letters.</summary>
    private static bool Begins(string wanted, string candidate, string? folded) =>
        candidate.Length >= 3 && wanted.StartsWith(folded ?? Folded(candidate), StringComparison.Ordinal);

    /// <summary>
    /// Full-width forms and capitals are no difference, nor other ways to write a character. The latter needs what the system
    /// knows of Unicode: a program without globalization, as the tool is, normalizes nothing. Text that is not well-formed
    /// Unicode is not normalized.
    /// </summary>
    internal static string Folded(string name)
    {
        if (name.All(c => c is <= '\u007F' and not (>= 'A' and <= 'Z')))
            return name;
        var narrow = string.Concat(name.Select(FullWidth.Narrowed));
        try
        {
            return narrow.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return narrow.ToLowerInvariant();
        }
    }
}
