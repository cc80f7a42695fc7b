// The rows of tables as they came with the facts: of a table for a period, or without one.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>Whoever remembers what was made of these rows means these very ones: no two are equal.</summary>
/// <param name="period">Null for rows that are given without one.</param>
internal sealed class GivenRows(string table, Period? period, IReadOnlyList<GivenRow> rows)
{
    public string Table { get; } = table;

    public Period? Period { get; } = period;

    public IReadOnlyList<GivenRow> Rows { get; } = rows;

    /// <summary>Where a row came from; without a file, its number among the rows, from 1: <c>rates 2026-03[2]</c>.</summary>
    /// <param name="number">From 0.</param>
    public string PlaceOf(int number) => Rows[number].Origin.Written
        ?? System.FormattableString.Invariant($"{Table}{(Period is null ? "" : " ")}{Period}[{number + 1}]");
}

/// <summary>One row, whatever its columns.</summary>
/// <param name="Cells">None for a row that could not be read at all.</param>
/// <param name="IsInDoubt">Whether nobody knows that it belongs here, for its period, or all of it, could not be read.</param>
internal readonly record struct GivenRow(IReadOnlyList<KeyValuePair<string, FactValue>> Cells, RowOrigin Origin, bool IsInDoubt = false);

/// <summary>All rows of a dataset.</summary>
internal sealed class GivenTableRows(IEnumerable<GivenRows> all)
{
    private readonly ILookup<string, GivenRows> _byTable = all.ToLookup(rows => rows.Table);

    /// <summary>The names of the tables that are given, be it without rows.</summary>
    public IEnumerable<string> Tables => _byTable.Select(table => table.Key);

    /// <summary>The rows of a table, those of each period together.</summary>
    public IEnumerable<GivenRows> Of(string table) => _byTable[table];
}
