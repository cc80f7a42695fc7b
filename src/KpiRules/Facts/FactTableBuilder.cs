// Takes facts in any order, gives a table; the same fact with two values counts as not given, whatever came first.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class FactTableBuilder(Period? period, List<DataIssue> issues)
{
    private readonly List<string> _subjects = [];
    private readonly List<RowOrigin> _origins = [];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, ValueKind), FactColumn> _columns = [];
    private readonly HashSet<(int Row, string Fact)> _contradicted = [];
    private readonly HashSet<(string Subject, string Fact)> _unusable = [];
    private readonly Dictionary<string, (int Count, RowOrigin Origin)> _records = new(StringComparer.Ordinal);
    private readonly List<bool> _withFacts = [];

    /// <summary>Who has a row of facts, be it without values; the others have records only.</summary>
    public IEnumerable<string> WithFacts => _subjects.Where((_, row) => _withFacts[row]);

    /// <summary>Who has records, how many, and where the first came from.</summary>
    public IEnumerable<(string Subject, int Count, RowOrigin Origin)> Records =>
        _records.Select(records => (records.Key, records.Value.Count, records.Value.Origin));

    /// <summary>Makes sure that the subject has a row, even one without facts.</summary>
    public int AddRow(string subject, RowOrigin origin)
    {
        var row = RowOf(subject, origin);
        if (!_withFacts[row])
            (_withFacts[row], _origins[row]) = (true, origin);
        return row;
    }

    public bool Has(string subject) => _rows.ContainsKey(subject);

    private int RowOf(string subject, RowOrigin origin)
    {
        if (_rows.TryGetValue(subject, out var row))
            return row;
        row = _subjects.Count;
        _subjects.Add(subject);
        _origins.Add(origin);
        _withFacts.Add(false);
        _rows.Add(subject, row);
        return row;
    }

    public void Add(int row, string fact, FactValue value, RowOrigin origin)
    {
        if (value.Unrepresentable is { } written)
        {
            _unusable.Add((_subjects[row], fact));
            issues.Add(DataIssues.Unrepresentable(origin.Written, _subjects[row], period, fact, written));
        }

        if (value.Kind is not { } kind || _contradicted.Contains((row, fact)))
            return;
        foreach (ValueKind other in KindsOf(fact))
        {
            var column = _columns[(fact, other)];
            if (!column.IsPresent(row) || column[row] == value)
                continue;
            issues.Add(DataIssues.GivenTwice(_subjects[row], period, fact, column[row], value, origin.Written));
            column.Clear(row);
            _contradicted.Add((row, fact));
            _unusable.Add((_subjects[row], fact));
            return;
        }

        if (!_columns.TryGetValue((fact, kind), out var target))
            _columns.Add((fact, kind), target = FactColumn.Of(fact, kind));
        target.Set(row, value);
    }

    /// <summary>Notes that a subject has records, which are facts too.</summary>
    public void AddRecord(string subject, RowOrigin origin)
    {
        RowOf(subject, default);
        _records[subject] = _records.TryGetValue(subject, out var before) ? (before.Count + 1, before.Origin) : (1, origin);
    }

    /// <summary>Notes that the fact was given, but in a way that nobody can read.</summary>
    public void AddUnusable(string subject, string fact) => _unusable.Add((subject, fact));

    public FactTable Build()
    {
        var rows = Enumerable.Range(0, _subjects.Count).ToArray();
        Array.Sort(_subjects.ToArray(), rows, StringComparer.Ordinal);
        return new FactTable(
            rows.Select(row => _subjects[row]).ToList().AsReadOnly(),
            rows.Select(row => _origins[row]).ToArray(),
            _unusable,
            new HashSet<string>(_records.Keys, StringComparer.Ordinal),
            _columns.Values.Select(column => column.Reordered(rows)));
    }

    private IEnumerable<ValueKind> KindsOf(string fact)
    {
        for (var kind = ValueKind.Number; kind <= ValueKind.Date; kind++)
        {
            if (_columns.ContainsKey((fact, kind)))
                yield return kind;
        }
    }
}
