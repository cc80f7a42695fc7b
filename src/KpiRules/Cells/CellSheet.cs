// The cells of a policy in an order in which each comes behind all it depends on, and the facts they can use.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Lookup;

namespace KpiRules.Cells;

/// <summary>A debt that is carried from period to period.</summary>
/// <param name="Opening">The fact that gives it, and the cell that has it, at the beginning.</param>
/// <param name="Closing">The cell that has it at the end.</param>
internal sealed record DebtDefinition(string Opening, string Closing);

/// <summary>What a line defers from period to period.</summary>
/// <param name="Given">The records that say what is deferred at the beginning, as the facts give them.</param>
/// <param name="Opening">The same as formulas look at them: counted from the period evaluated.</param>
/// <param name="Every">The line exists only in the last period of such a span; null: in every period.</param>
/// <param name="Decimals">How many the line's amount has.</param>
internal sealed record ReleaseCells(
    string Line, RecordDefinition Given, RecordDefinition Opening, PeriodKind? Every, int Decimals, IReadOnlyList<ReleasePartCells> Parts)
{
    /// <summary>How many periods after it was earned a part may still be asked for.</summary>
    public int Longest { get; } = Parts.Max(part => part.Until);

    /// <summary>What becomes due in the period, of this and earlier ones.</summary>
    public static CellKey Due(string line) => CellKey.Of(line, "due");

    /// <summary>What at the end of the period is earned, neither due nor forfeited.</summary>
    public static CellKey Deferred(string line) => CellKey.Of(line, "deferred");

    /// <summary>What is forfeited in the period.</summary>
    public static CellKey Forfeited(string line) => CellKey.Of(line, "forfeited");

    public static IReadOnlyList<CellKey> Results(string line) => [Due(line), Deferred(line), Forfeited(line)];
}

/// <summary>A part of what a line earns.</summary>
/// <param name="Own">The cell that has the part of what is earned in the period.</param>
/// <param name="When">The cell that says whether it is due where it is asked for; null: always.</param>
/// <param name="Condition">The same in the author's words; null: none.</param>
/// <param name="Share">Known once the cells are bound.</param>
internal sealed record ReleasePartCells(
    string Own, string? When, string? Condition, int After, int Until, Lazy<decimal> Share);

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

    /// <summary>The tables that formulas may look up.</summary>
    public IReadOnlyList<LookupTable> Tables { get; init; } = [];

    /// <summary>What is deferred from period to period, by line.</summary>
    public IReadOnlyList<ReleaseCells> Releases { get; init; } = [];

    /// <summary>The cells that look at other subjects, and the function by which they do.</summary>
    public IReadOnlyList<(string Cell, string Function)> PopulationUses { get; init; } = [];
}
