// Takes rows of text, one a row of a table, and adds them to a dataset; what cannot be read is reported, and decides nothing.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Source;

namespace KpiRules.Reading;

/// <summary>
/// Reads the rows of a table from rows of text such as a CSV file has: the table's keys and values by their names, and a column
/// <c>period</c> (in any case) where rows hold for periods; a blank one holds without. A day stands for the policy's period that
/// holds it. Of a row that cannot be read, what it could have decided is not available. Not safe for threads.
/// </summary>
public sealed class TableRowReader
{
    private readonly DatasetBuilder _builder;
    private readonly string _table;
    private readonly string _source;
    private readonly Func<DateTime, Period> _periodOf;
    private readonly List<string> _names;
    private readonly int _period;
    private readonly bool _decimalComma;
    private readonly List<(int Column, ValueKind Kind)> _cells = [];

    /// <summary>Makes a reader for rows under a header; columns that the table does not have are reported once.</summary>
    /// <param name="builder">Where the rows go; the dataset has the table from now on, unless there is a column of periods.</param>
    /// <param name="policy">Whose table it is.</param>
    /// <param name="table">The name of a table whose rows come with the facts.</param>
    /// <param name="source">What to call the rows in issues, usually a file name.</param>
    /// <param name="header">The names of the columns; blanks around a name do not matter.</param>
    /// <param name="headerRow">The number of the header's row, for issues.</param>
    /// <param name="decimalComma">Whether a comma is the decimal point, and points divide thousands.</param>
    /// <exception cref="ArgumentException">The policy has no such table; the message says which it has.</exception>
    public TableRowReader(
        DatasetBuilder builder, Policy policy, string table, string source, IReadOnlyList<string> header, int headerRow = 1,
        bool decimalComma = false)
    {
        _builder = builder ?? throw new ArgumentNullException(nameof(builder));
        _source = source ?? throw new ArgumentNullException(nameof(source));
        var given = (policy ?? throw new ArgumentNullException(nameof(policy))).Tables.Where(one => one.IsGiven).ToList();
        var definition = given.FirstOrDefault(one => one.Name == table)
            ?? throw new ArgumentException($"There is no table '{table}' in ruleset '{policy.Id}' whose rows are given; "
                + $"there are: {string.Join(", ", given.Select(one => one.Name))}.", nameof(table));
        (_table, _periodOf, _decimalComma) = (table, policy.PeriodOf, decimalComma);
        var written = (header ?? throw new ArgumentNullException(nameof(header))).Select(name => name.Trim()).ToList();
        var titles = ColumnTitles.OfTable(definition);
        var kinds = definition.Keys.Select(key => (key.Name, key.Kind)).Concat(definition.Values.Select(value => (value.Name, value.Kind)))
            .ToDictionary(column => column.Name, column => column.Kind);
        var columns = kinds.Keys.ToList();
        _period = UsualTitles.Find(written, UsualTitles.Period, name => titles.IdOf(name) is not null);
        _names = written.Select(name => titles.IdOf(name) ?? name).ToList();
        if (_period < 0)
            builder.AddTable(table);
        var names = new HeaderNames(_names, columns);
        for (var column = 0; column < _names.Count; column++)
        {
            var name = _names[column];
            if (names.IsRepeated(column))
                builder.Report(DataIssues.ColumnTwice(Origin(headerRow, column), name));
            else if (kinds.TryGetValue(name, out var kind))
                _cells.Add((column, kind));
            else if (column != _period)
                builder.Report(TableIssues.Undeclared(Origin(headerRow, column), null, table, name, () => names.Closest(name)));
        }

        LineBreaks.Report(builder, source, _names, headerRow, header);
    }

    /// <summary>Adds one row to the dataset.</summary>
    /// <param name="row">The number of the row, for issues; the header is usually row 1.</param>
    /// <param name="fields">As many fields as the header has; blank is not given.</param>
    public void Read(int row, IReadOnlyList<string?> fields)
    {
        if (fields.Count != _names.Count)
        {
            Doubt(row, [], TableIssues.NoRow(Origin(row), _table, new Term("row.shape", fields.Count, _names.Count)));
            return;
        }

        LineBreaks.Report(_builder, _source, _names, row, fields);
        var cells = _cells.Where(cell => !string.IsNullOrWhiteSpace(fields[cell.Column]))
            .Select(cell => new KeyValuePair<string, FactValue>(_names[cell.Column], ValueOf(fields[cell.Column]!, cell.Kind))).ToArray();
        var written = _period < 0 ? "" : fields[_period]?.Trim() ?? "";
        if (written.Length == 0)
            _builder.AddTableRow(_table, null, cells, new RowOrigin(_source, row));
        else if (CellDay.ReadPeriod(written, _periodOf) is { } period)
            _builder.AddTableRow(_table, period, cells, new RowOrigin(_source, row));
        else
            Doubt(row, cells, TableIssues.BadPeriod(Origin(row, _period), _table, written));
    }

    /// <summary>Reports a row that could not be taken apart into fields, such as one with a stray quote.</summary>
    /// <param name="row">The number of the row.</param>
    public void ReportMalformed(int row) => Doubt(row, [], TableIssues.NoRow(Origin(row), _table, new Term("row.quotes")));

    /// <summary>The text itself where it cannot be read, for whoever tells of it.</summary>
    private FactValue ValueOf(string field, ValueKind kind) =>
        FactText.TryRead(kind, field, _decimalComma, out var value) == ReadFault.None ? value : field.Trim();

    private void Doubt(int row, KeyValuePair<string, FactValue>[] cells, DataIssue why)
    {
        _builder.Report(why);
        _builder.AddTableRowInDoubt(_table, cells, new RowOrigin(_source, row));
    }

    private string Origin(int row) => new RowOrigin(_source, row).Written!;

    private string Origin(int row, int column) => new RowOrigin(_source, row, column + 1).Written!;
}
