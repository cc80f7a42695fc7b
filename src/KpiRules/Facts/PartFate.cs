// What becomes of a part of what an incentive line earned.
namespace KpiRules.Facts;

/// <summary>What becomes in a period of a part of what an incentive line with a release earned in it or earlier.</summary>
public enum PartFate
{
    /// <summary>It is due, and in the payout.</summary>
    Due,

    /// <summary>It waits for a later period.</summary>
    Deferred,

    /// <summary>Its condition did not hold in the last period in which it was asked.</summary>
    Forfeited,

    /// <summary>Nobody knows whether it is due; the line is held until the facts are mended.</summary>
    NotKnown,
}
