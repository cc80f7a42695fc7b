// The records of one list in one period: those of a subject stand together, in the order in which they were given.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

internal sealed class RecordTable
{
    private readonly Dictionary<string, (int Start, int Count)> _ranges;
    private readonly Dictionary<string, FactColumn[]> _columns;
    private readonly HashSet<(int Row, string Field)> _unusable;

    private RecordTable(
        Dictionary<string, (int Start, int Count)> ranges, IEnumerable<FactColumn> columns, HashSet<(int Row, string Field)> unusable)
    {
        (_ranges, _unusable) = (ranges, unusable);
        _columns = columns.GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.ToArray());
    }

    public static RecordTable Empty { get; } = new([], [], []);

    public IEnumerable<string> Names => _columns.Keys;

    public IEnumerable<string> Subjects => _ranges.Keys;

    /// <summary>Where the subject's records stand; a count of 0 for one without.</summary>
    public (int Start, int Count) RangeOf(string subject) => _ranges.TryGetValue(subject, out var range) ? range : default;

    /// <summary>The columns of a field, one for each type of value that was given.</summary>
    public IReadOnlyList<FactColumn> ColumnsOf(string field) => _columns.TryGetValue(field, out var columns) ? columns : [];

    /// <summary>Whether a field of a row was given in a way that nobody can read; an issue says why.</summary>
    public bool IsUnusable(int row, string field) => _unusable.Contains((row, field));

    /// <summary>The day of a record; null where it has none.</summary>
    /// <returns>False where what is given for it is no day.</returns>
    public bool TryDayOf(int row, out int? day)
    {
        day = null;
        foreach (var column in ColumnsOf(RecordDefinition.Date))
        {
            if (!column.IsPresent(row))
                continue;
            if (column.Kind == ValueKind.Date)
                day = column[row].Day;
            else if (column[row].Text is { } text && DayNumber.TryParseWithTime(text.Trim(), out var written))
                day = written;
            else
                return false;
        }

        return day is not null || !IsUnusable(row, RecordDefinition.Date);
    }

    /// <summary>The records with further ones of a subject, behind those it has.</summary>
    public RecordTable With(string subject, IReadOnlyList<IReadOnlyList<KeyValuePair<string, FactValue>>> records)
    {
        var builder = new Builder();
        foreach (var range in _ranges)
        {
            for (var row = range.Value.Start; row < range.Value.Start + range.Value.Count; row++)
                builder.Add(range.Key, FieldsOf(row));
        }

        foreach (var record in records)
            builder.Add(subject, record);
        return builder.Build();
    }

    private IEnumerable<KeyValuePair<string, FactValue>> FieldsOf(int row) => _columns.Values.SelectMany(columns => columns)
        .Where(column => column.IsPresent(row))
        .Select(column => new KeyValuePair<string, FactValue>(column.Name, column[row]))
        .Concat(_unusable.Where(field => field.Row == row)
            .Select(field => new KeyValuePair<string, FactValue>(field.Field, FactValue.Unreadable(""))));

    /// <summary>Collects records in any order of subjects.</summary>
    internal sealed class Builder
    {
        private readonly List<string> _subjects = [];
        private readonly Dictionary<(string Field, ValueKind Kind), FactColumn> _columns = [];
        private readonly HashSet<(int Row, string Field)> _unusable = [];

        public void Add(string subject, IEnumerable<KeyValuePair<string, FactValue>> fields)
        {
            var row = _subjects.Count;
            _subjects.Add(subject);
            foreach (var field in fields)
            {
                if (field.Value.Unrepresentable is not null)
                    _unusable.Add((row, field.Key));
                if (field.Value.Kind is not { } kind)
                    continue;
                if (!_columns.TryGetValue((field.Key, kind), out var column))
                    _columns.Add((field.Key, kind), column = FactColumn.Of(field.Key, kind));
                column.Set(row, field.Value);
            }
        }

        public RecordTable Build()
        {
            var rows = Enumerable.Range(0, _subjects.Count).ToArray();
            if (!IsSorted())
                rows = rows.OrderBy(row => _subjects[row], StringComparer.Ordinal).ToArray();
            var ranges = new Dictionary<string, (int Start, int Count)>(StringComparer.Ordinal);
            for (var i = 0; i < rows.Length; i++)
            {
                var subject = _subjects[rows[i]];
                ranges[subject] = ranges.TryGetValue(subject, out var range) ? (range.Start, range.Count + 1) : (i, 1);
            }

            return new RecordTable(ranges, _columns.Values.Select(column => column.Reordered(rows)), Reordered(rows));
        }

        private HashSet<(int Row, string Field)> Reordered(int[] rows)
        {
            if (_unusable.Count == 0)
                return _unusable;
            var places = new int[rows.Length];
            for (var place = 0; place < rows.Length; place++)
                places[rows[place]] = place;
            return [.. _unusable.Select(field => (places[field.Row], field.Field))];
        }

        private bool IsSorted()
        {
            for (var i = 1; i < _subjects.Count; i++)
            {
                if (string.CompareOrdinal(_subjects[i - 1], _subjects[i]) > 0)
                    return false;
            }

            return true;
        }
    }
}
