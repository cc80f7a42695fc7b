// A KPI as the author wrote it: "KPIs, targets and attainment" in docs/format.md.
using KpiRules.Facts;
using KpiRules.Sections.Schedules;
using KpiRules.Sections.Smart;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Kpis;

internal sealed record KpiDefinition
{
    public required JsonString Name { get; init; }

    public required JsonObject Json { get; init; }

    /// <summary>Its id is no id, or another's; what it says is checked all the same.</summary>
    public bool IsIdTaken { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    public Unit Unit { get; init; }

    public Better Better { get; init; }

    /// <summary>Null after a fault that has been reported.</summary>
    public NumberDefinition? Formula { get; init; }

    public NumberDefinition? Target { get; init; }

    /// <summary>The target comes with the facts.</summary>
    public JsonString? TargetGiven { get; init; }

    public NumberDefinition? Attainment { get; init; }

    public NumberDefinition? Score { get; init; }

    public StatusDefinition? Status { get; init; }

    public NumberDefinition? Weight { get; init; }

    public JsonString? Perspective { get; init; }

    /// <summary>How its targets combine over periods and subjects; null where the unit decides.</summary>
    public Combine? Combine { get; init; }

    public JsonString? AppliesTo { get; init; }

    /// <summary>How its target is checked; null where it is not.</summary>
    public KpiSmart? Smart { get; init; }
}

/// <summary>Which values of a KPI are the good ones.</summary>
internal enum Better
{
    Higher,
    Lower,
    Nearer,
}

/// <summary>From which attainment on a KPI is green or yellow; what is not written is the default.</summary>
internal sealed record StatusDefinition(JsonValue Json, NumberDefinition? Green, NumberDefinition? Yellow)
{
    public const decimal DefaultGreen = 1;
    public const decimal DefaultYellow = 0.8m;
}
