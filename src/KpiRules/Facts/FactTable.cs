// The facts of one period, or those that belong to no period: a row a subject, sorted by id, and a column a fact.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class FactTable
{
    private readonly IReadOnlyList<RowOrigin> _origins;
    private readonly HashSet<(string Subject, string Fact)> _unusable;
    private readonly HashSet<string> _withRecords;
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, FactColumn[]> _columns;

    public FactTable(
        IReadOnlyList<string> subjects,
        IReadOnlyList<RowOrigin> origins,
        HashSet<(string Subject, string Fact)> unusable,
        HashSet<string> withRecords,
        IEnumerable<FactColumn> columns)
    {
        _origins = origins;
        _unusable = unusable;
        _withRecords = withRecords;
        Subjects = subjects;
        _rows = new Dictionary<string, int>(subjects.Count, System.StringComparer.Ordinal);
        for (var row = 0; row < subjects.Count; row++)
            _rows.Add(subjects[row], row);
        _columns = columns.GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.ToArray());
    }

    public static FactTable Empty { get; } = new([], [], [], [], []);

    public IReadOnlyList<string> Subjects { get; }

    public IEnumerable<string> Names => _columns.Keys;

    public bool Has(string fact) => _columns.ContainsKey(fact);

    /// <summary>The fact's value in a row: of the type it should have, else of any; none for row -1.</summary>
    public FactValue ValueOf(int row, FactDefinition fact)
    {
        if (row < 0 || !_columns.TryGetValue(fact.Name, out var columns))
            return default;
        FactValue other = default;
        foreach (var column in columns)
        {
            if (!column.IsPresent(row))
                continue;
            if (column.Kind == fact.Kind)
                return column[row];
            other = column[row];
        }

        return other;
    }

    /// <summary>Whether the fact was given, but could not be used; an issue says why.</summary>
    public bool IsUnusable(string subject, string fact) => _unusable.Contains((subject, fact));

    /// <summary>Whether the row has any fact at all, be it one that could not be used.</summary>
    public bool HasFacts(int row) => row >= 0 && (_hasFacts ??= FindFacts())[row];

    /// <summary>Whether the row has any fact that is no record.</summary>
    public bool HasValues(int row) => HasFacts(row)
        && !(_withRecords.Contains(Subjects[row]) && _columns.Values.All(columns => columns.All(column => !column.IsPresent(row))));

    /// <summary>Whether any row has.</summary>
    public bool HasAnyFacts => (_hasFacts ??= FindFacts()).Contains(true);

    private bool[]? _hasFacts;

    private bool[] FindFacts()
    {
        var found = new bool[Subjects.Count];
        foreach (var column in _columns.Values.SelectMany(columns => columns))
        {
            for (var row = 0; row < found.Length; row++)
                found[row] |= column.IsPresent(row);
        }

        foreach (var subject in _unusable.Select(fact => fact.Subject).Concat(_withRecords))
            found[_rows[subject]] = true;
        return found;
    }

    /// <summary>Whether any row gives the fact, be it in a way that could not be used.</summary>
    public bool Mentions(string fact) => Has(fact) || _unusable.Any(unusable => unusable.Fact == fact);

    /// <summary>Whether a row gives the fact, be it in a way that could not be used.</summary>
    public bool Gives(int row, string fact) => (_columns.TryGetValue(fact, out var columns) && columns.Any(column => column.IsPresent(row)))
        || (_unusable.Count > 0 && IsUnusable(Subjects[row], fact));

    /// <summary>The table without some facts, and without the rows that gave nothing else.</summary>
    public FactTable Without(HashSet<string> names)
    {
        var columns = _columns.Where(column => !names.Contains(column.Key)).SelectMany(column => column.Value).ToList();
        var unusable = new HashSet<(string Subject, string Fact)>(_unusable.Where(fact => !names.Contains(fact.Fact)));
        var rows = Enumerable.Range(0, Subjects.Count).Where(row => !names.Any(name => Gives(row, name)) || GivesMore(row)).ToArray();
        return new FactTable(
            rows.Select(row => Subjects[row]).ToList().AsReadOnly(),
            rows.Select(row => _origins[row]).ToArray(),
            unusable,
            _withRecords,
            columns.Select(column => column.Reordered(rows)));

        bool GivesMore(int row) => _withRecords.Contains(Subjects[row])
            || columns.Any(column => column.IsPresent(row))
            || unusable.Any(fact => fact.Subject == Subjects[row]);
    }

    /// <summary>The table with other values in the row of a subject, who gets one where there is none.</summary>
    /// <param name="values">By fact; no value takes one away.</param>
    /// <param name="hasRecords">Whether the subject has records too.</param>
    public FactTable With(string subject, IReadOnlyDictionary<string, FactValue> values, bool hasRecords)
    {
        var (row, rows) = (RowOf(subject), Enumerable.Range(0, Subjects.Count).ToList());
        if (row < 0)
        {
            // an old row that is none: the new one begins empty
            row = Subjects.Count(other => string.CompareOrdinal(other, subject) < 0);
            rows.Insert(row, Subjects.Count);
        }

        var columns = _columns.SelectMany(column => column.Value).Select(column => column.Reordered([.. rows])).ToList();
        foreach (var fact in values)
        {
            foreach (var column in columns.Where(column => column.Name == fact.Key))
                column.Clear(row);
            if (fact.Value.Kind is not { } kind)
                continue;
            var target = columns.FirstOrDefault(column => column.Name == fact.Key && column.Kind == kind);
            if (target is null)
                columns.Add(target = FactColumn.Of(fact.Key, kind));
            target.Set(row, fact.Value);
        }

        return new FactTable(
            rows.Select(old => old < Subjects.Count ? Subjects[old] : subject).ToList().AsReadOnly(),
            rows.Select(old => old < Subjects.Count ? _origins[old] : default).ToArray(),
            new HashSet<(string Subject, string Fact)>(_unusable.Where(fact => fact.Subject != subject || !values.ContainsKey(fact.Fact))),
            hasRecords ? [.. _withRecords, subject] : _withRecords,
            columns);
    }

    /// <summary>The table with the row of one subject alone, if there is one.</summary>
    public FactTable Only(string subject)
    {
        int[] rows = RowOf(subject) is >= 0 and var row ? [row] : [];
        return new FactTable(
            rows.Select(old => Subjects[old]).ToList().AsReadOnly(),
            rows.Select(old => _origins[old]).ToArray(),
            new HashSet<(string Subject, string Fact)>(_unusable.Where(fact => fact.Subject == subject)),
            new HashSet<string>(_withRecords.Where(other => other == subject)),
            _columns.SelectMany(column => column.Value).Select(column => column.Reordered(rows)));
    }

    /// <summary>Where the row first came from.</summary>
    public RowOrigin OriginOf(int row) => _origins[row];

    /// <summary>The subject's row, or -1.</summary>
    public int RowOf(string subject) => _rows.TryGetValue(subject, out var row) ? row : -1;
}
