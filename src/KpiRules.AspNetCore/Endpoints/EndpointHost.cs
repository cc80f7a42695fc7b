// Answers requests: gives each its limits of time, and turns what goes wrong into a problem.
using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Requests;
using KpiRules.AspNetCore.Responses;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KpiRules.AspNetCore.Endpoints;

internal sealed class EndpointHost(KpiRulesEndpointOptions options, RulesetCatalogue catalogue, KpiEvaluator evaluator, ILogger logger)
{
    // of all requests to these endpoints together
    private readonly MemoryBudget _memory = new(options.MaxMemory ?? KpiRulesEndpointOptions.HalfOfTheMemory);

    public KpiRulesEndpointOptions Options { get; } = options;

    public RequestDelegate Answer(Func<KpiRequest, Task> answer, bool isStream = false)
    {
        var limit = isStream ? Options.StreamTimeLimit : Options.TimeLimit;
        return http => AnswerAsync(http, answer, limit, isStream);
    }

    private async Task AnswerAsync(HttpContext http, Func<KpiRequest, Task> answer, TimeSpan limit, bool isStream)
    {
        var begin = Stopwatch.GetTimestamp();
        using var late = new CancellationTokenSource(limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, late.Token);
        string? language = null;
        try
        {
            language = RequestedLanguage.Of(http.Request);
            await answer(new KpiRequest(http, Options, _memory, catalogue, evaluator, language, stop.Token)).ConfigureAwait(false);
        }
        // asked first: a server that gives up sending an answer aborts the request itself
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            HttpLog.TookTooLong(logger, NameOf(http), limit.TotalSeconds);
            if (!http.RequestAborted.IsCancellationRequested)
                await TellAsync(http, Problem.TooSlow(language ?? "en", limit.TotalSeconds), language, isStream).ConfigureAwait(false);
        }
        // the server may tell a reader of it before it aborts the request
        catch (Exception fault) when (http.RequestAborted.IsCancellationRequested || fault is ConnectionResetException)
        {
            HttpLog.ClientGone(logger, NameOf(http), (long)Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            http.Abort();
        }
        catch (ProblemException problem)
        {
            await TellAsync(http, problem, language, isStream).ConfigureAwait(false);
        }
        catch (BadHttpRequestException fault)
        {
            await TellAsync(http, Problem.BadRequest(fault.StatusCode, language ?? "en", fault.Message), language, isStream)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Where the answer has begun, a last line of a stream tells of it; any other is cut off, and so seen to be no whole one.
    /// </summary>
    private static async Task TellAsync(HttpContext http, ProblemException problem, string? language, bool isStream)
    {
        if (!http.Response.HasStarted)
        {
            // what has not been read of the body is of no use to anybody: no further request comes behind it
            if (HttpProtocol.IsHttp11(http.Request.Protocol) && problem.Status is StatusCodes.Status413PayloadTooLarge or >= 500)
                http.Response.Headers.Connection = "close";
            if (problem.Header is { } header)
                http.Response.Headers[header.Name] = header.Value;
            await JsonResponse.WriteAsync(
                http, problem.Status, ProblemJson.ContentType, language ?? "en", json => ProblemJson.Write(json, problem),
                http.RequestAborted)
                .ConfigureAwait(false);
        }
        else if (isStream)
        {
            await StreamLines.EndAsync(http, problem).ConfigureAwait(false);
        }
        else
        {
            http.Abort();
        }
    }

    private static string NameOf(HttpContext http) => http.GetEndpoint()?.DisplayName ?? "";
}
