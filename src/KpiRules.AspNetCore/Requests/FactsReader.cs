// Takes the facts and records of a request, gives a dataset as a policy can use it.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

internal static class FactsReader
{
    /// <param name="rows">Objects with a subject, a period and facts.</param>
    /// <param name="records">Lists of records by name; null for none.</param>
    /// <param name="otherwise">The period of rows that name none; null where those are about subjects as such.</param>
    /// <param name="watch">Called before each row and record; what it throws ends the reading. Null for nothing.</param>
    public static Dataset Read(
        Policy policy, IEnumerable<JsonValue> rows, JsonObject? records, Period? completeFrom, Period? otherwise = null,
        Action<DatasetBuilder>? watch = null) => Dataset.Build(builder =>
    {
        if (completeFrom is { } period)
            builder.CompleteFrom(period);
        JsonFactReader.Read(builder, policy, Watched(rows), otherwise);
        if (records is not null)
            JsonRecordLists.Read(builder, policy, records, Watched);

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
