// What the author wrote, as records without behaviour; every value knows where it stands.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Kpis;
using KpiRules.Sections.Plans;
using KpiRules.Sections.Ratings;
using KpiRules.Sections.Scorecard;
using KpiRules.Sections.Warnings;
using KpiRules.Source.Json;

namespace KpiRules.Sections;

internal sealed record RulesetDefinition
{
    public required JsonObject Json { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public string? Company { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    public EffectiveRange? Effective { get; init; }

    public required SettingsDefinition Settings { get; init; }

    public required IReadOnlyList<ParameterDefinition> Parameters { get; init; }

    /// <summary>Measures and attributes.</summary>
    public required IReadOnlyList<FactEntry> Facts { get; init; }

    public required IReadOnlyList<RecordDefinition> Records { get; init; }

    public required IReadOnlyList<LookupTable> Tables { get; init; }

    public required IReadOnlyList<KpiDefinition> Kpis { get; init; }

    public ScorecardDefinition? Scorecard { get; init; }

    public required IReadOnlyList<RatingDefinition> Ratings { get; init; }

    public required IReadOnlyList<WarningDefinition> Warnings { get; init; }

    public required IReadOnlyList<IncentiveDefinition> Incentives { get; init; }

    public required IReadOnlyList<PlanDefinition> Plans { get; init; }

    public required IReadOnlyList<Waiver> Waivers { get; init; }

    public required IReadOnlyList<TestDefinition> Tests { get; init; }
}
