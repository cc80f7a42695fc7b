// Takes the facts and records of a request, gives a dataset as a policy can use it.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

internal static class FactsReader
{
    /// <param name="rows">Objects with a subject, a period and facts.</param>
    /// <param name="records">Lists of records by name; null for none.</param>
    /// <param name="otherwise">The period of rows that name none; null where those are about subjects as such.</param>
    public static Dataset Read(Policy policy, IReadOnlyList<JsonValue> rows, JsonObject? records, Period? completeFrom, Period? otherwise = null) => Dataset.Build(builder =>
    {
        if (completeFrom is { } period)
            builder.CompleteFrom(period);
        JsonFactReader.Read(builder, policy, rows, otherwise);
        foreach (var list in records?.Members ?? [])
        {
            if (policy.Records.FirstOrDefault(known => known.Name == list.Name.Value) is { } definition)
                new JsonRecordReader(builder, definition, policy.PeriodOf).Read((JsonArray)list.Value);
            else
                builder.AddRecords(list.Name.Value); // an evaluation reports it, with a suggestion
        }
    });
}
