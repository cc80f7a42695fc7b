// Writes how a result came about as JSON: the result, then those that went in, each once, down to the facts.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.AspNetCore.Responses;

internal static class ExplainedJson
{
    public static void Write(Utf8JsonWriter json, SubjectEvaluation subject, string result, string language)
    {
        var (evaluation, explanation) = (subject.Evaluation, subject.Explain(result));
        json.WriteStartObject();
        ValueJson.WriteStamp(json, evaluation.RulesetId, evaluation.RulesetVersion, evaluation.ContentHash);
        json.WriteString("period", evaluation.Period.ToString());
        json.WriteString("subject", subject.Subject);
        json.WriteString("result", result);
        json.WriteString("text", explanation.ToString(language));
        json.WriteStartArray("explanations");
        foreach (var one in Flat(explanation))
            Write(json, one, language);
        json.WriteEndArray();
        ValueJson.WriteIssues(json, evaluation.Issues, language);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Explanation explanation, string language)
    {
        json.WriteStartObject();
        json.WriteString("name", explanation.Result.Name);
        RulesetJson.WriteText(json, "title", explanation.Result.Title, language);
        json.WriteString("unit", explanation.Result.Unit);
        if (explanation.State is { } state)
            json.WriteString("state", state);
        ExplanationJson.WriteValue(json, explanation.Result, language);
        if (explanation.Held is { } held)
            json.WriteNumber("held", held);
        ExplanationJson.WriteSteps(json, explanation, language);
        json.WriteEndObject();
    }

    /// <summary>In the order of the text; a loop, for the way down may be as long as the policy.</summary>
    private static IEnumerable<Explanation> Flat(Explanation root)
    {
        var waiting = new Stack<Explanation>([root]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var result in next.Results.Reverse())
                waiting.Push(result);
        }
    }
}
