// Reads the rows that a ruleset writes into a table, and what stands in where none matches; every cell that cannot be used is reported.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

internal sealed class TableCellReader
{
    private readonly TableDefinition _table;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyList<Property<FactValue?>> _keys;
    private readonly IReadOnlyList<Property<FactValue?>> _values;
    private readonly Shape _row;
    private readonly Shape _else;

    public TableCellReader(TableDefinition table, DiagnosticBag diagnostics)
    {
        (_table, _diagnostics) = (table, diagnostics);
        _keys = table.Keys.Select(key => new Property<FactValue?>(key.Name, new CellType(key.Kind, mayBeNull: false), "", "")
        {
            IsRequired = true,
        }).ToList();
        _values = table.Values
            .Select(value => new Property<FactValue?>(value.Name, new CellType(value.Kind, mayBeNull: true), "", "")).ToList();
        _row = new Shape("row", new Term("what.tableRow"), [.. _keys, .. _values]);
        _else = new Shape("else", new Term("what.tableElse"), [.. _values]);
    }

    /// <summary>The rows, ready to be searched; those with faults leave the policy without use anyway.</summary>
    public RowIndex Rows(ReadList<ObjectReader>? list)
    {
        var (rows, places) = (new List<TableRow>(), new Dictionary<TableRow, JsonObject>());
        foreach (var written in (list?.Items ?? []).OfType<ObjectReader>())
        {
            rows.Add(Row(written.Json));
            places.Add(rows[rows.Count - 1], written.Json);
        }

        var index = new RowIndex(_table, rows);
        foreach (var (first, second) in index.Alike)
            _diagnostics.Add(TableFaults.RowsAlike(places[second].Place, _table.Name, second.ShownKeys, places[first].Place));
        return index;
    }

    /// <summary>What each value is where no row matches; none where nothing is said.</summary>
    public FactValue[] Else(JsonObject? json)
    {
        if (json is null)
            return new FactValue[_table.Values.Count];
        var reader = new ObjectReader(json, _else, _diagnostics);
        var values = Values(reader);
        reader.Finish();
        return values;
    }

    private TableRow Row(JsonObject json)
    {
        var reader = new ObjectReader(json, _row, _diagnostics);
        var keys = _keys.Select(key => reader.Read(key) ?? default).ToArray();
        var values = Values(reader);
        reader.Finish();
        return new TableRow(keys, values, wrong: null);
    }

    private FactValue[] Values(ObjectReader reader) => _values.Select((value, i) => ValueOf(reader, value, _table.Values[i])).ToArray();

    private FactValue ValueOf(ObjectReader reader, Property<FactValue?> property, FactDefinition column)
    {
        if (reader.Read(property) is not { } value)
            return default;
        if (value.Number is { } number && !column.IsPlausible(number))
            _diagnostics.Add(RulesetFaults.OutOfBounds(reader.Written(property)!.Place, number, column.Min, column.Max));
        return value;
    }
}
