// Takes the facts, records and tables of a request, gives a dataset as a policy can use it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

internal static class FactsReader
{
    /// <param name="rows">Objects with a subject, a period and facts.</param>
    /// <param name="records">Lists of records by name; null for none.</param>
    /// <param name="tables">Rows of tables by name; null for none.</param>
    /// <param name="otherwise">The period of rows that name none; null where those are about subjects as such.</param>
    /// <param name="sharedTables">What gives the tables that are not given here; null for nothing.</param>
    /// <param name="watch">Called before each row and record; what it throws ends the reading. Null for nothing.</param>
    public static Dataset Read(
        Policy policy, IEnumerable<JsonValue> rows, JsonObject? records, JsonObject? tables, Period? completeFrom,
        Period? otherwise = null, Dataset? sharedTables = null, Action<DatasetBuilder>? watch = null) => Dataset.Build(builder =>
    {
        if (completeFrom is { } period)
            builder.CompleteFrom(period);
        JsonFactReader.Read(builder, policy, Watched(rows), otherwise);
        if (records is not null)
            JsonRecordLists.Read(builder, policy, records, Watched);

        foreach (var table in tables?.Members ?? [])
        {
            if (policy.Tables.FirstOrDefault(known => known.Name == table.Name.Value) is { } definition)
                new JsonTableReader(builder, definition, policy.PeriodOf).Read(Watched(((JsonArray)table.Value).Items));
            else
                builder.AddTable(table.Name.Value); // an evaluation reports it, with a suggestion
        }

        if (sharedTables is not null)
            builder.AddTables(sharedTables);

        IEnumerable<JsonValue> Watched(IEnumerable<JsonValue> values)
        {
            foreach (var value in values)
            {
                watch?.Invoke(builder);
                yield return value;
            }
        }
    });
}
