// Writes results as JSON: exact numbers, null with a cause for not available, stamped with the ruleset.
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class ResultJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SubjectEvaluation> subjects, string language)
    {
        return Write(json => Write(json, policy, evaluation, subjects, language));
    }

    /// <summary>A list, one entry a period.</summary>
    public static string Write(Policy policy, IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> periods, string language) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var (evaluation, subjects) in periods)
            Write(json, policy, evaluation, subjects, language);
        json.WriteEndArray();
    });

    public static string Write(System.Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SubjectEvaluation> subjects, string language)
    {
        json.WriteStartObject();
        json.WriteStartObject("ruleset");
        json.WriteString("id", evaluation.RulesetId);
        json.WriteString("version", evaluation.RulesetVersion);
        json.WriteString("hash", evaluation.ContentHash);
        json.WriteEndObject();
        json.WriteString("period", evaluation.Period.ToString());
        if (evaluation.AsOf is { } asOf)
            json.WriteString("asOf", ((FactValue)asOf).ToString());
        json.WriteStartObject("subjects");
        var shown = ShownResults.Of(policy, evaluation);
        foreach (var subject in subjects)
            Write(json, shown, subject, language);
        json.WriteEndObject();
        WriteIssues(json, evaluation.Issues, language);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<CellDescription> shown, SubjectEvaluation subject, string language)
    {
        json.WriteStartObject(subject.Subject);
        json.WriteStartObject("results");
        foreach (var result in shown)
            Write(json, result.Name, subject[result.Name]);
        json.WriteEndObject();
        json.WriteStartObject("notAvailable");
        foreach (var result in shown)
        {
            if (subject[result.Name].Cause is { } cause)
                json.WriteString(result.Name, cause.Explain(language));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

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
