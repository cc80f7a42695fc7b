// Lists: their entries in order, with a word on how many there may be.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <summary>A list whose entries are read when they are first asked for: of too many, nothing need be said.</summary>
internal sealed class ReadList<T>(JsonArray json, PropertyType<T> type, ValueName name, ObjectReader reader, bool hasGoodLength)
{
    private IReadOnlyList<T?>? _items;

    public JsonArray Json => json;

    /// <summary>Whether there are neither too few nor too many.</summary>
    public bool HasGoodLength => hasGoodLength;

    /// <summary>In their order; null where one was reported.</summary>
    public IReadOnlyList<T?> Items => _items ??= json.Items.Select(entry => type.Read(entry, name.Entry(), reader)).ToList();

    /// <summary>Whether an entry was reported.</summary>
    public bool HasFault => Items.Any(item => item is null);
}

/// <param name="least">How many entries there must be; a list with fewer is reported.</param>
/// <param name="most">How many there may be; null for any number.</param>
/// <param name="count">The fault of a list with fewer or more entries; null where there may be any number.</param>
internal sealed class ListType<T>(PropertyType<T> item, int least = 0, int? most = null, Func<JsonArray, Diagnostic>? count = null)
    : PropertyType<ReadList<T>>
{
    public override bool Fits(JsonValue value) => value is JsonArray;

    public override ReadList<T>? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonArray>(value, name, "json.array") is not { } array)
            return null;
        var hasGoodLength = count is null || !(array.Items.Count < least || array.Items.Count > most);
        if (!hasGoodLength)
            reader.Diagnostics.Add(count!(array));
        return new ReadList<T>(array, item, name, reader, hasGoodLength);
    }

    public override void Check(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonArray>(value, name, "json.array") is not { } array)
            return;
        foreach (var entry in array.Items)
            item.Check(entry, name.Entry(), reader);
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.List(item, least, most);
}
