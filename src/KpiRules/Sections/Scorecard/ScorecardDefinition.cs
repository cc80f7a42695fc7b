// The scorecard as the author wrote it: "Scores, scorecard and grades" in docs/format.md.
using System.Collections.Generic;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Scorecard;

/// <param name="Perspectives">Empty where the KPIs are added up at once.</param>
internal sealed record ScorecardDefinition(
    JsonObject Json, IReadOnlyList<PerspectiveDefinition> Perspectives, MissingScore Missing, IReadOnlyList<GradeDefinition> Grades);

internal sealed record PerspectiveDefinition(JsonString Name, NumberDefinition Weight);

/// <param name="From">The score from which on the grade is given.</param>
internal sealed record GradeDefinition(JsonString Grade, NumberDefinition From);

/// <summary>What a KPI without a score does to the scorecard.</summary>
internal enum MissingScore
{
    /// <summary>The scorecard has no score either.</summary>
    NotAvailable,

    /// <summary>The KPI's weight leaves with it.</summary>
    Exclude,

    /// <summary>It counts as a score of 0.</summary>
    Zero,
}
