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

        bool Gives(int row, string name) => IsUnusable(Subjects[row], name)
            || (_columns.TryGetValue(name, out var given) && given.Any(column => column.IsPresent(row)));

        bool GivesMore(int row) => _withRecords.Contains(Subjects[row])
            || columns.Any(column => column.IsPresent(row))
            || unusable.Any(fact => fact.Subject == Subjects[row]);
    }

    /// <summary>Where the row first came from.</summary>
    public RowOrigin OriginOf(int row) => _origins[row];

    /// <summary>The subject's row, or -1.</summary>
    public int RowOf(string subject) => _rows.TryGetValue(subject, out var row) ? row : -1;
}
