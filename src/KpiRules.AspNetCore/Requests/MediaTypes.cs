// What a request says its body is: the media type, the characters, the compression.
using System;
using KpiRules.AspNetCore.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KpiRules.AspNetCore.Requests;

internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Gzip = "gzip";

    /// <exception cref="ProblemException">The body is of another type, or written in other characters than UTF-8.</exception>
    public static void Require(HttpRequest request, string expected, Func<string, bool> isGood, string language)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (type?.MediaType.Value is not { } name || !isGood(name.ToLowerInvariant()))
            throw Problem.MediaType(language, request.ContentType, expected);
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        // ASCII is a part of UTF-8
        if (charset.HasValue && charset.Length > 0 && !Is(charset.Value, "utf-8") && !Is(charset.Value, "us-ascii"))
            throw Problem.MediaType(language, request.ContentType, "charset=utf-8");
    }

    /// <summary>Whether the body is compressed.</summary>
    /// <exception cref="ProblemException">It is in a way that cannot be read.</exception>
    public static bool IsGzip(HttpRequest request, string language)
    {
        var coding = request.Headers.ContentEncoding.ToString().Trim();
        if (coding.Length == 0 || Is(coding, "identity"))
            return false;
        return Is(coding, Gzip) || Is(coding, "x-gzip") ? true : throw Problem.ContentCoding(language, coding, Gzip);
    }

    /// <exception cref="ProblemException">The body is compressed.</exception>
    public static void RequirePlain(HttpRequest request, string language)
    {
        if (IsGzip(request, language))
            throw Problem.ContentCoding(language, request.Headers.ContentEncoding.ToString(), "identity");
    }

    private static bool Is(string found, string name) => name.Equals(found, StringComparison.OrdinalIgnoreCase);
}
