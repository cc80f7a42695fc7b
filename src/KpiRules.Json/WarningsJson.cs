// Writes warnings as JSON: whom there is trouble with, how severe, who is to be told.
using System;
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Json;

internal static class WarningsJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<ShownWarning> warnings, string language)
    {
        json.WriteStartArray();
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("subject", warning.Subject);
            json.WriteString("period", warning.Period.ToString());
            json.WriteString("warning", warning.Name);
            json.WriteString("state", StateOf(warning));
            json.WriteString("severity", SeverityOf(warning));
            json.WriteNumber("periods", warning.Result?.Periods ?? 0);
            json.WriteString("message", MessageOf(warning, language));
            json.WriteString("response", warning.Result?.Warning.Response?.In(language));
            json.WriteStartArray("tell");
            foreach (var recipient in RecipientsOf(warning))
            {
                json.WriteStartObject();
                json.WriteString("role", recipient.Role);
                json.WriteString("subject", recipient.Id);
                json.WriteBoolean("escalation", recipient.IsEscalation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (warning.Change is not null)
            {
                json.WriteString("change", warning.Change);
                json.WriteString("since", warning.Case!.Since.ToString());
                json.WriteBoolean("acknowledged", warning.Case.IsAcknowledged);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string StateOf(ShownWarning warning) => warning.Result?.State switch
    {
        WarningState.Firing => "firing",
        WarningState.Pending => "pending",
        WarningState.Ok => "ok",
        WarningState.NotAvailable or null => "notAvailable",
    };

    public static string? SeverityOf(ShownWarning warning) => warning.Result?.Severity?.ToString().ToLowerInvariant();

    public static string? MessageOf(ShownWarning warning, string language)
    {
        var isZh = language.StartsWith("zh", StringComparison.Ordinal);
        if (warning.Result is not { } result)
            return isZh ? "没有数据，无法判断" : "no facts to tell by";
        return result.State switch
        {
            WarningState.NotAvailable => result.Cause!.Explain(language),
            WarningState.Ok => null,
            // what the author says of one that fires may not be true yet
            WarningState.Pending =>
                isZh ? $"条件已成立，连续 {result.Warning.For} 期才触发" : $"a condition holds; it fires after {result.Warning.For} periods in a row",
            WarningState.Firing => result.Message(language),
        };
    }

    public static IReadOnlyList<WarningRecipient> RecipientsOf(ShownWarning warning) =>
        warning.Result is { State: WarningState.Firing } firing ? firing.Recipients : [];
}
