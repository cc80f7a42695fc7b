// Takes a row as it came with the facts, gives it as its table reads it; what cannot be used of it is reported with the row's place.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Lookup;

internal sealed class GivenRowReader(TableDefinition table, GivenRows given, List<DataIssue> issues)
{
    private readonly Period? _period = given.Period;
    private readonly HashSet<string> _undeclared = [];
    private readonly HashSet<string> _columns = [.. table.Columns];

    /// <param name="number">Which of the rows, from 0.</param>
    public TableRow Read(int number)
    {
        var row = given.Rows[number];
        if (row is { IsInDoubt: true, Cells.Count: 0 })
            return new TableRow(new FactValue[table.Keys.Count], new FactValue[table.Values.Count], null, isInDoubt: true);
        var cells = new Dictionary<string, FactValue>();
        foreach (var cell in row.Cells)
        {
            if (!_columns.Contains(cell.Key))
                ReportUndeclared(cell.Key, number);
            else if (cell.Value.Kind is not null || cell.Value.Unrepresentable is not null)
                cells[cell.Key] = cell.Value;
        }

        var keys = new FactValue[table.Keys.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = KeyOf(table.Keys[i], cells, number);
        var (values, wrong) = (new FactValue[table.Values.Count], (bool[]?)null);
        for (var i = 0; i < values.Length; i++)
        {
            if (cells.TryGetValue(table.Values[i].Name, out var written) && !TryRead(table.Values[i], written, number, out values[i]))
                (wrong ??= new bool[values.Length])[i] = true;
        }

        return new TableRow(keys, values, wrong, row.IsInDoubt);
    }

    private FactValue KeyOf(TableKey key, Dictionary<string, FactValue> cells, int number)
    {
        if (!cells.TryGetValue(key.Name, out var written))
        {
            issues.Add(TableIssues.NoKey(given.PlaceOf(number), _period, table.Name, key.Name));
            return default;
        }

        var value = CellReading.Read(written, key.Kind);
        if (value.Kind is null)
            issues.Add(TableIssues.Unreadable(given.PlaceOf(number), _period, table.Name, key.Name, written, key.Kind));
        return value;
    }

    private bool TryRead(FactDefinition column, FactValue written, int number, out FactValue value)
    {
        value = CellReading.Read(written, column.Kind);
        if (value.Kind is null)
            issues.Add(TableIssues.Unreadable(given.PlaceOf(number), _period, table.Name, column.Name, written, column.Kind));
        else if (value.Number is { } found && !column.IsPlausible(found))
        {
            issues.Add(TableIssues.OutOfBounds(given.PlaceOf(number), _period, table.Name, column, found));
            value = default;
        }

        return value.Kind is not null;
    }

    private void ReportUndeclared(string column, int number)
    {
        if (_undeclared.Add(column))
            issues.Add(TableIssues.Undeclared(
                given.PlaceOf(number), _period, table.Name, column, () => ClosestName.Find(column, table.Columns)));
    }
}
