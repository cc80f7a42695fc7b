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
        new BoundList<T, TRow>(list.Name, _rows, check.Bind(_map.Fields, list.Fields, $"the records '{list.Name}' have no field"));
}

internal abstract class BoundList<T>(string name)
{
    public string Name => name;

    public abstract void AddTo(FactSink sink, T item, string subject, Period period, RowOrigin origin);
}

internal sealed class BoundList<T, TRow>(string list, Func<T, IEnumerable<TRow>?> rows, BoundFact<TRow>[] fields) : BoundList<T>(list)
{
    public override void AddTo(FactSink sink, T item, string subject, Period period, RowOrigin origin)
    {
        if (rows(item) is not { } given)
            return;
        sink.Builder.AddRecords(Name);
        foreach (var row in given)
        {
            // a row that is null is a record without any field
            var values = row is null ? [] : fields.Select(field => new KeyValuePair<string, FactValue>(field.Fact.Name, field.Get(row))).ToArray();
            foreach (var value in values)
            {
                if (value.Value.Unrepresentable is { } written)
                    sink.Builder.Report(DataIssues.Unrepresentable(origin.Written, subject, period, value.Key, written));
            }

            sink.Builder.AddRecord(subject, period, Name, values);
        }
    }
}
