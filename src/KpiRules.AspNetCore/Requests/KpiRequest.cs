// One request while it is answered: what the host decided, what the client asked for, and when to give up.
using System;
using System.Buffers;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Responses;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Requests;

/// <param name="Asked">The language asked for; null for none.</param>
/// <param name="Cancellation">Ends when the client has gone and when the time is up.</param>
internal sealed record KpiRequest(
    HttpContext Http, KpiRulesEndpointOptions Options, MemoryBudget Memory, RulesetCatalogue Catalogue, KpiEvaluator Evaluator,
    string? Asked, CancellationToken Cancellation)
{
    /// <summary>What problems are told in where no ruleset says otherwise.</summary>
    public string Language => Asked ?? "en";

    /// <summary>
    /// The id of a ruleset, or a company, as the address has it; servers decode all of it but the slash, which they take for the
    /// path's.
    /// </summary>
    public string RulesetName => ((string)Http.Request.RouteValues["idOrCompany"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The language of an answer about a policy.</summary>
    public string LanguageOf(Policy policy) => Asked ?? policy.Language;

    /// <summary>A period of the address; null where it has none.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public Period? PeriodOf(string parameter)
    {
        if (TextOf(parameter) is not { } written)
            return null;
        return Period.TryParse(written, out var period)
            ? period
            : throw Problem.Parameter(Language, parameter, written, "2026-03, 2026-Q1, 2026, …");
    }

    /// <summary>A day of the address; null where it has none.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public DateTime? DayOf(string parameter)
    {
        if (TextOf(parameter) is not { } written)
            return null;
        return DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Problem.Parameter(Language, parameter, written, "2026-03-31");
    }

    public string? TextOf(string parameter) => Http.Request.Query[parameter].FirstOrDefault();

    /// <param name="costOf">What it will take to work on the body; see <see cref="BodyCost"/>.</param>
    /// <exception cref="ProblemException">The body is of another type or too large, or there is no room for it.</exception>
    public async Task<RequestBody> ReadBodyAsync(Func<ReadOnlySequence<byte>, long> costOf)
    {
        MediaTypes.Require(
            Http.Request, MediaTypes.Json, type => type == MediaTypes.Json || type.EndsWith("+json", StringComparison.Ordinal), Language);
        var body = await RequestBody.ReadAsync(this, costOf).ConfigureAwait(false);
        Http.Response.RegisterForDispose(body);
        return body;
    }

    public Task AnswerAsync(string language, Action<System.Text.Json.Utf8JsonWriter> write) =>
        JsonResponse.WriteAsync(Http, StatusCodes.Status200OK, MediaTypes.Json, language, write, Cancellation);
}
