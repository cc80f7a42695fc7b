// Takes a line of a stream, gives the facts of one subject, or tables for those to come, or the faults that keep it from being any.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

/// <summary>
/// A line is one row of facts, or an object with <c>facts</c>, <c>records</c> and <c>tables</c> where a subject has several rows;
/// one with <c>tables</c> alone gives them to all lines behind it.
/// </summary>
/// <param name="Tables">Which tables it gives to the lines behind it; null for the facts of a subject.</param>
internal sealed record LineBody(Dataset Facts, IReadOnlyList<string>? Tables)
{
    /// <param name="tables">What lines before it have given; null for nothing.</param>
    /// <returns>Null where there are faults.</returns>
    public static LineBody? Read(
        Policy policy, byte[] bytes, int number, Period period, Period? completeFrom, Dataset? tables,
        out IReadOnlyList<Diagnostic> faults)
    {
        var diagnostics = new DiagnosticBag();
        var text = RulesetFile.Decode($"line {number}", bytes, diagnostics);
        var json = diagnostics.HasErrors ? null : JsonReader.Read(text, diagnostics);
        if (json is not null and not JsonObject)
            diagnostics.Add(RulesetFaults.WrongType(json.Place, text.Name, new Term("json.object"), json.Type));
        var parts = json is not JsonObject document ? null
            : document[WideFactReader.SubjectColumn] is not null ? new Parts([json], null, null, period)
            : ReadParts(document, diagnostics);
        faults = diagnostics.Sorted();
        return diagnostics.HasErrors
            ? null
            : new LineBody(
                FactsReader.Read(policy, parts!.Rows ?? [], parts.Records, parts.Tables, completeFrom, parts.Otherwise, tables),
                parts.Rows is null ? parts.Tables!.Members.Select(table => table.Name.Value).ToList() : null);
    }

    private static Parts ReadParts(JsonObject json, DiagnosticBag diagnostics)
    {
        var reader = new ObjectReader(json, BodyShape.Shape, diagnostics);
        var tables = BodyShape.ListsIn(reader, BodyShape.Tables);
        var isOfAll = tables is not null && json["facts"] is null && json["records"] is null;
        var facts = isOfAll ? null : BodyShape.ListIn(reader, BodyShape.Facts);
        var records = BodyShape.ListsIn(reader, BodyShape.Records);
        reader.Finish();
        return new Parts(isOfAll ? null : facts?.Items ?? [], records, tables, null);
    }

    /// <param name="Rows">Null for a line that is about no subject.</param>
    /// <param name="Otherwise">The period of rows that name none; null where those are about the subject as such.</param>
    private sealed record Parts(IReadOnlyList<JsonValue>? Rows, JsonObject? Records, JsonObject? Tables, Period? Otherwise);
}
