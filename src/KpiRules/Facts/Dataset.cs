// The facts of many subjects in many periods, in columns.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>
/// Facts of many subjects in many periods. Immutable; safe to share between threads. In whatever order facts were added,
/// the same facts make the same dataset.
/// </summary>
public sealed class Dataset
{
    private const int Months = 12;

    private readonly Dictionary<Period, FactTable> _tables;

    private readonly Dictionary<(string List, Period Period), RecordTable> _records;

    /// <summary>Found when first asked for, by the longest kind of period and the month in which the year begins.</summary>
    private readonly IReadOnlyDictionary<string, int>?[] _firstDays =
        new IReadOnlyDictionary<string, int>?[((int)PeriodKind.Year + 1) * (Months + 1)];

    private Dataset? _whole;
    private DatedFacts? _withoutDated;

    internal Dataset(
        Dictionary<Period, FactTable> tables,
        FactTable own,
        Dictionary<(string List, Period Period), RecordTable> records,
        HashSet<string> lists,
        GivenTableRows given,
        Period? completeFrom,
        IReadOnlyList<DataIssue> issues)
    {
        Tables = given;
        _records = records;
        Lists = lists;
        _tables = tables;
        CompleteFrom = completeFrom;
        Own = own;
        Issues = new List<DataIssue>(issues).AsReadOnly();
        Subjects = tables.Values.SelectMany(table => table.Subjects).Concat(own.Subjects)
            .Concat(records.Where(table => OpeningList.Is(table.Key.List)).SelectMany(table => table.Value.Subjects))
            .Distinct().OrderBy(subject => subject, StringComparer.Ordinal).ToList().AsReadOnly();
        Periods = tables.Keys.OrderBy(period => period).ToList().AsReadOnly();
    }

    /// <summary>The periods for which any facts are given, by kind and then from the earliest on.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>
    /// The period from which on the facts are complete, as whoever put them together said; null: from the earliest that
    /// has any. What would reach further back, such as a year to date, is not available.
    /// </summary>
    public Period? CompleteFrom { get; }

    /// <summary>The ids of all subjects, in ordinal order.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>The ids of the subjects that have facts which belong to no period, in ordinal order.</summary>
    public IReadOnlyList<string> SubjectsOfNoPeriod => Own.Subjects;

    /// <summary>What was wrong when the facts were put together or read.</summary>
    public IReadOnlyList<DataIssue> Issues { get; }

    /// <summary>Facts of subjects that belong to no period: an attribute's value where no period gives one.</summary>
    internal FactTable Own { get; }

    /// <summary>The names of the lists of records there are, be they empty.</summary>
    internal HashSet<string> Lists { get; }

    /// <summary>The rows of tables.</summary>
    internal GivenTableRows Tables { get; }

    /// <summary>Puts a dataset together.</summary>
    /// <param name="build">Adds the facts; called once, at once.</param>
    public static Dataset Build(Action<DatasetBuilder> build)
    {
        if (build is null)
            throw new ArgumentNullException(nameof(build));
        var builder = new DatasetBuilder();
        build(builder);
        return builder.Build();
    }

    /// <summary>The dataset with all that was given by day; itself, but for one that was made without.</summary>
    internal Dataset Whole => _whole ?? this;

    /// <summary>The same without what is given for parts of a policy's periods for some attributes; remembered for the next time.</summary>
    internal Dataset WithoutDated(IReadOnlyList<string> names, PeriodKind kind)
    {
        if (names.Count == 0)
            return this;
        var known = _withoutDated;
        if (known is null || known.Kind != kind || !known.Names.SequenceEqual(names))
            _withoutDated = known = DatedFacts.LeftOut(this, names, kind);
        return known.Dataset;
    }

    internal Dataset With(Dictionary<Period, FactTable> tables) =>
        new(tables, Own, _records, Lists, Tables, CompleteFrom, Issues) { _whole = this };

