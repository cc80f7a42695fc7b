// How a function, or a composite, combines over periods and people: "Periods and time" in docs/format.md.

namespace KpiRules.Kernel;

internal enum CombiningKind
{
    /// <summary>What is made of it cannot be combined.</summary>
    Never,

    /// <summary>Only where no measure is in it, and so nothing to combine.</summary>
    WithoutMeasures,

    /// <summary>As one of its parts does.</summary>
    AsPart,

    /// <summary>It adds up, as long as it looks at nothing but the record and what the subject is.</summary>
    AddsUp,

    /// <summary>A quotient, of a value that adds up or is a quotient itself by a target that adds up or is fixed.</summary>
    Attains,
}

/// <param name="Reason">The term that says why it is not combined, where it is not; empty where it always is.</param>
/// <param name="Part">Which part decides, where one does.</param>
internal sealed record Combining(CombiningKind Kind, string Reason, int Part = 0)
{
    public static readonly Combining WithoutMeasures = WithoutMeasuresFor("combine.function");

    /// <summary>As the formula it looks at does.</summary>
    public static readonly Combining AsFormula = As(part: 0);

    public static readonly Combining Attains = new(CombiningKind.Attains, "combine.other");

    public static readonly Combining AddsUp = new(CombiningKind.AddsUp, "combine.recordOf");

    public static Combining As(int part) => new(CombiningKind.AsPart, "", part);

    public static Combining WithoutMeasuresFor(string reason) => new(CombiningKind.WithoutMeasures, reason);

    public static Combining Never(string because) => new(CombiningKind.Never, because);
}
