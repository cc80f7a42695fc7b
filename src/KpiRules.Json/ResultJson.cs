// Writes results as JSON: exact numbers, null with a cause for not available, stamped with the ruleset.
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Json;

internal static class ResultJson
{
    /// <param name="subject">Who is shown only; null for all.</param>
    public static void Write(
        Utf8JsonWriter json, Policy policy, PeriodEvaluation evaluation, IEnumerable<SubjectEvaluation> subjects, string language,
        string? subject = null)
    {
        json.WriteStartObject();
        ValueJson.WriteStamp(json, evaluation.RulesetId, evaluation.RulesetVersion, evaluation.ContentHash);
        json.WriteString("period", evaluation.Period.ToString());
        if (evaluation.AsOf is { } asOf)
            json.WriteString("asOf", ((FactValue)asOf).ToString());
        json.WriteStartObject("subjects");
        var shown = ShownResults.Of(policy, evaluation);
        foreach (var one in subjects)
        {
            json.WriteStartObject(one.Subject);
            WriteResults(json, shown, one, language);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        ReleaseJson.WriteOpenings(json, evaluation, subject);
        ValueJson.WriteIssues(json, evaluation.Issues, language);
        json.WriteEndObject();
    }

    public static void WriteResults(Utf8JsonWriter json, IReadOnlyList<CellDescription> shown, SubjectEvaluation subject, string language)
    {
        json.WriteStartObject("results");
        foreach (var result in shown)
            ValueJson.Write(json, result.Name, subject[result.Name]);
        json.WriteEndObject();
        json.WriteStartObject("notAvailable");
        foreach (var result in shown)
        {
            if (subject[result.Name].Cause is { } cause)
                json.WriteString(result.Name, cause.Explain(language));
        }

        json.WriteEndObject();
    }
}
