// A table as "Tables" in docs/format.md tells it, in the plainest way: every row is looked at for every search.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Tests.Support;

/// <param name="Keys">Null for one that is missing or cannot be read; numbers and days as decimals.</param>
/// <param name="Value">Null where the row has none, or one that is wrong.</param>
internal sealed record ModelRow(object?[] Keys, decimal? Value);

/// <summary>One search: a number, or none; what is not known is none as well.</summary>
internal static class TableModel
{
    public static decimal? Search(IReadOnlyList<ModelRow>? rows, bool isByBound, object[] keys, decimal? otherwise)
    {
        if (rows is null)
            return null;
        var certain = Decided(rows.Where(row => !row.Keys.Contains(null)).ToList(), isByBound, keys);
        foreach (var faulty in rows.Where(row => row.Keys.Contains(null)))
        {
            // what would it decide, if each key that nobody can read were the one that is looked for?
            if (!Agrees(faulty, isByBound, keys))
                continue;
            var boundIsUnknown = isByBound && faulty.Keys[^1] is null;
            if (boundIsUnknown || !isByBound)
                return null;
            var bound = (decimal)faulty.Keys[^1]!;
            if (bound <= (decimal)keys[^1] && !(certain.Count > 0 && (decimal)certain[0].Keys[^1]! > bound))
                return null;
        }

        return certain.Count switch
        {
            0 => otherwise,
            1 => certain[0].Value,
            _ => null,
        };
    }

    /// <summary>The rows that match: of a table by bound those with the greatest that is not above; more than one are alike.</summary>
    private static List<ModelRow> Decided(List<ModelRow> rows, bool isByBound, object[] keys)
    {
        var matching = rows.Where(row => Agrees(row, isByBound, keys)).ToList();
        if (!isByBound)
            return matching;
        var below = matching.Where(row => (decimal)row.Keys[^1]! <= (decimal)keys[^1]).ToList();
        return below.Where(row => (decimal)row.Keys[^1]! == below.Max(other => (decimal)other.Keys[^1]!)).ToList();
    }

    private static bool Agrees(ModelRow row, bool isByBound, object[] keys) =>
        Enumerable.Range(0, keys.Length - (isByBound ? 1 : 0)).All(i => row.Keys[i] is null || row.Keys[i]!.Equals(keys[i]));

    /// <summary>A period's own rows, else those of the latest earlier one, else those without a period.</summary>
    public static IReadOnlyList<ModelRow>? RowsFor(IReadOnlyDictionary<int, IReadOnlyList<ModelRow>> byMonth, int month)
    {
        for (; month >= 0; month--)
        {
            if (byMonth.TryGetValue(month, out var rows))
                return rows;
        }

        return byMonth.TryGetValue(WithoutPeriod, out var always) ? always : null;
    }

    public const int WithoutPeriod = -1;
}
