// Takes the object that declares a fact, gives the values it may have and the one that stands in for none.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class FactLimitsReader
{
    public static (decimal? Min, decimal? Max) ReadBounds(ObjectReader reader)
    {
        var (min, max) = (reader.Number("min"), reader.Number("max"));
        if (max?.Value < min?.Value)
            reader.Diagnostics.Add(RulesetFaults.Reversed(max!.Place, "min", "max"));
        return (min?.Value, max?.Value);
    }

    /// <summary>The texts it may have; null for any.</summary>
    public static IReadOnlyList<string>? ReadValues(ObjectReader reader)
    {
        if (reader.Array("values") is not { } json)
            return null;
        if (json.Items.Count == 0)
        {
            reader.Diagnostics.Add(RulesetFaults.NoValues(json.Place));
            return null;
        }

        var values = new List<string>();
        foreach (var value in json.Items.Select(item => reader.As<JsonString>(item, null, "json.text")).OfType<JsonString>())
        {
            if (values.Contains(value.Value))
                reader.Diagnostics.Add(RulesetFaults.ValueTwice(value.Place, value.Value));
            else
                values.Add(value.Value);
        }

        return values.AsReadOnly();
    }

    /// <summary>Reports properties that only facts of another type have.</summary>
    /// <param name="kind">Null where the type could not be read: then nothing is said.</param>
    public static void Refuse(ObjectReader reader, ValueKind? kind, ValueKind needed, params string[] names)
    {
        if (kind == needed)
            return;
        foreach (var name in names.Where(name => reader.Take(name) is not null && kind is not null))
        {
            var place = reader.Json.Members.First(member => member.Name.Value == name).Name.Place;
            reader.Diagnostics.Add(RulesetFaults.OfAnotherType(
                place, name, new Term("kind." + needed), new Term("kind." + kind), EnumText<ValueKind>.Of(needed)));
        }
    }

    /// <param name="kind">Null where the type could not be read: then nothing is said of the value's.</param>
    /// <param name="values">The texts it may have, of which it must be one; null for any.</param>
    public static FactValue ReadDefault(ObjectReader reader, ValueKind? kind, IReadOnlyList<string>? values)
    {
        if (reader.Take("default") is not { } json || kind is null)
            return default;
        var value = FactJson.ValueOf(json, kind);
        if (value.Kind != kind)
        {
            reader.ReportType(json, "default", "kind." + kind);
            return default;
        }

        if (value.Text is { } text && values is { Count: > 0 } && !values.Contains(text))
            reader.Diagnostics.Add(RulesetFaults.DefaultNotAmongValues(json.Place, text, values));
        return value;
    }
}
