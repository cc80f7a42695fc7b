// Writes what all JSON of results is made of: exact values, the stamp of the ruleset, data issues.
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Json;

internal static class ValueJson
{
    public static void Write(Utf8JsonWriter json, string name, CellValue value)
    {
        if (value.Number is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.ToString());
        }
        else if (value.Boolean is { } boolean)
            json.WriteBoolean(name, boolean);
        else if (value.IsAvailable)
            json.WriteString(name, value.ToString());
        else
            json.WriteNull(name);
    }

    /// <summary>The exact number; null for none.</summary>
    public static void Write(Utf8JsonWriter json, decimal? number)
    {
        if (number is { } value)
            json.WriteRawValue(((FactValue)value).ToString());
        else
            json.WriteNullValue();
    }

    public static void Write(Utf8JsonWriter json, FactValue value)
    {
        if (value.Number is { } number)
            Write(json, number);
        else if (value.Boolean is { } boolean)
            json.WriteBooleanValue(boolean);
        else if (value.Kind is null)
            json.WriteNullValue();
        else
            json.WriteStringValue(value.ToString());
    }

    public static void WriteStamp(Utf8JsonWriter json, string id, string version, string hash)
    {
        json.WriteStartObject("ruleset");
        json.WriteString("id", id);
        json.WriteString("version", version);
        json.WriteString("hash", hash);
        json.WriteEndObject();
    }

    public static void WriteIssues(Utf8JsonWriter json, IReadOnlyList<DataIssue> issues, string language)
    {
        json.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("code", issue.Code);
            if (issue.Origin is not null)
                json.WriteString("origin", issue.Origin);
            if (issue.Subject is not null)
                json.WriteString("subject", issue.Subject);
            if (issue.Period is { } period)
                json.WriteString("period", period.ToString());
            if (issue.Fact is not null)
                json.WriteString("fact", issue.Fact);
            json.WriteString("message", issue.Message(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
