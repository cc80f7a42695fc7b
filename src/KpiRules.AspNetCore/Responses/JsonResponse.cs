// Answers with JSON: written whole before the first byte goes out, so that what fails on the way is still a problem.
using System;
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Responses;

internal static class JsonResponse
{
    // people read Chinese, not escapes; an answer is never part of a page
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(
        HttpContext http, int status, string contentType, string language, Action<Utf8JsonWriter> write,
        CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        Prepare(http.Response, status, contentType, language);
        http.Response.ContentLength = buffer.WrittenCount;
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Answers name people and pay: nobody between keeps them, and no browser guesses what they are.</summary>
    public static void Prepare(HttpResponse response, int status, string contentType, string language)
    {
        response.StatusCode = status;
        response.ContentType = contentType + "; charset=utf-8";
        response.Headers.ContentLanguage = language;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept-Language";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
