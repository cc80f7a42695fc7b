// Writes the differences of two rulesets as JSON.
using System.Collections.Generic;
using System.Text.Json;
using KpiRules.Comparing;

namespace KpiRules.Cli;

internal static class DiffJson
{
    public static void Write(
        Utf8JsonWriter json, Policy before, Policy after, IReadOnlyList<RulesetDifference> differences, string language)
    {
        json.WriteStartObject();
        WriteSide("before", before);
        WriteSide("after", after);
        json.WriteStartArray("differences");
        foreach (var one in differences)
        {
            json.WriteStartObject();
            json.WriteString("kind", SimulationJson.Word(one.Kind));
            json.WriteString("path", one.Path);
            json.WriteString("definition", one.Definition);
            json.WriteString("before", one.Before);
            json.WriteString("after", one.After);
            json.WriteString("placeBefore", one.PlaceBefore);
            json.WriteString("placeAfter", one.PlaceAfter);
            json.WriteBoolean("changesNumbers", one.ChangesNumbers);
            json.WriteStartArray("usedBy");
            foreach (var user in one.UsedBy)
                json.WriteStringValue(user);
            json.WriteEndArray();
            json.WriteString("message", one.Message(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void WriteSide(string name, Policy policy)
        {
            json.WriteStartObject(name);
            json.WriteString("id", policy.Id);
            json.WriteString("version", policy.Version);
            json.WriteString("contentHash", policy.ContentHash);
            json.WriteEndObject();
        }
    }
}
