// Takes who has facts and who has records, gives issues of ids that hardly mean what they say: nobody else's, or another's but for case.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Facts;

internal static class SubjectIds
{
    /// <summary>
    /// For how many ids the closest of all is looked for; beyond, only one that is the same but for case, width and blanks.
    /// </summary>
    private const int MostSearched = 20;

    /// <summary>
    /// Known is who has a row of facts in any period or as such, be it without values. Where nobody has one, nobody is missing
    /// it.
    /// </summary>
    public static IEnumerable<DataIssue> Check(IReadOnlyCollection<FactTableBuilder> tables)
    {
        var known = new HashSet<string>(tables.SelectMany(table => table.WithFacts), StringComparer.Ordinal);
        var strangers = tables.SelectMany(table => table.Records).Where(records => !known.Contains(records.Subject))
            .GroupBy(records => records.Subject, StringComparer.Ordinal).OrderBy(records => records.Key, StringComparer.Ordinal).ToList();
        if (known.Count + strangers.Count < 2)
            yield break;

        var (first, alike) = ByFolded(known.Count > 0 ? known : strangers.Select(records => records.Key));
        foreach (var id in alike.OrderBy(id => id, StringComparer.Ordinal))
            yield return DataIssues.IdAlike(id, first[Folded(id)]);
        if (known.Count == 0)
            yield break;

        var searched = 0;
        foreach (var records in strangers)
        {
            var (id, isSearched) = (records.Key, searched++ < MostSearched);
            var origin = records.Select(one => one.Origin).FirstOrDefault(one => one.Source is not null).Written;
            yield return DataIssues.OnlyInRecords(
                origin,
                id,
                records.Sum(one => one.Count),
                () => first.TryGetValue(Folded(id), out var same) ? same : isSearched ? ClosestName.Find(id, known) : null);
        }
    }

    /// <summary>The first id, in ordinal order, of those that are the same but for case, width and blanks; and all others.</summary>
    private static (Dictionary<string, string> First, List<string> Others) ByFolded(IEnumerable<string> ids)
    {
        var (first, others) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var id in ids)
        {
            var folded = Folded(id);
            if (!first.TryGetValue(folded, out var other))
            {
                first.Add(folded, id);
                continue;
            }

            var isFirst = string.CompareOrdinal(id, other) < 0;
            others.Add(isFirst ? other : id);
            if (isFirst)
                first[folded] = id;
        }

        return (first, others);
    }

    private static string Folded(string id) =>
        ClosestName.Folded(id.Any(IsBlank) ? string.Concat(id.Where(c => !IsBlank(c))) : id);

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || DisplayWidth.IsInvisible(c);
}
