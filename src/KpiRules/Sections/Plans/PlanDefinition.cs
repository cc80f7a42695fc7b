// A plan as the author wrote it ("Plans" in docs/format.md).
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal sealed record PlanDefinition
{
    /// <summary>The last level of every plan: the subjects themselves.</summary>
    public const string SubjectLevel = "subject";

    public required JsonString Name { get; init; }

    /// <summary>Its id is no id, or another's; what it says is checked all the same.</summary>
    public bool IsIdTaken { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>Null after a fault that has been reported.</summary>
    public JsonString? Kpi { get; init; }

    /// <summary>Null after a fault that has been reported.</summary>
    public NumberDefinition? Total { get; init; }

    /// <summary>From the first to the last; none after a fault that has been reported.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>
    /// The attributes by which subjects are put into groups, from the top; none where the total goes to the subjects at once.
    /// </summary>
    public required IReadOnlyList<JsonString> Groups { get; init; }

    /// <summary>What subjects weigh; null: all the same.</summary>
    public NumberDefinition? Weights { get; init; }

    public PeriodSharing Sharing { get; init; }

    /// <summary>The weight of every period, where the author wrote them; else none.</summary>
    public IReadOnlyList<decimal> PeriodWeights { get; init; } = [];

    /// <summary>Null where the unit of the KPI decides.</summary>
    public decimal? RoundTo { get; init; }

    /// <summary>Whether what closed periods fell short of, or went beyond, is spread over the open ones.</summary>
    public bool Spreads { get; init; }

    public IReadOnlyList<StretchDefinition> Stretch { get; init; } = [];
}

/// <summary>By what a subject's part is divided over the periods.</summary>
internal enum PeriodSharing
{
    Even,

    /// <summary>By what the subject's KPI was one year earlier.</summary>
    History,

    /// <summary>By weights that the author wrote.</summary>
    Given,
}

/// <summary>A further target beside the plan's own, a multiple of it.</summary>
/// <param name="Factor">A number or a formula.</param>
internal sealed record StretchDefinition(JsonString Name, NumberDefinition Factor);
