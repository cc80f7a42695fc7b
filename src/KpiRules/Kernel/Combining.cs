// How a function combines over periods and people: section 4 of the ruleset format.
namespace KpiRules.Kernel;

internal enum CombiningKind
{
    /// <summary>What is made of it cannot be combined.</summary>
    Never,

    /// <summary>Only where no measure is in it, and so nothing to combine.</summary>
    WithoutMeasures,

    /// <summary>As the formula it looks at does.</summary>
    AsFormula,

    /// <summary>It adds up, as long as it looks at nothing but the record and what the subject is.</summary>
    AddsUp,
}

/// <param name="Reason">The term that says why it is not combined, where it is not; empty where it always is.</param>
internal sealed record Combining(CombiningKind Kind, string Reason)
{
    public static readonly Combining WithoutMeasures = new(CombiningKind.WithoutMeasures, "combine.function");

    public static readonly Combining AsFormula = new(CombiningKind.AsFormula, "");

    public static readonly Combining AddsUp = new(CombiningKind.AddsUp, "combine.recordOf");

    public static Combining Never(string because) => new(CombiningKind.Never, because);
}
