// A number as the author may write it.
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <summary>A number as the author may write it: a JSON number, a formula (a JSON string), or a schedule (an object).</summary>
/// <param name="Schedule">What the object says; null for a number and a formula.</param>
internal sealed record NumberDefinition(JsonValue Json, ScheduleDefinition? Schedule = null)
{
    /// <summary>The number itself; null where a formula or a schedule gives it.</summary>
    public decimal? Constant => (Json as JsonNumber)?.Value;
}
