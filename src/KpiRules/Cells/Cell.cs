// A named value of the policy: what it is called, its type and unit, and the expression that gives it.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <param name="Key">Whose it is and which part; of a view, those of the cell that is looked at.</param>
/// <param name="IsInternal">Needed by other cells, but no result of its own: formulas and hosts cannot name it.</param>
/// <param name="OfRunningPeriod">Of interest only while the period runs.</param>
/// <param name="IsOnDemand">Worked out when somebody reads it, unless another cell needs it.</param>
/// <param name="Nesting">How deep the formula it came from is nested.</param>
/// <param name="Label">What to call it in a cause, where the author wrote more than a name; null for its name.</param>
/// <param name="View">How the cell of the key is looked at; null for the cell itself.</param>
internal sealed record Cell(
    CellKey Key,
    ValueKind Kind,
    Unit Unit,
    Operation Operation,
    bool IsInternal,
    bool OfRunningPeriod,
    bool IsOnDemand,
    int Nesting,
    string? Label = null,
    CellView? View = null)
{
    public string Name { get; private init; } = View?.Name ?? Key.Name;

    /// <summary>What to call it in a cause: the author's words, or whose part it is.</summary>
    public string Shown => Label ?? Key.Shown;

    /// <summary>No two cells of a sheet have one name: nothing is gained by hashing what is in them.</summary>
    public override int GetHashCode() => Name.GetHashCode();

    /// <summary>The cell as somebody looks at it.</summary>
    public Cell SeenAs(CellView view) => this with { View = view, Name = view.Name, Label = view.Shown(Shown) };
}
