// A named value of the policy: what it is called, its type and unit, and the expression that gives it.
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Cells;

/// <param name="IsInternal">Needed by other cells, but no result of its own: formulas and hosts cannot name it.</param>
/// <param name="Nesting">How deep the formula it came from is nested.</param>
internal sealed record Cell(string Name, ValueKind Kind, string? Unit, Expression Expression, bool IsInternal, int Nesting);
