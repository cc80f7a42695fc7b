// Writes pay statements as JSON: KPIs, scorecard, lines with every step and its figures, what is held and why, total.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Explanations;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class StatementJson
{
    /// <exception cref="UsageException">The policy has no incentives.</exception>
    public static string Write(Policy policy, IReadOnlyList<SubjectEvaluation> subjects, string language) => ResultJson.Write(json =>
    {
        json.WriteStartArray();
        foreach (var subject in subjects)
            Write(json, policy, subject, language);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Policy policy, SubjectEvaluation subject, string language)
    {
        var payout = subject.Payout ?? throw new UsageException(ToolText.NoIncentives(language, policy.Id));
        json.WriteStartObject();
        json.WriteString("subject", subject.Subject);
        json.WriteString("period", subject.Evaluation.Period.ToString());
        if (subject.Evaluation.AsOf is { } asOf)
            json.WriteString("asOf", ((Facts.FactValue)asOf).ToString());
        json.WriteStartObject("ruleset");
        json.WriteString("id", subject.Evaluation.RulesetId);
        json.WriteString("version", subject.Evaluation.RulesetVersion);
        json.WriteString("hash", subject.Evaluation.ContentHash);
        json.WriteEndObject();
        json.WriteStartObject("kpis");
        foreach (var result in policy.Results.Where(result => !result.OfRunningPeriod && policy.Kpis.Any(kpi => result.Name == kpi.Name || result.Name.StartsWith(kpi.Name + ".", System.StringComparison.Ordinal))))
            ResultJson.Write(json, result.Name, subject[result.Name]);
        json.WriteEndObject();
        if (subject.Scorecard is not null)
        {
            ResultJson.Write(json, "scorecard", subject["scorecard"]);
            json.WriteString("grade", subject.Scorecard.Grade);
        }

        json.WriteStartArray("lines");
        foreach (var line in payout.Lines.Where(line => line.State != LineState.None))
            Write(json, subject.Explain(line.Name), line, language);
        json.WriteEndArray();
        ResultJson.Write(json, "payout", subject["payout"]);
        json.WriteNumber("held", payout.Held);
        if (policy.Currency is not null)
            json.WriteString("currency", policy.Currency);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Explanation explanation, IncentiveLine line, string language)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Name);
        json.WriteString("title", line.Incentive.Title?.In(language));
        json.WriteString("kind", line.Incentive.Kind);
        json.WriteString("state", line.State.ToString().ToLowerInvariant());
        WriteValue(json, explanation.Result, language);
        json.WriteStartArray("steps");
        foreach (var step in explanation.Steps)
            Write(json, step, language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplanationStep step, string language)
    {
        json.WriteStartObject();
        json.WriteString("role", step.Role);
        if (step.Formula.Length > 0)
            json.WriteString("formula", step.Formula);
        WriteValue(json, step.Result, language);
        json.WriteStartArray("inputs");
        foreach (var input in step.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            if (input.Period is { } period)
                json.WriteString("period", period.ToString());
            WriteValue(json, input, language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("details");
        foreach (var detail in step.Details)
        {
            json.WriteStartObject();
            json.WriteString("kind", detail.Kind);
            if (detail.Text.Length > 0)
                json.WriteString("text", detail.Text);
            json.WriteStartArray("numbers");
            foreach (var number in detail.Numbers)
                Write(json, number);
            json.WriteEndArray();
            json.WritePropertyName("result");
            Write(json, detail.Result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ExplainedValue value, string language)
    {
        json.WritePropertyName("value");
        if (value.Value.Number is { } number)
            Write(json, number);
        else if (value.Value.Boolean is { } boolean)
            json.WriteBooleanValue(boolean);
        else if (value.Value.Kind is null)
            json.WriteNullValue();
        else
            json.WriteStringValue(value.Value.ToString());
        if (value.Cause is { } cause)
            json.WriteString("notAvailable", cause.Explain(language));
    }

    private static void Write(Utf8JsonWriter json, decimal? number)
    {
        if (number is { } value)
            json.WriteRawValue(((Facts.FactValue)value).ToString());
        else
            json.WriteNullValue();
    }
}
