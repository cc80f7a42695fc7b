// A formula as it stands in the ruleset, and stretches of it.
using KpiRules.Diagnostics;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Kernel;

/// <param name="json">The value that holds the formula: a JSON string, or whatever a generated expression stands for.</param>
/// <param name="owner">Whose formula it is, as a message says it: "the formula of 'margin'".</param>
internal sealed class FormulaText(JsonValue json, Term owner)
{
    public string Text { get; } = (json as JsonString)?.Value ?? "";

    public Term Owner { get; } = owner;

    public Origin Whole => new(this, 0, Text.Length);

    public Origin Part(int start, int length) => new(this, start, length);

    public SourcePlace PlaceOf(int start, int length) => json is JsonString text && length > 0 ? text.PlaceOf(start, length) : json.Place;
}

/// <summary>The stretch of a formula from which something came.</summary>
internal readonly record struct Origin(FormulaText Formula, int Start, int Length)
{
    public int End => Start + Length;

    public string Text => Formula.Text.Substring(Start, Length);

    public SourcePlace Place => Formula.PlaceOf(Start, Length);
}
