// Reads the tables of a ruleset: what their rows are found by, what they give, and the rows themselves where the ruleset has them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Sections.Tables;

/// <summary>Section 16 of the ruleset format.</summary>
internal sealed class TableReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<LookupTable> Read(IReadOnlyList<MapEntry<ObjectReader>> entries)
    {
        foreach (var entry in entries)
            ids.Register(entry.Name);
        return entries.Select(Read).OfType<LookupTable>().ToList();
    }

    /// <summary>Null after a fault that leaves nobody to know what a lookup in it would mean.</summary>
    private LookupTable? Read(MapEntry<ObjectReader> entry)
    {
        if (entry.Read() is not { } reader)
            return null;
        var title = reader.Read(Naming.Title);
        reader.Read(Naming.Description);
        var columns = new TableColumnReader(reader, diagnostics, ids);
        var (keys, values) = (columns.Keys(), columns.Values());
        var (rows, otherwise) = (reader.Read(TableShape.Rows), reader.Read(TableShape.Else));
        reader.Finish();
        if (keys is null || values is null)
            return null;
        var isGiven = rows is { List: null };
        var table = new TableDefinition(entry.Name.Value, title, keys, values, isGiven);
        var cells = new TableCellReader(table, diagnostics);
        return new LookupTable(table, cells.Else(otherwise?.Json), isGiven ? null : cells.Rows(rows?.List));
    }
}
