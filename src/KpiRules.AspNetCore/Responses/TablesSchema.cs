// Writes the JSON Schema of the rows of tables that come with the facts.
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Facts;

namespace KpiRules.AspNetCore.Responses;

internal static class TablesSchema
{
    /// <summary>Nothing for a ruleset without such tables.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TableDefinition> tables)
    {
        if (tables.Count == 0)
            return;
        json.WriteStartObject("tables");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var table in tables)
        {
            json.WriteStartObject(table.Name);
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteRow(json, table);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, TableDefinition table)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in table.Keys)
            WriteCell(json, key.Name, key.Kind, mayBeNull: false);
        foreach (var value in table.Values)
            WriteCell(json, value.Name, value.Kind, mayBeNull: true);
        // unless the table calls a column so
        if (!System.Linq.Enumerable.Contains(table.Columns, "period"))
        {
            json.WriteStartObject("period");
            json.WriteString("type", "string");
            json.WriteString("description", "The period from which the row holds, with all others of that period.");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var key in table.Keys)
            json.WriteStringValue(key.Name);
        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
    }

    /// <summary>A number may be a text too, such as 3%.</summary>
    private static void WriteCell(Utf8JsonWriter json, string name, ValueKind kind, bool mayBeNull)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("type");
        if (kind == ValueKind.Number)
            json.WriteStringValue("number");
        json.WriteStringValue(kind == ValueKind.Boolean ? "boolean" : "string");
        if (mayBeNull)
            json.WriteStringValue("null");
        json.WriteEndArray();
        if (kind == ValueKind.Date)
            json.WriteString("format", "date");
        json.WriteEndObject();
    }
}
