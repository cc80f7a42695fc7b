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
    private readonly Dictionary<Period, FactTable> _tables;

    internal Dataset(Dictionary<Period, FactTable> tables, FactTable own, IReadOnlyList<DataIssue> issues)
    {
        _tables = tables;
        Own = own;
        Issues = new List<DataIssue>(issues).AsReadOnly();
        Subjects = tables.Values.SelectMany(table => table.Subjects).Concat(own.Subjects)
            .Distinct().OrderBy(subject => subject, StringComparer.Ordinal).ToList().AsReadOnly();
        Periods = tables.Keys.OrderBy(period => period).ToList().AsReadOnly();
    }

    /// <summary>The periods for which any facts are given, by kind and then from the earliest on.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>The ids of all subjects, in ordinal order.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>What was wrong when the facts were put together or read.</summary>
    public IReadOnlyList<DataIssue> Issues { get; }

    /// <summary>Facts of subjects that belong to no period: an attribute's value where no period gives one.</summary>
    internal FactTable Own { get; }

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

    /// <summary>The ids of the subjects that have facts in the period, in ordinal order; empty for a period without.</summary>
    public IReadOnlyList<string> SubjectsIn(Period period) => TableOf(period).Subjects;

    internal FactTable TableOf(Period period) => _tables.TryGetValue(period, out var table) ? table : FactTable.Empty;

    /// <summary>The tables of earlier periods of the same kind, the latest first.</summary>
    internal IEnumerable<FactTable> TablesBefore(Period period) => Periods
        .Where(earlier => earlier.Kind == period.Kind && earlier.IsFiscal == period.IsFiscal && earlier.CompareTo(period) < 0)
        .Reverse()
        .Select(TableOf);
}
