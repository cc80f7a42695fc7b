// Writes the state of warnings that are followed up as JSON, and reads it again.
using System;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KpiRules.FollowingUp;

internal static class WarningFollowUpJson
{
    public static string Write(WarningFollowUp followUp) => new JObject
    {
        ["ruleset"] = followUp.RulesetId,
        ["period"] = followUp.Period?.ToString(),
        ["cases"] = new JArray(followUp.Cases.Select(Write)),
    }.ToString(Formatting.Indented);

    /// <exception cref="FormatException">It is no such text.</exception>
    public static WarningFollowUp Read(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new System.IO.StringReader(json)) { DateParseHandling = DateParseHandling.None };
            var root = JObject.Load(reader);
            return new WarningFollowUp(Text(root, "ruleset"), root["period"] is null or { Type: JTokenType.Null } ? null : PeriodOf(root, "period"), Array(root, "cases").Select(ReadNumbered).ToList());
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"The text is no state of warnings: {fault.Message}", fault);
        }
    }

    private static JObject Write(WarningCase one) => new()
    {
        ["subject"] = one.Subject,
        ["warning"] = one.Warning,
        ["open"] = one.IsOpen,
        ["severity"] = WarningReader.NameOf(one.Severity),
        ["escalated"] = one.IsEscalated,
        ["since"] = one.Since.ToString(),
        ["last"] = one.Last.ToString(),
        ["times"] = one.Times,
        ["acknowledgements"] = new JArray(one.Acknowledgements.Select(Write)),
    };

    private static JObject Write(WarningAcknowledgement one) => new()
    {
        ["who"] = one.Who,
        ["when"] = one.When.ToString("O", CultureInfo.InvariantCulture),
        ["what"] = one.What,
        ["severity"] = WarningReader.NameOf(one.Severity),
        ["time"] = one.Time,
    };

    private static WarningCase ReadNumbered(JToken json, int index)
    {
        try
        {
            return ReadCase(json);
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new FormatException($"cases[{index}]: {fault.Message}", fault);
        }
    }

    private static WarningCase ReadCase(JToken json) => new(Text(json, "subject"), Text(json, "warning"))
    {
        IsOpen = Of(json, "open").Value<bool>(),
        Severity = SeverityOf(json),
        IsEscalated = Of(json, "escalated").Value<bool>(),
        Since = PeriodOf(json, "since"),
        Last = PeriodOf(json, "last"),
        Times = Of(json, "times").Value<int>(),
        Acknowledgements = Array(json, "acknowledgements").Select(ReadAcknowledgement).ToList().AsReadOnly(),
    };

    private static WarningAcknowledgement ReadAcknowledgement(JToken json) => new(
        Text(json, "who"),
        DateTimeOffset.ParseExact(Text(json, "when"), "O", CultureInfo.InvariantCulture),
        Text(json, "what"),
        SeverityOf(json),
        Of(json, "time").Value<int>());

    private static WarningSeverity SeverityOf(JToken json) => Text(json, "severity") switch
    {
        "info" => WarningSeverity.Info,
        "warning" => WarningSeverity.Warning,
        "critical" => WarningSeverity.Critical,
        var other => throw new FormatException($"'{other}' is no severity."),
    };

    private static Period PeriodOf(JToken json, string name) => Period.Parse(Text(json, name));

    private static string Text(JToken json, string name) => Of(json, name) is { Type: JTokenType.String } text ? text.Value<string>()! : throw new FormatException($"'{name}' is no text.");

    private static JArray Array(JToken json, string name) => (JArray)Of(json, name);

    private static JToken Of(JToken json, string name) => (json as JObject)?[name] ?? throw new FormatException($"'{name}' is missing.");
}
