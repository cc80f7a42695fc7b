// Takes the rows of a table, gives the one that answers: by hash on the keys that must be equal, by halves on the bound.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Lookup;

/// <summary>
/// Section 16 of the ruleset format. A row that cannot be trusted is never passed over: what it could have decided, nobody else
/// decides. Immutable.
/// </summary>
internal sealed class RowIndex
{
    private readonly bool _isByBound;
    private readonly int _all;
    private readonly Dictionary<RowKey, RowGroup> _groups;

    /// <summary>Rows of which some keys are not known, or where they belong, by the keys that are.</summary>
    private readonly (int Mask, Dictionary<RowKey, RowGroup> Groups)[] _doubtful;

    public RowIndex(TableDefinition table, IReadOnlyList<TableRow> rows)
    {
        (Rows, _isByBound) = (rows, table.IsByBound);
        var alike = new List<(TableRow First, TableRow Second)>();
        _all = (1 << (table.Keys.Count - (_isByBound ? 1 : 0))) - 1;
        // a row whose bound alone is not known belongs to its group, and to no other
        _groups = GroupsOf(rows.Where(IsOfItsGroup), _all, alike);
        _doubtful = rows.Where(row => !IsOfItsGroup(row)).GroupBy(MaskOf)
            .Select(group => (group.Key, GroupsOf(group, group.Key, []))).ToArray();
        Alike = alike;

        bool IsOfItsGroup(TableRow row) =>
            MaskOf(row) == _all && (!row.IsInDoubt || (_isByBound && row.Keys[row.Keys.Length - 1].Kind is null));
    }

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Every row that has the keys of one before it, and that one.</summary>
    public IReadOnlyList<(TableRow First, TableRow Second)> Alike { get; }

    /// <summary>The row for the keys, all of which are there.</summary>
    public RowAnswer Find(FactValue[] keys)
    {
        var bound = _isByBound ? RowGroup.BoundOf(keys[keys.Length - 1])!.Value : 0;
        var (found, from) = _groups.TryGetValue(new RowKey(keys, _all), out var group) ? group.At(bound) : default;
        if (found.IsBlocked)
            return found;
        foreach (var (mask, groups) in _doubtful)
        {
            if (!groups.TryGetValue(new RowKey(keys, mask), out var doubtful))
                continue;
            var (doubt, doubtFrom) = doubtful.At(bound);
            // a row that is sure and begins later decides, whatever the other's keys are
            if (doubt.Row is not null && (doubtFrom is null || from is null || doubtFrom >= from))
                return RowAnswer.Blocked(doubt.Row);
        }

        return found;
    }

    /// <summary>
    /// The rows in an order in which the first that matches answers, where an unknown key matches anything: those that leave
    /// nothing to say before those that answer, the greater bounds first.
    /// </summary>
    public IEnumerable<(TableRow Row, bool IsBlocked)> InOrder()
    {
        var blocked = new HashSet<TableRow>(Alike.SelectMany(pair => new[] { pair.First, pair.Second }));
        blocked.UnionWith(Rows.Where(row => row.IsInDoubt));
        return Rows
            .OrderByDescending(row => _isByBound ? RowGroup.BoundOf(row.Keys[row.Keys.Length - 1]) ?? decimal.MaxValue : 0)
            .ThenByDescending(blocked.Contains)
            .Select(row => (row, blocked.Contains(row)));
    }

    /// <summary>Which of the keys that must be equal are known.</summary>
    private int MaskOf(TableRow row)
    {
        var mask = 0;
        for (var i = 0; _all >> i != 0; i++)
            mask |= row.Keys[i].Kind is null ? 0 : 1 << i;
        return mask;
    }

    private Dictionary<RowKey, RowGroup> GroupsOf(IEnumerable<TableRow> rows, int mask, List<(TableRow, TableRow)> alike) =>
        rows.GroupBy(row => new RowKey(row.Keys, mask))
            .ToDictionary(group => group.Key, group => new RowGroup(group.ToList(), _isByBound, alike));
}
