// Reads the rows that a ruleset writes into a table, and what stands in where none matches; every cell that cannot be used is reported.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

internal sealed class TableCellReader(TableDefinition table, DiagnosticBag diagnostics)
{
    /// <summary>The rows, ready to be searched; those with faults leave the policy without use anyway.</summary>
    public RowIndex Rows(JsonArray? json)
    {
        var (rows, places) = (new List<TableRow>(), new Dictionary<TableRow, JsonObject>());
        foreach (var item in json?.Items ?? [])
        {
            if (item is not JsonObject written)
            {
                diagnostics.Add(RulesetFaults.WrongEntry(item.Place, new Term("json.object"), item.Type));
                continue;
            }

            rows.Add(Row(written));
            places.Add(rows[rows.Count - 1], written);
        }

        var index = new RowIndex(table, rows);
        foreach (var (first, second) in index.Alike)
            diagnostics.Add(TableFaults.RowsAlike(places[second].Place, table.Name, second.ShownKeys, places[first].Place));
        return index;
    }

    /// <summary>What each value is where no row matches; none where nothing is said.</summary>
    public FactValue[] Else(JsonObject? json)
    {
        if (json is null)
            return new FactValue[table.Values.Count];
        var reader = new ObjectReader(json, new Term("what.tableElse"), diagnostics);
        var values = Values(reader);
        reader.Finish();
        return values;
    }

    private TableRow Row(JsonObject json)
    {
        var reader = new ObjectReader(json, new Term("what.tableRow"), diagnostics);
        var keys = table.Keys.Select(key => reader.Required(key.Name) is { } written ? Read(reader, key.Name, key.Kind, written) : default)
            .ToArray();
        var values = Values(reader);
        reader.Finish();
        return new TableRow(keys, values, wrong: null);
    }

    private FactValue[] Values(ObjectReader reader) => table.Values.Select(value => ValueOf(reader, value)).ToArray();

    private FactValue ValueOf(ObjectReader reader, FactDefinition column)
    {
        if (reader.Take(column.Name) is not { } written || written is JsonNull)
            return default;
        var value = Read(reader, column.Name, column.Kind, written);
        if (value.Number is { } number && !column.IsPlausible(number))
            diagnostics.Add(RulesetFaults.OutOfBounds(written.Place, number, column.Min, column.Max));
        return value;
    }

    /// <summary>None after reporting what is wrong.</summary>
    private FactValue Read(ObjectReader reader, string name, ValueKind kind, JsonValue written)
    {
        switch (written, kind)
        {
            case (JsonNumber number, ValueKind.Number):
                return number.Value;
            case (JsonString text, ValueKind.Number) when WrittenNumber.TryRead(text.Value, out var value) == ReadFault.None:
                return value;
            case (JsonString text, ValueKind.Number):
                diagnostics.Add(TableFaults.NoNumber(text.Place, name, text.Value));
                return default;
            case (JsonString text, ValueKind.Date):
                return reader.DateOf(text, name) is { } day ? FactValue.OfDay(day) : default;
            case (JsonString text, ValueKind.Text):
                return text.Value;
            case (JsonBoolean boolean, ValueKind.Boolean):
                return boolean.Value;
            // others: are of another type than the column
            default:
                reader.ReportType(written, name, "cell." + kind);
                return default;
        }
    }
}
