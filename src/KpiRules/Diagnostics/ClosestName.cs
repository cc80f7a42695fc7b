// Takes a name nobody knows and those that are known, gives the one the author most likely meant.
using System;
using System.Collections.Generic;
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
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate.Length is > LongestName or 0 || (Math.Abs(candidate.Length - name.Length) > allowed && !Begins(wanted, candidate)))
                continue;
            var distance = Distance(wanted, Folded(candidate));
            var plausible = distance == 0 || Begins(wanted, candidate) || (distance <= allowed && distance < Math.Min(wanted.Length, candidate.Length));
            if (!plausible || candidate == name)
                continue;
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Monday for mon: an abbreviation of at least three letters.</summary>
    private static bool Begins(string wanted, string candidate) => candidate.Length >= 3 && wanted.StartsWith(Folded(candidate), StringComparison.Ordinal);

    /// <summary>Full-width forms and capitals are no difference. Text that is not well-formed Unicode stays as it is.</summary>
    internal static string Folded(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <summary>Optimal string alignment distance (Damerau–Levenshtein with no substring edited twice).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
