// Writes how targets were judged as JSON.
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Results;

namespace KpiRules.Json;

internal static class SmartJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<SmartResult> targets, string language)
    {
        json.WriteStartArray();
        foreach (var target in targets)
        {
            json.WriteStartObject();
            json.WriteString("subject", target.SubjectId);
            json.WriteString("period", target.Period.ToString());
            json.WriteString("kpi", target.Kpi.Name);
            ValueJson.Write(json, "target", target.Part("target"));
            ValueJson.Write(json, "holding", target.Part("smart"));
            json.WriteString("waived", target.Waiver?.In(language));
            json.WriteStartObject("criteria");
            foreach (var criterion in target.Criteria)
            {
                json.WriteStartObject(criterion.Name);
                ValueJson.Write(json, "holds", target.Part("smart." + criterion.Name));
                json.WriteString("message", criterion.Message(language));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