    /// <summary>The same facts but for those of a subject in a period.</summary>
    /// <param name="values">By fact; no value takes one away.</param>
    /// <param name="more">What there is more of each list; null for nothing.</param>
    internal Dataset With(
        string subject, Period period, IReadOnlyDictionary<string, FactValue> values,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<KeyValuePair<string, FactValue>>>>? more = null)
    {
        var records = more ?? new Dictionary<string, IReadOnlyList<IReadOnlyList<KeyValuePair<string, FactValue>>>>();
        var tables = new Dictionary<Period, FactTable>(_tables);
        var lists = new Dictionary<(string List, Period Period), RecordTable>(_records);
        tables[period] = TableOf(period).With(subject, values, records.Keys.Any(list => !OpeningList.Is(list)));
        foreach (var list in records)
            lists[(list.Key, period)] = RecordsOf(list.Key, period).With(subject, list.Value);
        return new Dataset(
            tables, Own, lists, new HashSet<string>(Lists.Concat(records.Keys), StringComparer.Ordinal), Tables, CompleteFrom, Issues);
    }

    /// <summary>
    /// The facts of one subject alone, where a policy that looks at nobody else gives it the same results in a period; else all. What
    /// others have says from when the facts are complete, and of what lengths there are periods.
    /// </summary>
    internal Dataset For(string subject, Period period)
    {
        var withFacts = Periods.Where(one => TableOf(one).HasAnyFacts).ToList();
        return withFacts.Count == 0 || Periods.Any(one => one.Kind != period.Kind || one.IsFiscal != period.IsFiscal)
            ? this
            : new Dataset(
                _tables.ToDictionary(table => table.Key, table => table.Value.Only(subject)),
                Own,
                _records,
                Lists,
                Tables,
                CompleteFrom ?? withFacts[0],
                Issues);
    }

    /// <summary>The ids of the subjects that have facts in the period, in ordinal order; empty for a period without.</summary>
    public IReadOnlyList<string> SubjectsIn(Period period) => TableOf(period).Subjects;

    internal FactTable TableOf(Period period) => _tables.TryGetValue(period, out var table) ? table : FactTable.Empty;

    internal RecordTable RecordsOf(string list, Period period) =>
        _records.TryGetValue((list, period), out var table) ? table : RecordTable.Empty;

    /// <summary>The periods for which a list has rows.</summary>
    internal IEnumerable<Period> PeriodsOf(string list) =>
        _records.Keys.Where(key => key.List == list).Select(key => key.Period).OrderBy(period => period);

    /// <summary>The first day of the first period, no longer than a kind, in which each subject has any facts.</summary>
    internal IReadOnlyDictionary<string, int> FirstDays(PeriodKind longest, int fiscalYearStart)
    {
        var index = (int)longest * (Months + 1) + fiscalYearStart;
        if (_firstDays[index] is { } known)
            return known;
        var days = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (day, table) in Periods.Where(period => period.Kind <= longest)
            .Select(period => (period.StartDayNumber(fiscalYearStart), TableOf(period))).OrderBy(period => period.Item1))
        {
            for (var row = 0; row < table.Subjects.Count; row++)
            {
                var subject = table.Subjects[row];
                if (!days.ContainsKey(subject) && table.HasFacts(row))
                    days.Add(subject, day);
            }
        }

        return _firstDays[index] = days;
    }

    /// <summary>The first day from which on the facts are complete; null where no period up to that length has any.</summary>
    internal int? FirstCompleteDay(PeriodKind longest, int fiscalYearStart)
    {
        if (CompleteFrom is { } stated)
            return stated.StartDayNumber(fiscalYearStart);
        var days = Periods.Where(period => period.Kind <= longest && TableOf(period).HasAnyFacts)
            .Select(period => period.StartDayNumber(fiscalYearStart)).ToList();
        return days.Count == 0 ? null : days.Min();
    }
}
