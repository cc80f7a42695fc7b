// Writes what becomes of what a line earned, part by part, and what is deferred at the end, as the next period's facts have it.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Json;

internal static class ReleaseJson
{
    /// <summary>What is due, deferred and forfeited, and of which months; nothing of a line without a release.</summary>
    public static void WriteParts(Utf8JsonWriter json, IncentiveLine line, string language)
    {
        if (line.Incentive.Release.Count == 0)
            return;
        json.WriteStartObject("release");
        foreach (var name in new[] { "due", "deferred", "forfeited" })
            ValueJson.Write(json, name, line.Part(name)!.Value);
        if (line.Part("due")!.Value.Cause is { } cause)
            json.WriteString("notAvailable", cause.Explain(language));
        json.WriteStartArray("parts");
        foreach (var part in line.Parts)
            Write(json, part, language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>By list, the records that open the next period; nothing where there are none to give.</summary>
    /// <param name="subject">Of whom alone; null: of all.</param>
    public static void WriteOpenings(Utf8JsonWriter json, PeriodEvaluation evaluation, string? subject)
    {
        if (evaluation.Deferred is not { } deferred)
            return;
        json.WriteStartObject("openings");
        WriteLists(json, evaluation, deferred.Where(part => subject is null || part.Subject == subject));
        json.WriteEndObject();
    }

    /// <summary>The lists, each a member of its name, those without records included: they say that nothing is deferred.</summary>
    public static void WriteLists(Utf8JsonWriter json, PeriodEvaluation evaluation, IEnumerable<DeferredPart> deferred)
    {
        var byList = deferred.ToLookup(part => part.List);
        var next = evaluation.Period.Add(1).ToString();
        foreach (var list in evaluation.Incentives.Select(incentive => incentive.Openings).OfType<string>())
        {
            json.WriteStartArray(list);
            foreach (var part in byList[list])
            {
                json.WriteStartObject();
                json.WriteString("subject", part.Subject);
                json.WriteString("period", next);
                foreach (var field in part.Fields)
                {
                    json.WritePropertyName(field.Key);
                    ValueJson.Write(json, field.Value);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, ReleasedPart part, string language)
    {
        json.WriteStartObject();
        json.WriteString("earned", part.Earned?.ToString());
        json.WritePropertyName("part");
        ValueJson.Write(json, part.Number is { } number ? number : default(FactValue));
        json.WritePropertyName("amount");
        ValueJson.Write(json, part.Amount);
        json.WriteString("fate", FateOf(part.Fate));
        json.WriteString("due", part.Due?.ToString());
        json.WriteString("until", part.Until?.ToString());
        if (part.Condition is { } condition)
            json.WriteString("when", condition);
        if (part.Cause is { } cause)
            json.WriteString("notAvailable", cause.Explain(language));
        json.WriteEndObject();
    }

    private static string FateOf(PartFate fate) => fate switch
    {
        PartFate.Due => "due",
        PartFate.Deferred => "deferred",
        PartFate.Forfeited => "forfeited",
        PartFate.NotKnown => "notKnown",
    };
}
