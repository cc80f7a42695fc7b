// The cells of a policy in an order in which each comes behind all it depends on, and the facts they can use.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Cells;

/// <summary>A debt that is carried from period to period.</summary>
/// <param name="Opening">The fact that gives it, and the cell that has it, at the beginning.</param>
/// <param name="Closing">The cell that has it at the end.</param>
internal sealed record DebtDefinition(string Opening, string Closing);

internal sealed class CellSheet(
    IReadOnlyList<Cell> cells,
    IReadOnlyList<FactDefinition> facts,
    IReadOnlyList<RecordDefinition> records,
    IReadOnlyList<DebtDefinition> debts)
{
    public IReadOnlyList<Cell> Cells { get; } = cells;

    public IReadOnlyList<FactDefinition> Facts { get; } = facts;

    public IReadOnlyList<RecordDefinition> Records { get; } = records;

    public IReadOnlyList<DebtDefinition> Debts { get; } = debts;

    /// <summary>The cells that look at other subjects, and the function by which they do.</summary>
    public IReadOnlyList<(string Cell, string Function)> PopulationUses { get; init; } = [];
}
