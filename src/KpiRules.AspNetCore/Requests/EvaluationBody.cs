// Takes the body of a request that evaluates, gives what it asks for, or a problem with every fault and its place.
using System;
using KpiRules.AspNetCore.Problems;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.AspNetCore.Requests;

/// <param name="From">The first period.</param>
/// <param name="To">The last one.</param>
/// <param name="Subject">Whose results are to be shown; null for everybody's.</param>
/// <param name="Result">What is to be explained; null but for explanations.</param>
/// <param name="Plan">What is to be planned; null but for plans, which have no period of their own.</param>
/// <param name="Closed">The last closed period of a plan.</param>
internal sealed record EvaluationBody(
    Period From, Period To, DateTime? AsOf, Period? CompleteFrom, string? Subject, string? Result, string? Plan, Period? Closed,
    JsonArray Facts, JsonObject? Records, JsonObject? Tables)
{
    private const string Name = "body";

    /// <exception cref="ProblemException">It cannot be used.</exception>
    public static EvaluationBody Read(RequestBody request, BodyForm form, string language)
    {
        var diagnostics = new DiagnosticBag();
        var text = request.Decode(Name, diagnostics);
        var json = diagnostics.HasErrors ? null : JsonReader.Read(text, diagnostics);
        if (json is not null and not JsonObject)
            diagnostics.Add(RulesetFaults.WrongType(json.Place, Name, new Term("json.object"), json.Type));
        var body = json is JsonObject document ? new Reader(document, diagnostics).Read(form) : null;
        return body is null || diagnostics.HasErrors ? throw Problem.Malformed(language, diagnostics.Sorted()) : body;
    }

    /// <param name="watch">Called before each row and record; what it throws ends the reading.</param>
    public Dataset FactsFor(Policy policy, Action<DatasetBuilder> watch) =>
        FactsReader.Read(policy, Facts.Items, Records, Tables, CompleteFrom, watch: watch);

    private sealed class Reader(JsonObject json, DiagnosticBag diagnostics)
    {
        private readonly ObjectReader _reader = new(json, BodyShape.Shape, diagnostics);

        public EvaluationBody? Read(BodyForm form)
        {
            var (from, to) = form == BodyForm.Plan ? default : RangeOf(_reader.Read(BodyShape.Period));
            var asOf = form == BodyForm.Plan ? null : _reader.Read(BodyShape.AsOf);
            var completeFrom = _reader.Read(BodyShape.CompleteFrom);
            var subject = form == BodyForm.Plan ? null : _reader.Read(BodyShape.Subject)?.Value;
            var result = form == BodyForm.Explanation ? _reader.Read(BodyShape.Result)?.Value : null;
            var plan = form == BodyForm.Plan ? _reader.Read(BodyShape.Plan)?.Value : null;
            var closed = form == BodyForm.Plan ? _reader.Read(BodyShape.Closed) : null;
            var facts = BodyShape.ListIn(_reader, BodyShape.Facts);
            var (records, tables) = (BodyShape.ListsIn(_reader, BodyShape.Records), BodyShape.ListsIn(_reader, BodyShape.Tables));
            _reader.Finish();
            return facts is null
                ? null
                : new EvaluationBody(
                    from, to, asOf is { } day ? DayNumber.ToDate(day) : null, completeFrom, subject, result, plan, closed, facts, records,
                    tables);
        }

        /// <summary>A period, or the first and the last of several.</summary>
        private (Period From, Period To) RangeOf(JsonString? text)
        {
            if (text is null)
                return default;
            var ends = text.Value.Split("..", 2);
            if (Parse(text, ends[0]) is not { } from || Parse(text, ends[^1]) is not { } to)
                return default;
            if (from.Kind != to.Kind || from.IsFiscal != to.IsFiscal || to.CompareTo(from) < 0)
                diagnostics.Add(RulesetFaults.BadPeriod(text.Place, "period", text.Value));
            return (from, to);
        }

        private Period? Parse(JsonString text, string written)
        {
            if (Period.TryParse(written, out var period))
                return period;
            diagnostics.Add(RulesetFaults.BadPeriod(text.Place, "period", text.Value));
            return null;
        }
    }
}

/// <summary>What a body is to be used for, and so which properties it has.</summary>
internal enum BodyForm
{
    Evaluation,
    Explanation,
    Plan,
}
