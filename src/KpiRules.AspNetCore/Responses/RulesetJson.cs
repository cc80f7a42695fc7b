// Writes what a ruleset is as JSON: its key in lists, and all that a client can ask of it.
using System;
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Facts;

namespace KpiRules.AspNetCore.Responses;

internal static class RulesetJson
{
    public static void WriteKey(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject();
        json.WriteString("id", policy.Id);
        json.WriteString("version", policy.Version);
        if (policy.EffectiveFrom is { } from)
            json.WriteString("from", DayOf(from));
        if (policy.EffectiveTo is { } to)
            json.WriteString("to", DayOf(to));
        json.WriteEndObject();
    }

    public static void WriteEntry(Utf8JsonWriter json, Policy policy, string language)
    {
        json.WriteStartObject();
        WriteHead(json, policy, language);
        json.WriteEndObject();
    }

    /// <param name="versions">All of the same id that the caller may see, this one included.</param>
    public static void Write(Utf8JsonWriter json, Policy policy, IEnumerable<Policy> versions, string language)
    {
        json.WriteStartObject();
        WriteHead(json, policy, language);
        json.WriteStartArray("versions");
        foreach (var version in versions)
            WriteKey(json, version);
        json.WriteEndArray();
        json.WriteString("language", policy.Language);
        json.WriteString("currency", policy.Currency);
        json.WriteNumber("moneyDecimals", policy.MoneyDecimals);
        json.WriteString("period", Named(policy.Period));
        json.WriteBoolean("looksAtOtherSubjects", policy.LooksAtOthers.Count > 0);
        RulesetPartsJson.Write(json, policy, language);
        DiagnosticJson.WriteList(json, policy.Diagnostics, language, file => NameOf(file, policy));
        json.WriteEndObject();
    }

    /// <summary>Without the host's folders, and without the name of a base, for the caller may not see that.</summary>
    private static string NameOf(string file, Policy policy) =>
        file == policy.VersionPlace.Source.Name ? file[(file.LastIndexOfAny(['/', '\\']) + 1)..] : "base";

    public static void WriteCells(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartArray();
        foreach (var cell in policy.Results)
        {
            json.WriteStartObject();
            json.WriteString("name", cell.Name);
            json.WriteString("type", Named(cell.Kind));
            json.WriteString("unit", cell.Unit);
            json.WriteBoolean("ofRunningPeriod", cell.OfRunningPeriod);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteText(Utf8JsonWriter json, string name, LocalizedText? text, string language)
    {
        if (text is not null)
            json.WriteString(name, text.In(language));
    }

    /// <summary>An enum's value as JSON has it, in camelCase.</summary>
    public static string Named<T>(T value)
        where T : struct, Enum => EnumText<T>.Of(value);

    private static void WriteHead(Utf8JsonWriter json, Policy policy, string language)
    {
        json.WriteString("id", policy.Id);
        json.WriteString("version", policy.Version);
        json.WriteString("company", policy.Company);
        WriteText(json, "title", policy.Title, language);
        WriteText(json, "description", policy.Description, language);
        json.WriteString("from", policy.EffectiveFrom is { } from ? DayOf(from) : null);
        json.WriteString("to", policy.EffectiveTo is { } to ? DayOf(to) : null);
        json.WriteString("hash", policy.ContentHash);
    }

    private static string DayOf(DateTime day) => ((FactValue)day).ToString();
}
