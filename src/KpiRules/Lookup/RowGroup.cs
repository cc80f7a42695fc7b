// The rows that have the same keys but for a bound: in the order of their bounds, and which of them leave nothing to say.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Lookup;

internal sealed class RowGroup
{
    private readonly decimal[] _bounds;
    private readonly RowAnswer[] _answers;

    /// <summary>What answers whatever the bound: a row whose own is not known, or the row of a table without bounds.</summary>
    private readonly RowAnswer? _all;

    /// <param name="rows">In the order in which they were written.</param>
    /// <param name="isByBound">Whether the last key is a bound.</param>
    /// <param name="alike">Gets every row that has the keys of one before it, and that one.</param>
    public RowGroup(IReadOnlyList<TableRow> rows, bool isByBound, List<(TableRow First, TableRow Second)> alike)
    {
        (_bounds, _answers) = ([], []);
        var open = isByBound ? rows.FirstOrDefault(row => Bound(row) is null) : null;
        if (!isByBound || open is not null)
            _all = open is not null ? RowAnswer.Blocked(open) : Together(rows, alike);
        if (!isByBound)
            return;
        var sorted = rows.Where(row => Bound(row) is not null).GroupBy(row => Bound(row)!.Value).OrderBy(group => group.Key)
            .Select(group => (group.Key, Answer: Together(group.ToList(), alike))).ToList();
        _bounds = sorted.Select(row => row.Key).ToArray();
        _answers = sorted.Select(row => row.Answer).ToArray();
    }

    /// <summary>The answer for a bound, and the bound of the row that gives it; null where it answers whatever the bound.</summary>
    /// <param name="bound">What is looked for; of no matter in a table without bounds.</param>
    public (RowAnswer Answer, decimal? From) At(decimal bound)
    {
        if (_all is { } all)
            return (all, null);
        var at = Array.BinarySearch(_bounds, bound);
        if (at < 0)
            at = ~at - 1;
        return at < 0 ? (default, null) : (_answers[at], _bounds[at]);
    }

    /// <summary>A number, or the number of a day; null for a key that is not there.</summary>
    public static decimal? BoundOf(FactValue key) => key.Kind is null ? null : key.Number ?? key.Day;

    private static decimal? Bound(TableRow row) => BoundOf(row.Keys[row.Keys.Length - 1]);

    /// <summary>Of two rows alike nobody can say which holds.</summary>
    private static RowAnswer Together(IReadOnlyList<TableRow> rows, List<(TableRow First, TableRow Second)> alike)
    {
        alike.AddRange(rows.Skip(1).Select(second => (rows[0], second)));
        return rows.Count == 1 ? RowAnswer.Of(rows[0]) : RowAnswer.Blocked(rows[0]);
    }
}
