// How targets are checked before they are used, as the author wrote it ("SMART targets" in docs/format.md).
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Smart;

/// <summary>The criteria that are configured; null for one that is not.</summary>
internal sealed record SmartDefinition
{
    public RequiringCriterion? Specific { get; init; }

    public RequiringCriterion? Measurable { get; init; }

    public AchievableCriterion? Achievable { get; init; }

    public RelevantCriterion? Relevant { get; init; }

    public TimeBoundCriterion? TimeBound { get; init; }
}

/// <summary>What holds for one KPI: its own criteria before those of the ruleset, or why there are none.</summary>
/// <param name="Json">Where the author wrote the KPI's own; null where there is none.</param>
/// <param name="Waiver">Why its targets are not checked; null where they are.</param>
internal sealed record KpiSmart(JsonValue? Json, LocalizedText? Waiver, SmartDefinition Criteria);

/// <summary>The KPI whose target is checked.</summary>
/// <param name="Unit">As it declares it; null where its formula decides.</param>
/// <param name="Weight">In the scorecard; null for none.</param>
internal sealed record CheckedKpi(JsonString Name, Unit Unit, NumberDefinition? Weight);

/// <param name="Required">Properties that the KPI must have.</param>
/// <param name="Missing">Those of them that it has not; empty in the ruleset's own definition.</param>
internal sealed record RequiringCriterion(IReadOnlyList<string> Required, IReadOnlyList<string> Missing);

/// <summary>The target lies between two multiples of a baseline, or meets a condition.</summary>
internal sealed record AchievableCriterion(NumberDefinition? Baseline, NumberDefinition? From, NumberDefinition? To, JsonString? When);

/// <param name="WeightFrom">The least the KPI's weight may be; null for no bound.</param>
/// <param name="WeightTo">The most it may be; null for no bound.</param>
internal sealed record RelevantCriterion(
    IReadOnlyList<string> Required, IReadOnlyList<string> Missing, decimal? WeightFrom, decimal? WeightTo)
{
    public bool AsksForWeight => WeightFrom is not null || WeightTo is not null;
}

/// <param name="Within">Where the author asks for the days on which the ruleset holds; null where not.</param>
/// <param name="Longest">How long a period may be at most; null for any.</param>
internal sealed record TimeBoundCriterion(JsonString? Within, PeriodKind? Longest);
