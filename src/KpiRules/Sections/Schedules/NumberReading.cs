// Takes a JSON value, gives the number that the author wrote: a number, a formula or a schedule.
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal static class NumberReading
{
    /// <summary>A property; null when it is not there, or after reporting a fault.</summary>
    public static NumberDefinition? NumberLike(this ObjectReader reader, string name) =>
        reader.Take(name) is { } value ? Read(reader, value, name) : null;

    /// <summary>An entry of a list; null after reporting a fault.</summary>
    public static NumberDefinition? NumberLike(this ObjectReader reader, JsonValue item) => Read(reader, item, null);

    private static NumberDefinition? Read(ObjectReader reader, JsonValue value, string? name)
    {
        switch (value)
        {
            case JsonNumber or JsonString:
                return new NumberDefinition(value);
            case JsonObject json:
                return new ScheduleReader(reader.Diagnostics).Read(json) is { } schedule ? new NumberDefinition(value, schedule) : null;
            default:
                reader.ReportType(value, name, "json.numberLike");
                return null;
        }
    }
}
