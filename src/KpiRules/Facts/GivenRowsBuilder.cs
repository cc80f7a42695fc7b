// Collects the rows of tables, those of a table and period together and in the order in which they come.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class GivenRowsBuilder
{
    private readonly Dictionary<(string Table, Period? Period), List<GivenRow>> _rows = [];

    /// <summary>Notes that the rows of a table are given, be they none.</summary>
    public void Add(string table, Period? period)
    {
        if (!_rows.ContainsKey((table, period)))
            _rows.Add((table, period), []);
    }

    /// <summary>Adds a row to those that were noted.</summary>
    public void Add(string table, Period? period, GivenRow row) => _rows[(table, period)].Add(row);

    public GivenTableRows Build() => new(_rows.Select(rows => new GivenRows(rows.Key.Table, rows.Key.Period, rows.Value.ToArray())));
}
