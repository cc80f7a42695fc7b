using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Json.Schema;

namespace KpiRules.Tests.Shapes;

/// <summary>Holds documents against the schema by a library that knows nothing of us.</summary>
/// <remarks>
/// JsonSchema.Net has all of draft 2020-12, reads a schema at run time and is free below version 9; NJsonSchema knows draft 4 only, and
/// Corvus wants code generated from the schema.
/// </remarks>
internal static class Validator
{
    private static readonly JsonDocumentOptions Comments = new() { CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSchema Schema = JsonSchema.FromText(RulesetSchema.Text);

    public static bool Accepts(string text) => Evaluated(text, OutputFormat.Flag).IsValid;

    /// <summary>What it has against a document; much of it is of ways to write a value that were not meant.</summary>
    public static IEnumerable<string> Faults(string text) => Accepts(text) ? [] : Told(Evaluated(text, OutputFormat.List));

    private static EvaluationResults Evaluated(string text, OutputFormat format)
    {
        using var document = JsonDocument.Parse(text, Comments);
        return Schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = format });
    }

    private static IEnumerable<string> Told(EvaluationResults results) =>
        (results.Errors ?? []).Select(error => $"{results.InstanceLocation}: {error.Value}")
            .Concat((results.Details ?? []).SelectMany(Told));
}
