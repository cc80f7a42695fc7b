// Writes the state of warnings that are followed up as JSON, and reads it again.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;
using Newtonsoft.Json;

namespace KpiRules.FollowingUp;

/// <summary>Token by token: Newtonsoft's trees and converters need reflection, which trimming takes away.</summary>
internal static class WarningFollowUpJson
{
    public static string Write(WarningFollowUp followUp)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented })
        {
            writer.WriteStartObject();
            Write(writer, "ruleset", followUp.RulesetId);
            Write(writer, "period", followUp.Period?.ToString());
            Write(writer, "cases", followUp.Cases, Write);
            writer.WriteEndObject();
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">It is no such text.</exception>
    public static WarningFollowUp Read(string json)
    {
        try
        {
            var diagnostics = new DiagnosticBag();
            var root = Source.Json.JsonReader.Read(new SourceText("", json), diagnostics);
            if (root is null || diagnostics.HasErrors)
                throw new ArgumentException(Told(diagnostics.Sorted()[0]));
            return new WarningFollowUp(
                Text(root, "ruleset"),
                (root as JsonObject)?["period"] is null or JsonNull ? null : PeriodOf(root, "period"),
                Items(root, "cases").Select(ReadNumbered).ToList());
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException)
        {
            throw new FormatException($"The text is no state of warnings: {fault.Message}", fault);
        }
    }

    private static string Told(Diagnostic fault) => $"{fault.Line}:{fault.Column}: {fault.Message("en")}";

    private static void Write(JsonTextWriter writer, WarningCase one)
    {
        writer.WriteStartObject();
        Write(writer, "subject", one.Subject);
        Write(writer, "warning", one.Warning);
        Write(writer, "open", one.IsOpen);
        Write(writer, "severity", EnumText<WarningSeverity>.Of(one.Severity));
        Write(writer, "escalated", one.IsEscalated);
        Write(writer, "since", one.Since.ToString());
        Write(writer, "last", one.Last.ToString());
        Write(writer, "times", one.Times);
        Write(writer, "acknowledgements", one.Acknowledgements, Write);
        writer.WriteEndObject();
    }

    private static void Write(JsonTextWriter writer, WarningAcknowledgement one)
    {
        writer.WriteStartObject();
        Write(writer, "who", one.Who);
        Write(writer, "when", one.When.ToString("O", CultureInfo.InvariantCulture));
        Write(writer, "what", one.What);
        Write(writer, "severity", EnumText<WarningSeverity>.Of(one.Severity));
        Write(writer, "time", one.Time);
        writer.WriteEndObject();
    }

    private static void Write(JsonTextWriter writer, string name, string? value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }

    private static void Write(JsonTextWriter writer, string name, bool value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }

    private static void Write(JsonTextWriter writer, string name, int value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }

    private static void Write<T>(JsonTextWriter writer, string name, IReadOnlyList<T> items, Action<JsonTextWriter, T> write)
    {
        writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static WarningCase ReadNumbered(JsonValue json, int index)
    {
        try
        {
            return ReadCase(json);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException($"cases[{index}]: {fault.Message}", fault);
        }
    }

    private static WarningCase ReadCase(JsonValue json) => new(Text(json, "subject"), Text(json, "warning"))
    {
        IsOpen = Truth(json, "open"),
        Severity = SeverityOf(json),
        IsEscalated = Truth(json, "escalated"),
        Since = PeriodOf(json, "since"),
        Last = PeriodOf(json, "last"),
        Times = Whole(json, "times"),
        Acknowledgements = Items(json, "acknowledgements").Select(ReadAcknowledgement).ToList().AsReadOnly(),
    };

    private static WarningAcknowledgement ReadAcknowledgement(JsonValue json) => new(
        Text(json, "who"),
        DateTimeOffset.ParseExact(Text(json, "when"), "O", CultureInfo.InvariantCulture),
        Text(json, "what"),
        SeverityOf(json),
        Whole(json, "time"));

    private static WarningSeverity SeverityOf(JsonValue json) => Text(json, "severity") switch
    {
        "info" => WarningSeverity.Info,
        "warning" => WarningSeverity.Warning,
        "critical" => WarningSeverity.Critical,
        var other => throw new FormatException($"'{other}' is no severity."),
    };

    private static Period PeriodOf(JsonValue json, string name) => Period.Parse(Text(json, name));

    private static string Text(JsonValue json, string name) => Of<JsonString>(json, name, "no text").Value;

    private static bool Truth(JsonValue json, string name) => Of<JsonBoolean>(json, name, "neither true nor false").Value;

    private static IReadOnlyList<JsonValue> Items(JsonValue json, string name) => Of<JsonArray>(json, name, "no list").Items;

    private static int Whole(JsonValue json, string name)
    {
        var number = Of<JsonNumber>(json, name, "no number").Value;
        return decimal.Truncate(number) == number ? (int)number : throw new FormatException($"'{name}' is no whole number.");
    }

    private static T Of<T>(JsonValue json, string name, string instead)
        where T : JsonValue
    {
        var value = (json as JsonObject)?[name] ?? throw new FormatException($"'{name}' is missing.");
        return value as T ?? throw new FormatException($"'{name}' is {instead}.");
    }
}
