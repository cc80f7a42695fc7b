// Collects the rows of tables, those of a table and period together and in the order in which they come.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class GivenRowsBuilder
{
    private readonly Dictionary<(string Table, Period? Period), List<GivenRow>> _rows = [];
    private readonly List<(string Table, GivenRow Row)> _inDoubt = [];
    private readonly List<GivenTableRows> _others = [];

    /// <summary>Notes that the rows of a table are given, be they none.</summary>
    public void Add(string table, Period? period)
    {
        if (!_rows.ContainsKey((table, period)))
            _rows.Add((table, period), []);
    }

    /// <summary>Adds a row to those that were noted.</summary>
    public void Add(string table, Period? period, GivenRow row) => _rows[(table, period)].Add(row);

    /// <summary>Adds a row that may belong to any period.</summary>
    public void AddInDoubt(string table, GivenRow row) => _inDoubt.Add((table, row));

    /// <summary>Takes the tables that are not given here from what was collected before; what comes last goes first.</summary>
    public void Add(GivenTableRows others) => _others.Add(others);

    public GivenTableRows Build()
    {
        foreach (var (table, row) in _inDoubt)
        {
            if (_rows.Keys.All(key => key.Table != table))
                Add(table, null);
            foreach (var rows in _rows.Where(rows => rows.Key.Table == table))
                rows.Value.Add(row);
        }

        var all = _rows.Select(rows => new GivenRows(rows.Key.Table, rows.Key.Period, rows.Value.ToArray())).ToList();
        foreach (var others in Enumerable.Reverse(_others))
        {
            var known = new HashSet<string>(all.Select(rows => rows.Table));
            all.AddRange(others.Tables.Where(table => !known.Contains(table)).SelectMany(others.Of));
        }

        return new(all);
    }
}
