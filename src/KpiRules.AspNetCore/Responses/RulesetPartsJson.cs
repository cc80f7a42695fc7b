// Writes what a ruleset takes and gives: facts, records, tables, KPIs, ratings, incentives, warnings, plans.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Facts;
using KpiRules.Json;
using KpiRules.Planning;
using KpiRules.Results;

namespace KpiRules.AspNetCore.Responses;

internal static class RulesetPartsJson
{
    public static void Write(Utf8JsonWriter json, Policy policy, string language)
    {
        WriteList(json, "facts", policy.Facts, fact => WriteFact(json, fact));
        WriteList(json, "records", policy.Records, records =>
        {
            json.WriteString("name", records.Name);
            WriteList(json, "fields", records.Fields, field => WriteFact(json, field));
        });
        WriteList(json, "tables", policy.Tables, table =>
        {
            json.WriteString("name", table.Name);
            RulesetJson.WriteText(json, "title", table.Title, language);
            json.WriteBoolean("given", table.IsGiven);
            WriteList(json, "keys", table.Keys, key =>
            {
                json.WriteString("name", key.Name);
                json.WriteString("type", RulesetJson.Named(key.Kind));
                json.WriteString("match", key.IsFrom ? "from" : "equal");
            });
            WriteList(json, "values", table.Values, value => WriteFact(json, value));
        });
        WriteList(json, "kpis", policy.Kpis, kpi =>
        {
            json.WriteString("name", kpi.Name);
            RulesetJson.WriteText(json, "title", kpi.Title, language);
            RulesetJson.WriteText(json, "description", kpi.Description, language);
            json.WriteString("unit", kpi.Unit);
        });
        WriteList(json, "ratings", policy.Ratings, rating =>
        {
            json.WriteString("name", rating.Name);
            RulesetJson.WriteText(json, "title", rating.Title, language);
            RulesetJson.WriteText(json, "description", rating.Description, language);
            json.WriteString("among", rating.Among);
            WriteTexts(json, "grades", rating.Grades);
        });
        WriteList(json, "incentives", policy.Incentives, incentive =>
        {
            json.WriteString("name", incentive.Name);
            RulesetJson.WriteText(json, "title", incentive.Title, language);
            RulesetJson.WriteText(json, "description", incentive.Description, language);
            json.WriteString("kind", incentive.Kind);
            if (incentive.Release.Count > 0)
                WriteList(json, "release", incentive.Release, part => WriteReleasePart(json, part));
        });
        WriteList(json, "warnings", policy.Warnings, warning => WriteWarning(json, warning, language));
        WriteList(json, "plans", policy.Plans, plan =>
        {
            json.WriteString("name", plan.Name);
            RulesetJson.WriteText(json, "title", plan.Title, language);
            RulesetJson.WriteText(json, "description", plan.Description, language);
            json.WriteString("kpi", plan.Kpi);
            json.WriteString("from", plan.From.ToString());
            json.WriteString("to", plan.To.ToString());
            WriteTexts(json, "down", plan.Levels);
            WriteTexts(json, "stretch", plan.Stretch);
            WriteFactors(json, plan);
        });
    }

    /// <summary>By stretch target a number, or the formula as its author wrote it.</summary>
    private static void WriteFactors(Utf8JsonWriter json, PlanDescription plan)
    {
        json.WriteStartObject("factors");
        foreach (var stretch in plan.Stretch)
        {
            if (plan.FormulaOf(stretch) is { } formula)
                json.WriteString(stretch, formula);
            else
                WriteNumber(json, stretch, plan.FactorOf(stretch));
        }

        json.WriteEndObject();
    }

    private static void WriteReleasePart(Utf8JsonWriter json, ReleasePartDescription part)
    {
        WriteNumber(json, "share", part.Share);
        json.WriteNumber("after", part.After);
        json.WriteString("when", part.When);
        json.WriteNumber("until", part.Until);
    }

    private static void WriteWarning(Utf8JsonWriter json, WarningDescription warning, string language)
    {
        json.WriteString("name", warning.Name);
        RulesetJson.WriteText(json, "title", warning.Title, language);
        RulesetJson.WriteText(json, "description", warning.Description, language);
        RulesetJson.WriteText(json, "response", warning.Response, language);
        WriteTexts(json, "severities", warning.Severities.Select(severity => RulesetJson.Named(severity)));
        json.WriteNumber("for", warning.For);
        WriteTexts(json, "notify", warning.Notify);
        if (warning.EscalatesAfter is { } after)
        {
            json.WriteNumber("escalatesAfter", after);
            WriteTexts(json, "escalatesTo", warning.EscalateTo);
        }
    }

    private static void WriteFact(Utf8JsonWriter json, FactDefinition fact)
    {
        json.WriteString("name", fact.Name);
        json.WriteString("role", RulesetJson.Named(fact.Role));
        json.WriteString("type", RulesetJson.Named(fact.Kind));
        json.WriteString("unit", fact.Unit);
        WriteNumber(json, "min", fact.Min);
        WriteNumber(json, "max", fact.Max);
        if (fact.Default.Kind is not null)
        {
            json.WritePropertyName("default");
            ValueJson.Write(json, fact.Default);
        }

        if (fact.Combine is { } combine)
            json.WriteString("combine", RulesetJson.Named(combine));
        if (fact.Values is { } values)
            WriteTexts(json, "values", values);
        if (fact.IsAsOfRecord)
            json.WriteString("asOf", "record");
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is null)
            return;
        json.WritePropertyName(name);
        ValueJson.Write(json, number);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
