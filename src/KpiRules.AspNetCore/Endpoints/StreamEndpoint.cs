// Evaluates a stream of lines, each one subject's facts, and answers line by line as they come.
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Requests;
using KpiRules.AspNetCore.Responses;
using KpiRules.Facts;
using KpiRules.Json;
using KpiRules.Results;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Endpoints;

internal sealed class StreamEndpoint
{
    public const string ContentType = "application/x-ndjson";

    private readonly KpiRequest _request;
    private readonly Policy _policy;
    private readonly string _language;
    private readonly Period _period;
    private readonly Period? _completeFrom;
    private readonly System.DateTime? _asOf;
    private Dataset? _tables;
    private int _lines;
    private int _evaluated;

    private StreamEndpoint(KpiRequest request)
    {
        _request = request;
        MediaTypes.Require(request.Http.Request, ContentType, type => type is ContentType or "application/jsonl", request.Language);
        MediaTypes.RequirePlain(request.Http.Request, request.Language);
        _period = request.PeriodOf("period") ?? throw Problem.Parameter(request.Language, "period", "", "2026-03, 2026-Q1, 2026, …");
        (_asOf, _completeFrom) = (request.DayOf("asOf"), request.PeriodOf("completeFrom"));
        _policy = VisibleRulesets.To(request).InEffect(request.RulesetName, _period, _period);
        _language = request.LanguageOf(_policy);
        if (_policy.LooksAtOthers.Count > 0)
            throw Problem.NotStreamable(_language, _policy);
    }

    public static Task AnswerAsync(KpiRequest request) => new StreamEndpoint(request).AnswerAsync();

    private async Task AnswerAsync()
    {
        JsonResponse.Prepare(_request.Http.Response, StatusCodes.Status200OK, ContentType, _language);
        // from here on the answer has begun: clients read while they send, and what is wrong is a line
        await _request.Http.Response.Body.FlushAsync(_request.Cancellation).ConfigureAwait(false);
        using var answer = new StreamLines(_request.Http.Response);
        await foreach (var line in new LineReader(_request.Http.Request.BodyReader, _request.Options.MaxLineSize, _request.Memory.Arriving)
            .ReadAsync(_request.Cancellation).ConfigureAwait(false))
        {
            if (line.State == LineArrival.TooLong)
                throw Problem.TooLarge(_language, $"line {line.Number}", _request.Options.MaxLineSize);
            if (line.State == LineArrival.NoRoom)
                throw Problem.Busy(_language);
            if (!line.IsBlank)
                answer.Write(json => Write(json, line));
            if (line.IsLastAtHand || answer.IsFull)
                await _request.Http.Response.BodyWriter.FlushAsync(_request.Cancellation).ConfigureAwait(false);
        }

        answer.Write(WriteEnd);
        await _request.Http.Response.BodyWriter.FlushAsync(_request.Cancellation).ConfigureAwait(false);
    }

    private void Write(Utf8JsonWriter json, Line line)
    {
        _lines++;
        json.WriteStartObject();
        json.WriteNumber("line", line.Number);
        if (LineBody.Read(_policy, line.Bytes, line.Number, _period, _completeFrom, _tables, out var faults) is not { } body)
            DiagnosticJson.WriteList(json, faults, _language);
        else if (body.Tables is not null)
            Keep(json, body);
        else
        {
            var results = _request.Evaluator.Evaluate(_policy, body.Facts, _period, _asOf, _request.Cancellation);
            Write(json, body.Facts, results, $"line {line.Number}");
        }

        json.WriteEndObject();
    }

    /// <summary>The rows hold for the lines behind them; what is wrong in them is told by each line that they hold for.</summary>
    private void Keep(Utf8JsonWriter json, LineBody body)
    {
        _tables = body.Facts;
        json.WriteStartArray("tables");
        foreach (var table in body.Tables!)
            json.WriteStringValue(table);
        json.WriteEndArray();
        ValueJson.WriteIssues(json, body.Facts.Issues, _language);
    }

    /// <summary>Without a subject of the period, or with several, there are no results: issues say why, or who they are.</summary>
    private void Write(Utf8JsonWriter json, Dataset facts, PeriodEvaluation evaluation, string origin)
    {
        if (evaluation.Subjects is [var id] && evaluation[id] is var subject)
        {
            _evaluated++;
            json.WriteString("subject", id);
            ResultJson.WriteResults(json, ShownResults.Of(_policy, evaluation), subject, _language);
            ReleaseJson.WriteOpenings(json, evaluation, id);
        }
        else
        {
            json.WriteStartArray("subjects");
            foreach (var other in evaluation.Subjects)
                json.WriteStringValue(other);
            json.WriteEndArray();
        }

        var issues = evaluation.Subjects.Count > 0 ? evaluation.Issues
            : [.. evaluation.Issues, .. facts.Subjects.Select(subject => DataIssues.OfOtherPeriod(origin, subject, _period))];
        ValueJson.WriteIssues(json, issues, _language);
    }

    /// <summary>Only a stream with this line is whole.</summary>
    private void WriteEnd(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("end");
        ValueJson.WriteStamp(json, _policy.Id, _policy.Version, _policy.ContentHash);
        json.WriteString("period", _period.ToString());
        json.WriteNumber("lines", _lines);
        json.WriteNumber("evaluated", _evaluated);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
