// A named value of the policy: what it is called, its type and unit, and the expression that gives it.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <param name="IsInternal">Needed by other cells, but no result of its own: formulas and hosts cannot name it.</param>
/// <param name="OfRunningPeriod">Of interest only while the period runs.</param>
/// <param name="IsOnDemand">Worked out when somebody reads it, unless another cell needs it.</param>
/// <param name="Nesting">How deep the formula it came from is nested.</param>
internal sealed record Cell(string Name, ValueKind Kind, string? Unit, Operation Operation, bool IsInternal, bool OfRunningPeriod, bool IsOnDemand, int Nesting, string? Label = null)
{
    /// <summary>What to call it in a cause: the author's words, or whose part it is.</summary>
    public string Shown => Label ?? (Name.IndexOf(':') is >= 0 and var colon ? Name.Substring(0, colon) : Name);
}
