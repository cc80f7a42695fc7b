// A collection of records in an item: bound to a policy's list, it adds them to a dataset.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <param name="name">As the ruleset calls it; null to find it by the member's name.</param>
/// <param name="member">The property, where there is one.</param>
/// <param name="isOptional">Whether a policy without it is served.</param>
internal abstract class MappedList<T>(string? name, string? member, bool isOptional)
{
    public string? Name => name;

    public string? Member => member;

    public bool IsOptional => isOptional;

    public string Shown => name ?? member!;

    /// <summary>Whether nothing says of which period a record is.</summary>
    public abstract bool NeedsDate { get; }

    public abstract BoundList<T> Bind(MapCheck check, RecordDefinition list);
}

internal sealed class MappedList<T, TRow> : MappedList<T>
{
    private readonly Func<T, IEnumerable<TRow>?> _rows;
    private readonly RecordMap<TRow> _map;

    /// <exception cref="ArgumentException">There are no fields.</exception>
    public MappedList(string? name, string? member, bool isOptional, Func<T, IEnumerable<TRow>?> rows, RecordMap<TRow> map)
        : base(name, member, isOptional)
    {
        (_rows, _map) = (rows, map);
        if (map.Fields.Count == 0)
            throw new ArgumentException($"the records '{Shown}' have no field: it takes [Field] on a property, or Field(…)");
    }

    public override BoundList<T> Bind(MapCheck check, RecordDefinition list) =>
        new BoundList<T, TRow>(
            list.Name,
            _rows,
            check.Bind(_map.Fields, list.Fields, $"the records '{list.Name}' have no field"),
            _map.DateOf is null ? null : new RecordDate<TRow>(_map.DateOf, check.Policy));

    public override bool NeedsDate => _map.DateOf is null && !_map.IsInPeriod;
}

internal abstract class BoundList<T>(string name)
{
    public string Name => name;

    /// <summary>Whether each record says of which period it is.</summary>
    public abstract bool IsDated { get; }

    /// <param name="period">The period of the item; null only where records are dated: each then counts in its own.</param>
    public abstract void AddTo(FactSink sink, T item, string subject, Period? period, RowOrigin origin);
}

/// <param name="date">Null where records are of the item's period.</param>
internal sealed class BoundList<T, TRow>(string list, Func<T, IEnumerable<TRow>?> rows, BoundFact<TRow>[] fields, RecordDate<TRow>? date)
    : BoundList<T>(list)
{
    public override bool IsDated => date is not null;

    public override void AddTo(FactSink sink, T item, string subject, Period? period, RowOrigin origin)
    {
        if (rows(item) is not { } given)
            return;
        sink.Builder.AddRecords(Name);
        foreach (var row in given)
        {
            if ((date is null ? period : date.PeriodOf(row, period, sink, subject, Name, origin)) is not { } of)
                continue;
            // a row that is null is a record without any field
            var values = row is null
                ? []
                : fields.Select(field => new KeyValuePair<string, FactValue>(field.Fact.Name, field.Get(row))).ToArray();
            foreach (var value in values)
            {
                if (value.Value.Unrepresentable is { } written)
                    sink.Builder.Report(DataIssues.Unrepresentable(origin.Written, subject, of, value.Key, written));
            }

            sink.Builder.AddRecord(subject, of, Name, date is null || row is null ? values : date.Beside(values, row), origin);
        }
    }
}
