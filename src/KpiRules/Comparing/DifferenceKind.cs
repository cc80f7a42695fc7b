// What happened to something that stands in a ruleset.
namespace KpiRules.Comparing;

/// <summary>What happened to something that stands in a ruleset.</summary>
public enum DifferenceKind
{
    /// <summary>It is there only after.</summary>
    Added,

    /// <summary>It was there only before.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>A definition says the same under another id.</summary>
    Renamed,

    /// <summary>A list has its entries in another order, and something depends on it.</summary>
    Reordered,
}
