// Reads the tables of a ruleset: what their rows are found by, what they give, and the rows themselves where the ruleset has them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

/// <summary>Section 16 of the ruleset format.</summary>
internal sealed class TableReader(DiagnosticBag diagnostics, IdRegister ids)
{
    private const string Given = "given";

    private static readonly Term What = new("what.table");

    public IReadOnlyList<LookupTable> Read(IReadOnlyList<JsonMember> members)
    {
        foreach (var member in members)
            ids.Register(member.Name);
        return members.Select(Read).OfType<LookupTable>().ToList();
    }

    /// <summary>Null after a fault that leaves nobody to know what a lookup in it would mean.</summary>
    private LookupTable? Read(JsonMember member)
    {
        if (ObjectReader.Of(member, What, diagnostics) is not { } reader)
            return null;
        var title = reader.Localized("title");
        reader.Localized("description");
        reader.Required("keys");
        reader.Required("values");
        var columns = new TableColumnReader(reader, diagnostics, ids);
        var (keys, values) = (columns.Keys(), columns.Values());
        var rows = reader.Required("rows");
        var isGiven = rows is JsonString { Value: Given };
        if (rows is not (null or JsonArray) && !isGiven)
            reader.ReportType(rows, "rows", "json.rows");
        var otherwise = reader.Object("else");
        reader.Finish();
        if (keys is null || values is null)
            return null;
        var table = new TableDefinition(member.Name.Value, title, keys, values, isGiven);
        var cells = new TableCellReader(table, diagnostics);
        return new LookupTable(table, cells.Else(otherwise), isGiven ? null : cells.Rows(rows as JsonArray));
    }
}
