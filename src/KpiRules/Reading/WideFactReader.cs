// Takes rows of text, one a subject and period with a column a fact, and adds them to a dataset; what is bad is reported.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Source;

namespace KpiRules.Reading;

/// <summary>
/// Reads facts from rows of text such as a CSV file or a spreadsheet has: the columns <c>subject</c> and <c>period</c> (in any case, or
/// by a usual title, such as <c>姓名</c> and <c>月份</c>), then measures, attributes and <c>&lt;kpi&gt;.target</c>, by id or by title.
/// Without a column for the period the rows are about subjects as such, and give attributes only. A day in it stands for the policy's
/// period that holds it. Numbers and days may stand as spreadsheets show them (<c>￥1,234.50</c>, <c>2026/3/1</c>). A bad cell or row
/// becomes an issue and does not stop the rest. Not safe for threads.
/// </summary>
public sealed class WideFactReader
{
    /// <summary>The name of the column that holds the subject's id.</summary>
    public const string SubjectColumn = "subject";

    /// <summary>The name of the column that holds the period.</summary>
    public const string PeriodColumn = "period";

    /// <summary>
    /// The titles under which the column of the subject's id is found, in any case; the earlier goes first. One that is a fact's is that
    /// fact's.
    /// </summary>
    public static IReadOnlyList<string> SubjectTitles => UsualTitles.Subject;

    /// <summary>The titles under which the column of the period is found, as <see cref="SubjectTitles"/>.</summary>
    public static IReadOnlyList<string> PeriodTitles => UsualTitles.Period;

    private readonly DatasetBuilder _builder;
    private readonly string _source;
    private readonly List<string> _names;
    private readonly int _subject;
    private readonly int _period;
    private readonly bool _decimalComma;
    private readonly Func<DateTime, Period> _periodOf;
    private readonly IReadOnlyDictionary<string, FactDefinition> _known;
    private readonly List<(int Column, FactDefinition Fact)> _facts = [];

    /// <summary>Makes a reader for rows under a header; columns that nothing can use are reported once.</summary>
    /// <param name="builder">Where the facts go.</param>
    /// <param name="policy">Whose facts they are.</param>
    /// <param name="source">What to call the rows in issues, usually a file name.</param>
    /// <param name="header">The names of the columns; blanks around a name do not matter.</param>
    /// <param name="headerRow">The number of the header's row, for issues.</param>
    /// <param name="decimalComma">Whether a comma is the decimal point, and points divide thousands.</param>
    public WideFactReader(
        DatasetBuilder builder, Policy policy, string source, IReadOnlyList<string> header, int headerRow = 1, bool decimalComma = false)
    {
        _builder = builder ?? throw new ArgumentNullException(nameof(builder));
        _source = source ?? throw new ArgumentNullException(nameof(source));
        var written = (header ?? throw new ArgumentNullException(nameof(header))).Select(name => name.Trim()).ToList();
        var byName = _known = (policy ?? throw new ArgumentNullException(nameof(policy))).FactsByName;
        _decimalComma = decimalComma;
        var titles = ColumnTitles.OfFacts(policy);
        _subject = UsualTitles.Find(written, UsualTitles.Subject, name => titles.IdOf(name) is not null);
        _period = UsualTitles.Find(written, UsualTitles.Period, name => titles.IdOf(name) is not null);
        _names = written.Select(name => titles.IdOf(name) ?? name).ToList();
        _periodOf = policy.PeriodOf;
        var columns = new HeaderNames(_names, byName.Keys);
        for (var column = 0; column < _names.Count; column++)
        {
            if (column == _subject || column == _period)
                continue;
            var name = _names[column];
            if (columns.IsRepeated(column))
                _builder.Report(DataIssues.ColumnTwice(Origin(headerRow, column), name));
            else if (!byName.TryGetValue(name, out var fact))
                _builder.Report(DataIssues.Unusable(name, () => columns.Closest(name), Origin(headerRow, column)));
            else if (HasPeriod || fact.Role == FactRole.Attribute)
                _facts.Add((column, fact));
            else
                _builder.Report(DataIssues.NeedsPeriod(fact.Name, Origin(headerRow, column)));
        }

        LineBreaks.Report(builder, source, _names, headerRow, header);
    }

    /// <summary>
    /// Whether names could stand above columns of facts or records: one is that of the subject's id, and one of the period or a day. What
    /// stands above such a row in a file is a title of the whole.
    /// </summary>
    /// <param name="names">What stands in a row.</param>
    public static bool IsHeader(IReadOnlyList<string> names)
    {
        var trimmed = (names ?? throw new ArgumentNullException(nameof(names))).Select(name => name.Trim()).ToList();
        return UsualTitles.Find(trimmed, UsualTitles.Subject) >= 0
            && (UsualTitles.Find(trimmed, UsualTitles.Period) >= 0 || UsualTitles.Find(trimmed, UsualTitles.Day) >= 0);
    }

    /// <summary>Whether there is a column for the subject's id; without one no row can be read.</summary>
    public bool HasSubject => _subject >= 0;

    /// <summary>Whether there is a column for the period.</summary>
    public bool HasPeriod => _period >= 0;

    /// <summary>Adds one row to the dataset.</summary>
    /// <param name="row">The number of the row, for issues; the header is usually row 1.</param>
    /// <param name="fields">As many fields as the header has; blank is not given.</param>
    public void Read(int row, IReadOnlyList<string?> fields)
    {
        if (fields.Count != _names.Count || !HasSubject)
        {
            _builder.Report(DataIssues.RowShape(Origin(row).Written!, fields.Count, _names.Count));
            return;
        }

        LineBreaks.Report(_builder, _source, _names, row, fields);
        var subject = fields[_subject]?.Trim() ?? "";
        if (subject.Length == 0)
        {
            _builder.Report(DataIssues.NoSubject(Origin(row, _subject)));
            return;
        }

        if (!HasPeriod)
        {
            _builder.AddSubject(subject, Values(row, fields, subject, null, null), Origin(row));
            return;
        }

        var written = fields[_period]?.Trim() ?? "";
        if (CellDay.ReadPeriod(written, _periodOf) is { } period)
        {
            var day = CellDay.DayIn(written);
            _builder.Add(subject, period, day, Values(row, fields, subject, period, day).ToList(), _known, Origin(row));
        }
        else
        {
            _builder.Report(DataIssues.BadPeriod(Origin(row, _period), subject, written));
        }
    }

    /// <summary>Reports a row that could not be taken apart into fields, such as one with a stray quote; it is left out.</summary>
    /// <param name="row">The number of the row.</param>
    public void ReportMalformed(int row) => _builder.Report(DataIssues.Malformed(Origin(row).Written!));

    private IEnumerable<KeyValuePair<string, FactValue>> Values(
        int row, IReadOnlyList<string?> fields, string subject, Period? period, Period? day)
    {
        foreach (var (column, fact) in _facts)
        {
            var fault = FactText.TryRead(fact.Kind, fields[column], _decimalComma, out var value);
            if (fault == ReadFault.None)
            {
                yield return new(fact.Name, value);
                continue;
            }

            _builder.Report(DataIssues.Unreadable(Origin(row, column), subject, period, fact, fields[column]!.Trim(), fault));
            _builder.AddUnusable(
                subject, fact.IsAsOfRecord ? day ?? period : period, fact.Name);
        }
    }

    private RowOrigin Origin(int row) => new(_source, row);

    private string Origin(int row, int column) => new RowOrigin(_source, row, column + 1).Written!;
}
