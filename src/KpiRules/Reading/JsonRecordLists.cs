// Takes lists of records as JSON, by name, and adds them to a dataset; what is bad is reported with its place.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Reading;

/// <summary>
/// Reads records from JSON: an object with a list of rows for each list of records, <c>{ "deals": [ … ] }</c>. A row has <c>subject</c>,
/// <c>period</c> or <c>date</c>, and the fields. So the openings of a period are written, too.
/// </summary>
public static class JsonRecordLists
{
    /// <summary>Adds the records to the dataset, which has each list from now on, be it empty; a bad row becomes an issue.</summary>
    /// <param name="builder">Where the records go.</param>
    /// <param name="policy">Whose records they are.</param>
    /// <param name="text">The JSON.</param>
    /// <param name="source">What to call the text in diagnostics and issues, usually its file name.</param>
    /// <returns>What keeps the text from being JSON of this form; empty when it could be read.</returns>
    public static IReadOnlyList<Diagnostic> Read(DatasetBuilder builder, Policy policy, string text, string source)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        var diagnostics = new DiagnosticBag();
        var json = JsonReader.Read(new SourceText(source, text), diagnostics);
        if (json is not null and not JsonObject)
            diagnostics.Add(RulesetFaults.WrongType(json.Place, source, new Term("json.object"), json.Type));
        foreach (var list in (json as JsonObject)?.Members.Where(list => list.Value is not JsonArray) ?? [])
            diagnostics.Add(RulesetFaults.WrongType(list.Value.Place, list.Name.Value, new Term("json.array"), list.Value.Type));
        if (!diagnostics.HasErrors)
            Read(builder, policy, (JsonObject)json!, rows => rows);
        return diagnostics.Sorted();
    }

    /// <summary>As above, of lists that are a part of a greater document.</summary>
    /// <param name="watched">Called with the rows of each list before they are read.</param>
    internal static void Read(
        DatasetBuilder builder, Policy policy, JsonObject lists, Func<IEnumerable<JsonValue>, IEnumerable<JsonValue>> watched)
    {
        foreach (var list in lists.Members)
        {
            if (policy.Records.FirstOrDefault(known => known.Name == list.Name.Value) is { } definition)
                new JsonRecordReader(builder, definition, policy.PeriodOf).Read(watched(((JsonArray)list.Value).Items));
            else
                builder.AddRecords(list.Name.Value); // an evaluation reports it, with a suggestion
        }
    }
}
