// Takes rows as they came with the facts, gives them ready to be searched, with what is wrong in them; once for the same rows and table.
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using KpiRules.Facts;

namespace KpiRules.Lookup;

internal sealed class GivenIndex
{
    /// <summary>A dataset is evaluated many times, and by policies that are read anew: what is left of neither is not kept.</summary>
    private static readonly ConditionalWeakTable<GivenRows, ConditionalWeakTable<TableDefinition, GivenIndex>> Known = new();

    private GivenIndex(RowIndex rows, IReadOnlyList<DataIssue> issues) => (Rows, Issues) = (rows, issues);

    public RowIndex Rows { get; }

    public IReadOnlyList<DataIssue> Issues { get; }

    /// <summary>Safe for threads.</summary>
    public static GivenIndex Of(TableDefinition table, GivenRows rows) =>
        Known.GetOrCreateValue(rows).GetValue(table, definition => Build(definition, rows));

    private static GivenIndex Build(TableDefinition table, GivenRows given)
    {
        var issues = new List<DataIssue>();
        var reader = new GivenRowReader(table, given, issues);
        var rows = Enumerable.Range(0, given.Rows.Count).Select(reader.Read).ToArray();
        var index = new RowIndex(table, rows);
        if (index.Alike.Count > 0)
            ReportAlike(table, given, index, issues);
        return new GivenIndex(index, issues);
    }

    private static void ReportAlike(TableDefinition table, GivenRows given, RowIndex index, List<DataIssue> issues)
    {
        var numbers = index.Rows.Select((row, number) => (row, number)).ToDictionary(row => row.row, row => row.number);
        issues.AddRange(index.Alike.Select(pair => TableIssues.Alike(
            given.PlaceOf(numbers[pair.Second]), given.Period, table.Name, pair.Second.ShownKeys, given.PlaceOf(numbers[pair.First]))));
    }
}
