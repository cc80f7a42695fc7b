// A table as lookups see it: what it is, what stands in where no row matches, and its rows where the ruleset has them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Lookup;

/// <param name="definition">What it is.</param>
/// <param name="otherwise">What each value is where no row matches; none for a value of which nothing is said.</param>
/// <param name="rows">Null where they come with the facts.</param>
internal sealed class LookupTable(TableDefinition definition, FactValue[] otherwise, RowIndex? rows)
{
    public TableDefinition Definition { get; } = definition;

    public FactValue[] Else { get; } = otherwise;

    public RowIndex? Rows { get; } = rows;

    public FactDefinition ValueAt(int index) => Definition.Values[index];

    /// <summary>The place of a value among those of a row; -1 for none of that name.</summary>
    public int IndexOf(string value)
    {
        for (var i = 0; i < Definition.Values.Count; i++)
        {
            if (Definition.Values[i].Name == value)
                return i;
        }

        return -1;
    }

    /// <summary>All that a value of texts is in the rows, or where no row matches; null where the rows come with the facts.</summary>
    public IReadOnlyList<string>? TextsOf(int value) => Rows?.Rows.Select(row => row.Values[value].Text).Append(Else[value].Text)
        .OfType<string>().Distinct().ToList();

    public override string ToString() => Definition.Name;
}
