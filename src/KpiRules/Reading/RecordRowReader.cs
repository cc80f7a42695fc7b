// Takes rows of text, one a record, and adds them to a dataset; what is bad is reported.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Source;

namespace KpiRules.Reading;

/// <summary>
/// Reads records from rows of text such as a CSV file has: the columns <c>subject</c> and <c>period</c> or <c>date</c> (in
/// any case), then the fields. A date is placed in the policy's period that holds it, in either column. A bad cell or row becomes
/// an issue and does not stop the rest. Not safe for threads.
/// </summary>
public sealed class RecordRowReader
{
    /// <summary>The name of the column that holds the day of a record.</summary>
    public const string DateColumn = RecordDefinition.Date;

    private readonly DatasetBuilder _builder;
    private readonly RecordDefinition _records;
    private readonly string _source;
    private readonly Func<DateTime, Period> _periodOf;
    private readonly List<string> _names;
    private readonly int _subject;
    private readonly int _period;
    private readonly int _date;
    private readonly bool _decimalComma;
    private readonly List<(int Column, FactDefinition Field)> _fields = [];

    /// <summary>Makes a reader for rows under a header; columns that nothing can use are reported once.</summary>
    /// <param name="builder">Where the records go; the dataset has the list from now on, be it without rows.</param>
    /// <param name="policy">Whose records they are.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="source">What to call the rows in issues, usually a file name.</param>
    /// <param name="header">The names of the columns; blanks around a name do not matter.</param>
    /// <param name="headerRow">The number of the header's row, for issues.</param>
    /// <param name="decimalComma">Whether a comma is the decimal point, and points divide thousands.</param>
    /// <exception cref="ArgumentException">The policy has no such list; the message says which it has.</exception>
    public RecordRowReader(
        DatasetBuilder builder, Policy policy, string list, string source, IReadOnlyList<string> header, int headerRow = 1,
        bool decimalComma = false)
    {
        _builder = builder ?? throw new ArgumentNullException(nameof(builder));
        _source = source ?? throw new ArgumentNullException(nameof(source));
        _records = (policy ?? throw new ArgumentNullException(nameof(policy))).Records.FirstOrDefault(records => records.Name == list)
            ?? throw new ArgumentException($"There are no records '{list}' in ruleset '{policy.Id}'; "
                + $"there are: {string.Join(", ", policy.Records.Select(records => records.Name))}.", nameof(list));
        _periodOf = policy.PeriodOf;
        builder.AddRecords(list);
        var written = (header ?? throw new ArgumentNullException(nameof(header))).Select(name => name.Trim()).ToList();
        _decimalComma = decimalComma;
        var titles = ColumnTitles.OfFields(_records);
        (_subject, _period) = (Column(UsualTitles.Subject), Column(UsualTitles.Period));
        // the field of this name is the day of the record too
        _date = UsualTitles.Find(written, UsualTitles.Day, name => titles.IdOf(name) is { } field && field != DateColumn);
        _names = written.Select(name => titles.IdOf(name) ?? name).ToList();
        var columns = new HeaderNames(_names, _records.FieldNames);
        for (var column = 0; column < _names.Count; column++)
        {
            var name = _names[column];
            if (columns.IsRepeated(column))
                builder.Report(DataIssues.ColumnTwice(Origin(headerRow, column), name));
            else if (_records.IndexOf(name) is >= 0 and var field)
                _fields.Add((column, _records.Fields[field]));
            else if (column != _subject && column != _period && column != _date)
                builder.Report(DataIssues.UnusableField(list, name, () => columns.Closest(name), Origin(headerRow, column)));
        }

        LineBreaks.Report(builder, source, _names, headerRow, header);

        int Column(IReadOnlyList<string> usual) => UsualTitles.Find(written, usual, name => titles.IdOf(name) is not null);
    }

    /// <summary>Whether there is a column for the subject's id; without one no row can be read.</summary>
    public bool HasSubject => _subject >= 0;

    /// <summary>Whether there is a column for the period or the date; without one no row can be read.</summary>
    public bool HasPeriod => _period >= 0 || _date >= 0;

    /// <summary>Adds one record to the dataset.</summary>
    /// <param name="row">The number of the row, for issues; the header is usually row 1.</param>
    /// <param name="fields">As many fields as the header has; blank is not given.</param>
    public void Read(int row, IReadOnlyList<string?> fields)
    {
        if (fields.Count != _names.Count || !HasSubject || !HasPeriod)
        {
            _builder.Report(DataIssues.RowShape(new RowOrigin(_source, row).Written!, fields.Count, _names.Count));
            return;
        }

        LineBreaks.Report(_builder, _source, _names, row, fields);
        var subject = fields[_subject]?.Trim() ?? "";
        var column = _period >= 0 ? _period : _date;
        var written = fields[column]?.Trim() ?? "";
        if (subject.Length == 0)
            _builder.Report(DataIssues.NoSubject(Origin(row, _subject)));
        else if (PeriodOf(written) is { } period)
            _builder.AddRecord(subject, period, _records.Name, Values(row, fields, subject, period).ToList(), new RowOrigin(_source, row));
        else
            _builder.Report(DataIssues.BadPeriod(Origin(row, column), subject, written));
    }

    /// <summary>Reports a row that could not be taken apart into fields, such as one with a stray quote; it is left out.</summary>
    /// <param name="row">The number of the row.</param>
    public void ReportMalformed(int row) => _builder.Report(DataIssues.Malformed(new RowOrigin(_source, row).Written!));

    private Period? PeriodOf(string written)
    {
        if (_period >= 0)
            return CellDay.ReadPeriod(written, _periodOf);
        return CellDay.TryRead(written, out var day) ? PeriodText.Of(DayNumber.ToDate(day), _periodOf) : null;
    }

    private IEnumerable<KeyValuePair<string, FactValue>> Values(int row, IReadOnlyList<string?> fields, string subject, Period period)
    {
        foreach (var (column, field) in _fields)
        {
            var fault = FactText.TryRead(field.Kind, fields[column], _decimalComma, out var value);
            if (fault != ReadFault.None)
            {
                value = FactValue.Unreadable(fields[column]!.Trim());
                _builder.Report(DataIssues.Unreadable(Origin(row, column), subject, period, field, value.Unrepresentable!, fault));
            }

            yield return new(field.Name, value);
        }

        if (_records.IndexOf(DateColumn) < 0)
            yield return new(DateColumn, DayOf(row, fields, subject, period));
    }

    /// <summary>The day of a record: of its own column, else where the period is written as a day; none where neither says it.</summary>
    private FactValue DayOf(int row, IReadOnlyList<string?> fields, string subject, Period period)
    {
        var written = (_date >= 0 ? fields[_date]?.Trim() : null) is { Length: > 0 } own ? own : null;
        if (CellDay.TryRead(written ?? (_period >= 0 ? fields[_period]!.Trim() : ""), out var day))
            return FactValue.OfDay(day);
        if (written is null)
            return default;
        if (_records.Dated.Count > 0)
            _builder.Report(DataIssues.NoDay(Origin(row, _date), subject, period, _records.Name, written));
        return FactValue.Unreadable(written);
    }

    private string Origin(int row, int column) => new RowOrigin(_source, row, column + 1).Written!;
}
