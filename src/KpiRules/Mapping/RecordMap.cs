// What of a host's own type are the fields of a record.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <summary>
/// Says how the fields of a record stand in a type of the host's. Not safe for threads while it is put together, safe to
/// share afterwards.
/// </summary>
/// <typeparam name="TRow">The type of a record.</typeparam>
public sealed class RecordMap<TRow>
{
    private readonly List<MappedFact<TRow>> _fields = [];

    internal RecordMap()
    {
    }

    internal IReadOnlyList<MappedFact<TRow>> Fields => _fields;

    /// <summary>Null where records say no date.</summary>
    internal Func<TRow, FactValue>? DateOf { get; private set; }

    /// <summary>Whether the host has said that all records of an item are of the item's period.</summary>
    internal bool IsInPeriod { get; private set; }

    /// <summary>
    /// Where the day of a record is: it counts in the policy's period that holds it, whatever else an item brings along. An item
    /// of a period takes its own records only; the others come with the items of theirs.
    /// </summary>
    /// <param name="date">Gives a day, or its text, as <c>2026-03-31</c> with or without a time of day; a record without one is
    /// left out, as an issue of the data.</param>
    /// <exception cref="ArgumentException">The map has a date already.</exception>
    public RecordMap<TRow> Date(Func<TRow, FactValue> date)
    {
        DateOf = DateOf is null
            ? date ?? throw new ArgumentNullException(nameof(date))
            : throw new ArgumentException($"The map of {typeof(TRow).Name} already has a date.");
        return this;
    }

    /// <summary>States that all records of an item are of the item's period, so that they need no date and no warning.</summary>
    public RecordMap<TRow> InPeriod()
    {
        IsInPeriod = true;
        return this;
    }

    /// <summary>Where a field is: whatever <see cref="FactValue"/> converts from. No value is a field that is not given.</summary>
    /// <param name="name">The name in the ruleset.</param>
    /// <param name="value">Gives the value of a record; what it throws goes to the caller.</param>
    /// <param name="optional">Whether policies without such a field are served all the same, without it. Otherwise they refuse
    /// the map.</param>
    /// <exception cref="ArgumentException">The name is blank, or the map has the field already.</exception>
    public RecordMap<TRow> Field(string name, Func<TRow, FactValue> value, bool optional = false) =>
        Add(new MappedFact<TRow>(
            name ?? throw new ArgumentNullException(nameof(name)),
            null,
            FactRole.Field,
            null,
            optional,
            value ?? throw new ArgumentNullException(nameof(value))));

    /// <summary>Where a field is: a text, which is the name of the enum's value.</summary>
    /// <inheritdoc cref="Field(string, Func{TRow, FactValue}, bool)"/>
    public RecordMap<TRow> Field<TEnum>(string name, Func<TRow, TEnum> value, bool optional = false)
        where TEnum : struct, Enum =>
        Add(new MappedFact<TRow>(
            name ?? throw new ArgumentNullException(nameof(name)),
            null,
            FactRole.Field,
            ValueKind.Text,
            optional,
            EnumText.Of(value ?? throw new ArgumentNullException(nameof(value)))));

    /// <summary>Where a field is: a text, which is the name of the enum's value; null is not given.</summary>
    /// <inheritdoc cref="Field(string, Func{TRow, FactValue}, bool)"/>
    public RecordMap<TRow> Field<TEnum>(string name, Func<TRow, TEnum?> value, bool optional = false)
        where TEnum : struct, Enum =>
        Add(new MappedFact<TRow>(
            name ?? throw new ArgumentNullException(nameof(name)),
            null,
            FactRole.Field,
            ValueKind.Text,
            optional,
            EnumText.Of(value ?? throw new ArgumentNullException(nameof(value)))));

    internal RecordMap<TRow> Add(MappedFact<TRow> field)
    {
        if (string.IsNullOrWhiteSpace(field.Shown))
            throw new ArgumentException("A field needs a name.");
        if (_fields.Any(other => other.Shown == field.Shown))
            throw new ArgumentException($"The map of {typeof(TRow).Name} already has a field '{field.Shown}'.");
        _fields.Add(field);
        return this;
    }
}
