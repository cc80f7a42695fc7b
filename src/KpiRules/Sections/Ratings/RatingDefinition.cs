// A rating as the author wrote it: "Ratings by quota" in docs/format.md.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Ratings;

internal sealed record RatingDefinition
{
    public required JsonString Name { get; init; }

    /// <summary>Its id is no id, or another's; what it says is checked all the same.</summary>
    public bool IsIdTaken { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>What members are placed by; null after a fault that has been reported.</summary>
    public JsonString? On { get; init; }

    public PlacedFirst Better { get; init; }

    /// <summary>The attribute that makes the groups; null: everybody is of one.</summary>
    public JsonString? Among { get; init; }

    /// <summary>Who takes part; null: everybody.</summary>
    public JsonString? When { get; init; }

    /// <summary>What parts equals, in turn.</summary>
    public required IReadOnlyList<JsonString> Then { get; init; }

    /// <summary>The best first; empty after a fault that has been reported.</summary>
    public required IReadOnlyList<RatingGrade> Grades { get; init; }

    public Ties Ties { get; init; }

    /// <summary>The least number of members whose places are divided.</summary>
    public int Smallest { get; init; }
}

/// <summary>Which values are placed first.</summary>
internal enum PlacedFirst
{
    Higher,
    Lower,
}

/// <param name="Share">Which part of the places it gets.</param>
/// <param name="From">From which value on it is given in a small group; null where nothing says so.</param>
internal sealed record RatingGrade(JsonString Grade, decimal Share, NumberDefinition? From);

/// <summary>How those are graded who are tied across the border of two grades.</summary>
internal enum Ties
{
    /// <summary>All as the best placed of them.</summary>
    Better,

    /// <summary>All as the worst placed of them.</summary>
    Worse,
}
