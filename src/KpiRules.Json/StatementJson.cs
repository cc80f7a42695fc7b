// Writes pay statements as JSON: KPIs, scorecard, ratings, lines with every step and its figures, what is held and why, total.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Json;

internal static class StatementJson
{
    /// <param name="payout">The subject's.</param>
    public static void Write(Utf8JsonWriter json, Policy policy, SubjectEvaluation subject, Payout payout, string language)
    {
        json.WriteStartObject();
        json.WriteString("subject", subject.Subject);
        json.WriteString("period", subject.Evaluation.Period.ToString());
        if (subject.Evaluation.AsOf is { } asOf)
            json.WriteString("asOf", ((Facts.FactValue)asOf).ToString());
        ValueJson.WriteStamp(json, subject.Evaluation.RulesetId, subject.Evaluation.RulesetVersion, subject.Evaluation.ContentHash);
        json.WriteStartObject("kpis");
        // no id holds a dot
        var kpis = new HashSet<string>(policy.Kpis.Select(kpi => kpi.Name));
        foreach (var result in policy.Results.Where(result => !result.OfRunningPeriod && kpis.Contains(result.Name.Split('.')[0])))
            ValueJson.Write(json, result.Name, subject[result.Name]);
        json.WriteEndObject();
        if (subject.Scorecard is not null)
        {
            ValueJson.Write(json, "scorecard", subject["scorecard"]);
            json.WriteString("grade", subject.Scorecard.Grade);
        }

        if (policy.Ratings.Count > 0)
        {
            json.WriteStartObject("ratings");
            var ratings = new HashSet<string>(policy.Ratings.Select(rating => rating.Name));
            foreach (var result in policy.Results.Where(result => ratings.Contains(result.Name.Split('.')[0])))
                ValueJson.Write(json, result.Name, subject[result.Name]);
            json.WriteEndObject();
        }

        json.WriteStartArray("lines");
        // a line that is none may release what it earned before
        foreach (var line in payout.Lines.Where(line => line.State != LineState.None || line.Parts.Count > 0))
            Write(json, subject.Explain(line.Name), line, language);
        json.WriteEndArray();
        ValueJson.Write(json, "payout", subject["payout"]);
        if (subject.TryGet("payout.earned", out var earned))
            ValueJson.Write(json, "earned", earned);
        if (payout.Cause is { } cause)
            json.WriteString("notAvailable", cause.Explain(language));
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
        ExplanationJson.WriteValue(json, explanation.Result, language);
        ExplanationJson.WriteSteps(json, explanation, language);
        ReleaseJson.WriteParts(json, line, language);
        json.WriteEndObject();
    }
}
