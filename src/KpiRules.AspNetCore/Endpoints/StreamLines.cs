// Writes the lines of a stream: one a subject, then one that says that it was the last.
using System;
using System.Buffers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Problems;
using KpiRules.AspNetCore.Responses;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Endpoints;

internal sealed class StreamLines : IDisposable
{
    /// <summary>How long a client that does not read may keep its connection once its stream has ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly System.IO.Pipelines.PipeWriter _body;
    private readonly Utf8JsonWriter _json;

    public StreamLines(HttpResponse response)
    {
        _body = response.BodyWriter;
        _json = new Utf8JsonWriter(_body, JsonResponse.Options);
    }

    /// <summary>Whether so much waits that it should go out.</summary>
    public bool IsFull => _body.UnflushedBytes > 32 * 1024;

    /// <summary>Ends a stream that has begun, with a problem.</summary>
    public static async Task EndAsync(HttpContext http, ProblemException problem)
    {
        using var lines = new StreamLines(http.Response);
        lines.Write(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("problem");
            ProblemJson.Write(json, problem);
            json.WriteEndObject();
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        stop.CancelAfter(Patience);
        try
        {
            await http.Response.BodyWriter.FlushAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    public void Write(Action<Utf8JsonWriter> write)
    {
        write(_json);
        _json.Flush();
        _json.Reset();
        _body.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();
}
