// Takes the JSON of a ruleset and a path, gives the JSON with something else there, or without it.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Reconciling;

internal static class RulesetEdit
{
    /// <param name="path">Names of properties and numbers of entries, from the outermost.</param>
    /// <param name="value">Null takes away what is there.</param>
    public static JsonObject With(JsonObject ruleset, IReadOnlyList<string> path, JsonValue? value) =>
        (JsonObject)Changed(ruleset, path, 0, value);

    public static JsonValue? At(JsonValue? json, params string[] path) => path.Aggregate(
        json, (value, step) => value is JsonObject part ? part[step] : value is JsonArray list ? list.Items[Index(step)] : null);

    public static JsonNumber Number(decimal value)
    {
        var text = ExactDecimal.Normalised(value).ToString(CultureInfo.InvariantCulture);
        return new JsonNumber(PlaceOf(text), value);
    }

    /// <summary>A text that stands in quotes of its own, as it would in a file.</summary>
    public static JsonString Text(string value) => new(PlaceOf(Newtonsoft.Json.JsonConvert.ToString(value)), value);

    private static SourcePlace PlaceOf(string text) => new(new SourceText("rule", text), new SourceSpan(0, text.Length), SourcePath.Root);

    private static JsonValue Changed(JsonValue json, IReadOnlyList<string> path, int depth, JsonValue? value)
    {
        var (step, isLast) = (path[depth], depth == path.Count - 1);
        if (json is JsonArray list)
            return new JsonArray(list.Place, list.Items.Select((item, i) =>
                i != Index(step) ? item : isLast ? value! : Changed(item, path, depth + 1, value)).ToList());
        var members = new List<JsonMember>();
        foreach (var member in ((JsonObject)json).Members)
        {
            if (member.Name.Value != step)
                members.Add(member);
            else if (!isLast)
                members.Add(member with { Value = Changed(member.Value, path, depth + 1, value) });
        }

        if (isLast && value is not null)
            members.Add(new JsonMember(Text(step), value));
        else if (!isLast && members.Count == ((JsonObject)json).Members.Count && ((JsonObject)json)[step] is null)
            members.Add(new JsonMember(Text(step), Changed(new JsonObject(json.Place, []), path, depth + 1, value)));
        return new JsonObject(json.Place, members);
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
