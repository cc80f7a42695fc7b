// Takes a JSON value, gives it as the value of a fact.
using KpiRules.Source.Json;

namespace KpiRules.Facts;

internal static class FactJson
{
    /// <summary>By the declared type where there is one, else by its own; none for what no fact can be.</summary>
    public static FactValue ValueOf(JsonValue json, ValueKind? kind) => json switch
    {
        JsonNumber number => number.Value,
        JsonBoolean boolean => boolean.Value,
        JsonString text when kind == ValueKind.Date && DayNumber.TryParse(text.Value, out var day) => FactValue.OfDay(day),
        JsonString text => text.Value,
        _ => default,
    };
}
