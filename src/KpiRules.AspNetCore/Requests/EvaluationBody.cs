// Takes the body of a request that evaluates, gives what it asks for, or a problem with every fault and its place.
using System;
using KpiRules.AspNetCore.Problems;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
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
        private readonly ObjectReader _reader = new(json, new Term("what.request"), diagnostics);

        public EvaluationBody? Read(BodyForm form)
        {
            var (from, to) = form == BodyForm.Plan ? default : RangeOf(_reader.RequiredText("period"));
            var asOf = form == BodyForm.Plan ? null : _reader.Date("asOf");
            var (completeFrom, subject) = (PeriodOf("completeFrom"), form == BodyForm.Plan ? null : _reader.Text("subject")?.Value);
            var result = form == BodyForm.Explanation ? _reader.RequiredText("result")?.Value : null;
            var (plan, closed) = form == BodyForm.Plan ? (_reader.RequiredText("plan")?.Value, PeriodOf("closed")) : default;
            var facts = _reader.As<JsonArray>(_reader.Required("facts"), "facts", "json.array");
            var (records, tables) = (FactsReader.ListsIn(_reader, "records"), FactsReader.ListsIn(_reader, "tables"));
            _reader.Finish();
            return facts is null
                ? null
                : new EvaluationBody(
                    from, to, asOf is { } day ? DayNumber.ToDate(day) : null, completeFrom, subject, result, plan, closed, facts, records,
                    tables);
        }

        private Period? PeriodOf(string property) => _reader.Text(property) is { } text ? Parse(text, property, text.Value) : null;

        /// <summary>A period, or the first and the last of several.</summary>
        private (Period From, Period To) RangeOf(JsonString? text)
        {
            if (text is null)
                return default;
            var ends = text.Value.Split("..", 2);
            if (Parse(text, "period", ends[0]) is not { } from || Parse(text, "period", ends[^1]) is not { } to)
                return default;
            if (from.Kind != to.Kind || from.IsFiscal != to.IsFiscal || to.CompareTo(from) < 0)
                diagnostics.Add(RulesetFaults.BadPeriod(text.Place, "period", text.Value));
            return (from, to);
        }

        private Period? Parse(JsonString text, string property, string written)
        {
            if (Period.TryParse(written, out var period))
                return period;
            diagnostics.Add(RulesetFaults.BadPeriod(text.Place, property, text.Value));
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
