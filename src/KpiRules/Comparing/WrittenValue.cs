// Takes a value of a ruleset, gives it on one line as its author wrote it.
using System.Linq;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal static class WrittenValue
{
    public static string Of(JsonValue value) => value is JsonString text ? text.Value : Within(value);

    private static string Within(JsonValue value) => value switch
    {
        JsonObject json => json.Members.Count == 0
            ? "{}"
            : $"{{ {string.Join(", ", json.Members.Select(member => $"{member.Name.Value}: {Within(member.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Items.Select(Within))}]",
        JsonString text => $"\"{text.Value}\"",
        // a table's numbers may stand between quotation marks
        JsonNumber number => number.Place.Text.Trim('"'),
        _ => value.Place.Text,
    };
}
