// Collects facts for a dataset.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace KpiRules.Facts;

/// <summary>
/// Collects facts for a <see cref="Dataset"/>. The same fact given twice with the same value is one; with two values it
/// counts as not given, and an issue says so. Not safe for threads.
/// </summary>
public sealed class DatasetBuilder
{
    private readonly Dictionary<Period, FactTableBuilder> _tables = [];
    private readonly FactTableBuilder _own;
    private readonly List<DataIssue> _issues = [];
    private readonly Dictionary<(string List, Period Period), RecordTable.Builder> _records = [];
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);
    private readonly LeftOutRecords _leftOut = new();
    private readonly GivenRowsBuilder _given = new();
    private Period? _completeFrom;

    /// <summary>How much has been reported so far.</summary>
    internal int IssueCount => _issues.Count;

    internal DatasetBuilder() => _own = new FactTableBuilder(null, _issues);

    /// <summary>Adds facts of a subject in a period; none at all still places the subject in the period.</summary>
    /// <exception cref="FormatException">The period cannot be read.</exception>
    /// <exception cref="ArgumentException">The subject's id is null or empty.</exception>
    public DatasetBuilder Add(string subject, string period, params (string Fact, FactValue Value)[] facts) =>
        Add(subject, Period.Parse(period), facts.Select(fact => new KeyValuePair<string, FactValue>(fact.Fact, fact.Value)));

    /// <summary>Adds facts of a subject in a period; none at all still places the subject in the period.</summary>
    /// <exception cref="ArgumentException">The subject's id is null or empty.</exception>
    [OverloadResolutionPriority(1)] // a collection expression fits the other overload too
    public DatasetBuilder Add(string subject, Period period, IEnumerable<KeyValuePair<string, FactValue>> facts) =>
        Add(subject, period, facts, default);

    /// <summary>Adds facts of a subject that belong to no period: they hold where no period up to then gives another value.</summary>
    /// <exception cref="ArgumentException">The subject's id is null or empty.</exception>
    public DatasetBuilder AddSubject(string subject, params (string Fact, FactValue Value)[] facts) =>
        AddSubject(subject, facts.Select(fact => new KeyValuePair<string, FactValue>(fact.Fact, fact.Value)), default);

    /// <summary>Adds facts of a subject in a period; none at all still places the subject in the period.</summary>
    /// <exception cref="ArgumentException">The subject's id is null or empty.</exception>
    public DatasetBuilder Add(string subject, Period period, params (string Fact, FactValue Value)[] facts) =>
        Add(subject, period, facts.Select(fact => new KeyValuePair<string, FactValue>(fact.Fact, fact.Value)));

    internal DatasetBuilder Add(string subject, Period period, IEnumerable<KeyValuePair<string, FactValue>> facts, RowOrigin origin)
    {
        AddTo(TableOf(period), subject, facts ?? throw new ArgumentNullException(nameof(facts)), origin);
        return this;
    }

    /// <summary>As <see cref="Add(string, Period, IEnumerable{KeyValuePair{string, FactValue}}, RowOrigin)"/>, by a day where one is
    /// known: what counts as of a record's day is kept with the day, and all else with the period.</summary>
    internal DatasetBuilder Add(
        string subject, Period period, Period? day, IEnumerable<KeyValuePair<string, FactValue>> facts,
        IReadOnlyDictionary<string, FactDefinition> known, RowOrigin origin)
    {
        if (day is not { } one)
            return Add(subject, period, facts, origin);
        var byDay = facts.ToLookup(fact => known.TryGetValue(fact.Key, out var definition) && definition.IsAsOfRecord);
        if (byDay[true].Any())
            Add(subject, one, byDay[true], origin);
        return byDay[false].Any() || !byDay[true].Any() ? Add(subject, period, byDay[false], origin) : this;
    }

    internal void AddUnusable(string subject, Period? period, string fact) =>
        (period is { } given ? TableOf(given) : _own).AddUnusable(subject, fact);

    private FactTableBuilder TableOf(Period period)
    {
        if (!_tables.TryGetValue(period, out var table))
            _tables.Add(period, table = new FactTableBuilder(period, _issues));
        return table;
    }

    internal DatasetBuilder AddSubject(string subject, IEnumerable<KeyValuePair<string, FactValue>> facts, RowOrigin origin)
    {
        AddTo(_own, subject, facts, origin);
        return this;
    }

    /// <summary>Adds a record of a subject in a period: a row of the list of that name.</summary>
    /// <exception cref="FormatException">The period cannot be read.</exception>
    /// <exception cref="ArgumentException">The subject's id is null or empty.</exception>
    public DatasetBuilder AddRecord(string subject, string period, string list, params (string Field, FactValue Value)[] fields) =>
        AddRecord(
            subject, Period.Parse(period), list, fields.Select(field => new KeyValuePair<string, FactValue>(field.Field, field.Value)));

    /// <summary>Adds a record of a subject in a period: a row of the list of that name.</summary>
    /// <exception cref="ArgumentException">The subject's id is null or empty.</exception>
    public DatasetBuilder AddRecord(string subject, Period period, string list, IEnumerable<KeyValuePair<string, FactValue>> fields)
    {
        var given = (fields ?? throw new ArgumentNullException(nameof(fields))).ToList();
        foreach (var field in given)
        {
            if (field.Value.Unrepresentable is { } written)
                _issues.Add(DataIssues.Unrepresentable(null, subject, period, field.Key, written));
        }

        return AddRecord(subject, period, list, given, default);
    }

    /// <param name="fields">What nobody can read has been reported.</param>
    internal DatasetBuilder AddRecord(
        string subject, Period period, string list, IEnumerable<KeyValuePair<string, FactValue>> fields, RowOrigin origin)
    {
        if (string.IsNullOrEmpty(subject))
            throw new ArgumentException("A subject needs an id.", nameof(subject));
        AddRecords(list);
        // what is deferred is no fact of the period
        if (!OpeningList.Is(list))
            TableOf(period).AddRecord(subject, origin);
        if (!_records.TryGetValue((list, period), out var table))
            _records.Add((list, period), table = new RecordTable.Builder());
        table.Add(subject, fields ?? throw new ArgumentNullException(nameof(fields)));
        return this;
    }

    /// <summary>
    /// States that the dataset has a list of records, be it without any: a subject without rows then has none of them,
    /// while a list that the dataset has not is not available.
    /// </summary>
    public DatasetBuilder AddRecords(string list)
    {
        _lists.Add(list ?? throw new ArgumentNullException(nameof(list)));
        return this;
    }

    /// <summary>
    /// States that the dataset has the rows of a table, be it without any: a search in it then finds none, while one in a table that
    /// the dataset has not is not available.
    /// </summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="period">The period for which they hold, and until a later one has rows of its own; null for those that hold
    /// before any period has.</param>
    public DatasetBuilder AddTable(string table, Period? period = null)
    {
        _given.Add(table ?? throw new ArgumentNullException(nameof(table)), period);
        return this;
    }

    /// <summary>Adds a row of a table without a period.</summary>
    public DatasetBuilder AddTableRow(string table, params (string Column, FactValue Value)[] row) => AddTableRow(table, null, Named(row));

    /// <summary>Adds a row of a table for a period.</summary>
    /// <exception cref="FormatException">The period cannot be read.</exception>
    public DatasetBuilder AddTableRow(string table, string period, params (string Column, FactValue Value)[] row) =>
        AddTableRow(table, Period.Parse(period), Named(row));

    /// <summary>Adds a row of a table.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="period">The period for which it holds; null for none. See <see cref="AddTable"/>.</param>
    /// <param name="row">The keys and values by their names; a text is read as the type the ruleset says, a number such as <c>3%</c>
    /// too.</param>
    /// <param name="source">Where the row comes from, for issues: usually the name of a file. Null: issues tell its number among the
    /// rows.</param>
    /// <param name="line">Which line of the source, from 1.</param>
    public DatasetBuilder AddTableRow(
        string table, Period? period, IEnumerable<KeyValuePair<string, FactValue>> row, string? source = null, int line = 0) =>
        AddTableRow(table, period, row ?? throw new ArgumentNullException(nameof(row)), new RowOrigin(source, line));

    internal DatasetBuilder AddTableRow(
        string table, Period? period, IEnumerable<KeyValuePair<string, FactValue>> row, RowOrigin origin)
    {
        AddTable(table, period);
        _given.Add(table, period, new GivenRow(row.ToArray(), origin));
        return this;
    }

    /// <summary>Adds a row that could not be read whole: what it could decide, in whatever period, is not available.</summary>
    internal void AddTableRowInDoubt(string table, IEnumerable<KeyValuePair<string, FactValue>> row, RowOrigin origin) =>
        _given.AddInDoubt(table, new GivenRow(row.ToArray(), origin, IsInDoubt: true));

    /// <summary>
    /// Adds the rows of those tables of another dataset that this one does not give itself. Nothing is copied: rows that many
    /// datasets share, such as those of a stream's subjects, are made ready to be searched once.
    /// </summary>
    public DatasetBuilder AddTables(Dataset other)
    {
        _given.Add((other ?? throw new ArgumentNullException(nameof(other))).Tables);
        return this;
    }

    private static IEnumerable<KeyValuePair<string, FactValue>> Named((string Column, FactValue Value)[] row) =>
        row.Select(cell => new KeyValuePair<string, FactValue>(cell.Column, cell.Value));

    /// <summary>
    /// States from which period on the facts are complete. Unless stated, they are from the earliest period that has any.
    /// What would reach further back, such as a year to date, is not available, so that a forgotten history never counts as none.
    /// </summary>
    /// <exception cref="FormatException">The period cannot be read.</exception>
    public DatasetBuilder CompleteFrom(string period) => CompleteFrom(Period.Parse(period));

    /// <summary>States from which period on the facts are complete; see <see cref="CompleteFrom(string)"/>.</summary>
    public DatasetBuilder CompleteFrom(Period period)
    {
        _completeFrom = period;
        return this;
    }

    internal void Report(DataIssue issue) => _issues.Add(issue);

    /// <summary>Notes a record that an item of another period has brought.</summary>
    internal void LeaveOut(string list, string subject, Period period, RowOrigin origin) => _leftOut.Add(list, subject, period, origin);

    internal Dataset Build() => new(
        _tables.ToDictionary(table => table.Key, table => table.Value.Build()),
        _own.Build(),
        _records.ToDictionary(table => table.Key, table => table.Value.Build()),
        _lists,
        _given.Build(),
        _completeFrom,
        [.. _issues, .. SubjectIds.Check([.. _tables.Values, _own]), .. _leftOut.Check(_tables)]);

    private static void AddTo(FactTableBuilder table, string subject, IEnumerable<KeyValuePair<string, FactValue>> facts, RowOrigin origin)
    {
        if (string.IsNullOrEmpty(subject))
            throw new ArgumentException("A subject needs an id.", nameof(subject));
        var row = table.AddRow(subject, origin);
        foreach (var fact in facts)
            table.Add(row, fact.Key, fact.Value, origin);
    }
}
