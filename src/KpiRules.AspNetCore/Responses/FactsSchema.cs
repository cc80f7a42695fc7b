// Writes the JSON Schema of what a ruleset can be evaluated on, so that a client can check what it posts.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Facts;

namespace KpiRules.AspNetCore.Responses;

internal static class FactsSchema
{
    /// <summary>
    /// Strict where the endpoints are not: what fits has no data issue of its form. Bounds are said but not demanded, for
    /// values beyond them are used.
    /// </summary>
    public static void Write(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", $"{policy.Id} {policy.Version}");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        WriteText(json, "period", "A period such as 2026-03, or the first and the last of several: 2026-01..2026-06.");
        WriteText(json, "asOf", "The day on which the question is asked, for a period still running.", "date");
        WriteText(json, "completeFrom", "The period from which on the facts are complete; unless given, the earliest that has any.");
        WriteText(json, "subject", "Show this subject only.");
        json.WriteStartObject("facts");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteStartArray("anyOf");
        WriteReference(json, "facts");
        WriteReference(json, "attributes");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteRecords(json, policy.Records);
        TablesSchema.Write(json, policy.Tables.Where(table => table.IsGiven).ToList());
        json.WriteEndObject();
        WriteRequired(json, "period", "facts");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("$defs");
        json.WritePropertyName("facts");
        WriteRow(json, "Facts of a subject in a period.", policy.Facts, ["subject", "period"], ["subject", "period"]);
        json.WritePropertyName("attributes");
        WriteRow(
            json,
            "Attributes of a subject as such, where no period gives another value.",
            policy.Facts.Where(fact => fact.Role == FactRole.Attribute),
            ["subject"],
            ["subject"]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRecords(Utf8JsonWriter json, IReadOnlyList<RecordDefinition> lists)
    {
        json.WriteStartObject("records");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var list in lists)
        {
            json.WriteStartObject(list.Name);
            json.WriteString("type", "array");
            json.WritePropertyName("items");
            WriteRow(json, "A record of a subject, in a period or on a day.", list.Fields, ["subject", "period", "date"], ["subject"]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void WriteRow(
        Utf8JsonWriter json, string description, IEnumerable<FactDefinition> facts, string[] keys, string[] required)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        var known = facts.ToList();
        foreach (var key in keys.Where(key => known.All(fact => fact.Name != key)))
            WriteText(json, key, null, key == "date" ? "date" : null, minLength: 1);
        foreach (var fact in known)
            WriteFact(json, fact);
        json.WriteEndObject();
        WriteRequired(json, required);
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, FactDefinition fact)
    {
        json.WriteStartObject(fact.Name);
        if (fact.Values is null)
        {
            json.WriteStartArray("type");
            json.WriteStringValue(fact.Kind switch
            {
                ValueKind.Number => "number",
                ValueKind.Boolean => "boolean",
                ValueKind.Text or ValueKind.Date => "string"
            });
            json.WriteStringValue("null");
            json.WriteEndArray();
        }
        else
        {
            json.WriteStartArray("enum");
            foreach (var value in fact.Values)
                json.WriteStringValue(value);
            json.WriteNullValue();
            json.WriteEndArray();
        }

        if (fact.Kind == ValueKind.Date)
            json.WriteString("format", "date");
        if (fact.Unit is { } unit)
            json.WriteString("x-unit", unit);
        WriteBound(json, "x-min", fact.Min);
        WriteBound(json, "x-max", fact.Max);
        json.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter json, string name, decimal? bound)
    {
        if (bound is not { } number)
            return;
        json.WritePropertyName(name);
        KpiRules.Json.ValueJson.Write(json, number);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? description, string? format = null, int minLength = 0)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        if (format is not null)
            json.WriteString("format", format);
        if (minLength > 0)
            json.WriteNumber("minLength", minLength);
        if (description is not null)
            json.WriteString("description", description);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("$ref", "#/$defs/" + name);
        json.WriteEndObject();
    }

    private static void WriteRequired(Utf8JsonWriter json, params string[] names)
    {
        json.WriteStartArray("required");
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
