// Writes the steps of an explanation as JSON: what each does, its formula, the values that went in and what came out.
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Results;

namespace KpiRules.Json;

internal static class ExplanationJson
{
    public static void WriteSteps(Utf8JsonWriter json, Explanation explanation, string language)
    {
        json.WriteStartArray("steps");
        foreach (var step in explanation.Steps)
            Write(json, step, language);
        json.WriteEndArray();
    }

    public static void WriteValue(Utf8JsonWriter json, ExplainedValue value, string language)
    {
        json.WritePropertyName("value");
        ValueJson.Write(json, value.Value);
        if (value.Cause is { } cause)
            json.WriteString("notAvailable", cause.Explain(language));
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
        WriteDetails(json, step.Details);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, IReadOnlyList<ExplanationDetail> details)
    {
        json.WriteStartArray("details");
        foreach (var detail in details)
        {
            json.WriteStartObject();
            json.WriteString("kind", detail.Kind);
            if (detail.Text.Length > 0)
                json.WriteString("text", detail.Text);
            json.WriteStartArray("numbers");
            foreach (var number in detail.Numbers)
                ValueJson.Write(json, number);
            json.WriteEndArray();
            json.WritePropertyName("result");
            ValueJson.Write(json, detail.Result);
            if (detail.Details.Count > 0)
                WriteDetails(json, detail.Details);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
