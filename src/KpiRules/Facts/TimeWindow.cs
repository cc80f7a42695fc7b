// The stretch of time up to a period over which facts are combined.
namespace KpiRules.Facts;

internal enum TimeWindow
{
    /// <summary>The period alone.</summary>
    None,

    /// <summary>From the beginning of the policy's quarter.</summary>
    Quarter,

    /// <summary>From the beginning of the policy's year.</summary>
    Year,
}
