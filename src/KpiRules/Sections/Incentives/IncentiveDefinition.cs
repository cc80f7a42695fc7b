// An incentive as the author wrote it ("Incentives" in docs/format.md).
using KpiRules.Facts;
using KpiRules.Sections.Incentives.Releases;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal sealed record IncentiveDefinition
{
    public required JsonString Name { get; init; }

    /// <summary>Its id is no id, or another's; what it says is checked all the same.</summary>
    public bool IsIdTaken { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    public string? Kind { get; init; }

    public JsonString? AppliesTo { get; init; }

    public JsonString? Gate { get; init; }

    public NumberDefinition? Amount { get; init; }

    public NumberDefinition? Basis { get; init; }

    public NumberDefinition? Rate { get; init; }

    public NumberDefinition? Multiplier { get; init; }

    public NumberDefinition? Min { get; init; }

    public NumberDefinition? Max { get; init; }

    /// <summary>The line exists only in the last period of such a span; null: in every period.</summary>
    public PeriodKind? Every { get; init; }

    /// <summary>The list of records for each of which it is worked out; null: once for the subject.</summary>
    public JsonString? Each { get; init; }

    public PoolDefinition? Pool { get; init; }

    public DrawDefinition? Draw { get; init; }

    /// <summary>The parts in which what is earned becomes due; null: all at once, and no more is said of it.</summary>
    public ReleaseDefinition? Release { get; init; }
}

/// <summary>An amount divided among the members of a group.</summary>
/// <param name="Among">The attribute that members have in common; null: all are members.</param>
/// <param name="Share">In proportion to what; null: equally.</param>
internal sealed record PoolDefinition(NumberDefinition? Amount, JsonString? Among, JsonString? Share, JsonString? When);

/// <summary>What a line pays at least; a recoverable one is taken back from what later periods earn above it.</summary>
internal sealed record DrawDefinition(NumberDefinition? Amount, bool IsRecoverable);
