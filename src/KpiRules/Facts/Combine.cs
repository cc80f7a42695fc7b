// How several values of one fact become one.
namespace KpiRules.Facts;

/// <summary>How values of several periods or subjects become one.</summary>
public enum Combine
{
    /// <summary>They add up.</summary>
    Sum,

    /// <summary>Their mean, each counting once.</summary>
    Average,

    /// <summary>The latest of several periods; over subjects they add up, or are averaged for percent, ratio and score.</summary>
    Last,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,
}
