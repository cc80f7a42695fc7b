// The cells of a policy in an order in which each comes behind all it depends on, and the facts they can use.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Cells;

internal sealed class CellSheet(IReadOnlyList<Cell> cells, IReadOnlyList<FactDefinition> facts)
{
    public IReadOnlyList<Cell> Cells { get; } = cells;

    public IReadOnlyList<FactDefinition> Facts { get; } = facts;
}
