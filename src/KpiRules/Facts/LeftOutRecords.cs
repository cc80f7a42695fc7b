// Takes records that items of other periods brought along, gives issues of those that no item of their own period brings.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class LeftOutRecords
{
    private readonly Dictionary<(string List, string Subject, Period Period), RowOrigin> _records = [];

    public void Add(string list, string subject, Period period, RowOrigin origin)
    {
        if (!_records.ContainsKey((list, subject, period)))
            _records.Add((list, subject, period), origin);
    }

    /// <summary>One issue a list, with the first of those left out.</summary>
    public IEnumerable<DataIssue> Check(IReadOnlyDictionary<Period, FactTableBuilder> tables) => _records
        .Where(left => !tables.TryGetValue(left.Key.Period, out var table) || !table.Has(left.Key.Subject))
        .GroupBy(left => left.Key.List, StringComparer.Ordinal)
        .OrderBy(list => list.Key, StringComparer.Ordinal)
        .Select(list => (
            Name: list.Key,
            First: list.OrderBy(left => left.Key.Subject, StringComparer.Ordinal).ThenBy(left => left.Key.Period).First(),
            Count: list.Count()))
        .Select(
            list => DataIssues.OfNoItem(list.First.Value.Written, list.First.Key.Subject, list.First.Key.Period, list.Name, list.Count));
}
