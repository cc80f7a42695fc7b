// Takes the rows of a table as JSON, an object a row, and adds them to a dataset; what cannot be read is reported, and decides nothing.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Source.Json;

namespace KpiRules.Reading;

/// <summary>
/// Reads a list of objects with the table's keys and values, and <c>period</c> where a row holds for one, as
/// <see cref="TableRowReader"/> reads rows of text.
/// </summary>
internal sealed class JsonTableReader(DatasetBuilder builder, TableDefinition table, Func<DateTime, Period> periodOf)
{
    private readonly bool _hasPeriods = !table.Columns.Contains(WideFactReader.PeriodColumn);

    /// <summary>Adds the rows; a table without any is given too.</summary>
    public void Read(IEnumerable<JsonValue> rows)
    {
        var isEmpty = true;
        foreach (var row in rows)
        {
            Read(row);
            isEmpty = false;
        }

        if (isEmpty)
            builder.AddTable(table.Name);
    }

    private void Read(JsonValue row)
    {
        var place = JsonFactReader.Place(row);
        if (row is not JsonObject json)
        {
            builder.Report(TableIssues.NoRow(place.Written!, table.Name, new Term("row.object")));
            builder.AddTableRowInDoubt(table.Name, [], place);
            return;
        }

        var when = _hasPeriods && json[WideFactReader.PeriodColumn] is { } given and not JsonNull ? given : null;
        var cells = json.Members.Where(member => !_hasPeriods || member.Name.Value != WideFactReader.PeriodColumn)
            .Select(member => new KeyValuePair<string, FactValue>(member.Name.Value, CellOf(member.Value))).ToArray();
        if (when is null)
            builder.AddTableRow(table.Name, null, cells, place);
        else if (PeriodText.Read((when as JsonString)?.Value, periodOf) is { } period)
            builder.AddTableRow(table.Name, period, cells, place);
        else
        {
            builder.Report(TableIssues.BadPeriod(JsonFactReader.Origin(when), table.Name, JsonFactReader.Written(when)));
            builder.AddTableRowInDoubt(table.Name, cells, place);
        }
    }

    /// <summary>Null is not given.</summary>
    private static FactValue CellOf(JsonValue json) =>
        json is JsonObject or JsonArray ? FactValue.OfNothing(JsonFactReader.Written(json)) : FactJson.ValueOf(json, null);
}
