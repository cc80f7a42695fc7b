// Objects whose property names the author chooses: sections of ids, cases by text, facts by period.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <summary>A map of which nothing but the names is read yet.</summary>
internal sealed record ReadMap<T>(JsonObject Json, IReadOnlyList<MapEntry<T>> Entries);

/// <summary>A name and its value, which is read when it is asked for: what has no good name may say nothing of its value.</summary>
internal sealed class MapEntry<T>(JsonMember member, PropertyType<T> type, ObjectReader reader)
{
    public JsonString Name => member.Name;

    public JsonValue Json => member.Value;

    /// <summary>Null after reporting what is wrong.</summary>
    public T? Read() => type.Read(member.Value, member.Name.Value, reader);
}

/// <param name="whenEmpty">The fault of a map without entries; null where there may be none.</param>
internal sealed class MapType<T>(KeyRole key, PropertyType<T> value, Func<JsonObject, Diagnostic>? whenEmpty = null)
    : PropertyType<ReadMap<T>>
{
    public override bool Fits(JsonValue json) => json is JsonObject;

    public override ReadMap<T>? Read(JsonValue json, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonObject>(json, name, "json.object") is not { } map)
            return null;
        if (map.Members.Count == 0 && whenEmpty is not null)
            reader.Diagnostics.Add(whenEmpty(map));
        return new ReadMap<T>(map, map.Members.Select(member => new MapEntry<T>(member, value, reader)).ToList());
    }

    public override void Check(JsonValue json, ValueName name, ObjectReader reader)
    {
        if (Read(json, name, reader) is not { } map)
            return;
        foreach (var entry in map.Entries)
        {
            if (key == KeyRole.Period && !Period.TryParse(entry.Name.Value, out _))
                reader.Diagnostics.Add(RulesetFaults.BadPeriod(entry.Name.Place, name.Text, entry.Name.Value));
            if (key == KeyRole.Subject && entry.Name.Value.Length == 0)
                reader.Diagnostics.Add(RulesetFaults.BadId(entry.Name.Place, ""));
            value.Check(entry.Json, entry.Name.Value, reader);
        }
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Map(key, value, whenEmpty is not null);
}
