// A value that is never there, and why.
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Rulesets;

namespace KpiRules.Kernel;

internal enum NoValueReason
{
    /// <summary>A KPI's target does not scale with time, so that there is nothing to require of each day.</summary>
    DoesNotScale,

    /// <summary>Several periods have no way of making the number together.</summary>
    NotCombined,

    /// <summary>The author waived a check, and said why.</summary>
    Waived,

    /// <summary>The author did not ask for a check.</summary>
    NotAsked,
}

/// <param name="Name">What it happened to.</param>
/// <param name="Words">In the author's words; null for none.</param>
internal sealed record NoValueOperation(Origin Origin, NoValueReason Reason, string Name, ValueKind Kind = ValueKind.Number, LocalizedText? Words = null) : LeafOperation(Origin, Kind, null);
