// Takes a line of a stream, gives the facts and records of one subject, or the faults that keep it from being any.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

/// <summary>
/// A line is one row of facts, or an object with <c>facts</c> and <c>records</c> where a subject has several rows.
/// </summary>
internal static class LineBody
{
    /// <returns>Null where there are faults.</returns>
    public static Dataset? Read(
        Policy policy, byte[] bytes, int number, Period period, Period? completeFrom, out IReadOnlyList<Diagnostic> faults)
    {
        var diagnostics = new DiagnosticBag();
        var text = RulesetFile.Decode($"line {number}", bytes, diagnostics);
        var json = diagnostics.HasErrors ? null : JsonReader.Read(text, diagnostics);
        if (json is not null and not JsonObject)
            diagnostics.Add(RulesetFaults.WrongType(json.Place, text.Name, new Term("json.object"), json.Type));
        IReadOnlyList<JsonValue> rows = json is null ? [] : [json];
        JsonObject? records = null;
        if (json is JsonObject document && document[WideFactReader.SubjectColumn] is null)
            (rows, records) = ReadParts(document, diagnostics);
        faults = diagnostics.Sorted();
        return diagnostics.HasErrors
            ? null
            : FactsReader.Read(policy, rows, records, completeFrom, records is null && rows.Count == 1 && rows[0] == json ? period : null);
    }

    private static (IReadOnlyList<JsonValue> Rows, JsonObject? Records) ReadParts(JsonObject json, DiagnosticBag diagnostics)
    {
        var reader = new ObjectReader(json, new Term("what.request"), diagnostics);
        var facts = reader.As<JsonArray>(reader.Required("facts"), "facts", "json.array");
        var records = reader.Object("records");
        foreach (var list in records?.Members ?? [])
            reader.As<JsonArray>(list.Value, list.Name.Value, "json.array");
        reader.Finish();
        return (facts?.Items ?? [], records);
    }
}
