// Reads the body of a request, up to a limit.
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Problems;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Requests;

internal static class RequestBody
{
    private const int Chunk = 16 * 1024;

    /// <exception cref="ProblemException">It is too large; what a client announces is believed before anything is read.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int limit, string language, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            throw Problem.TooLarge(language, "body", limit);
        using var body = new MemoryStream((int)(request.ContentLength ?? Chunk));
        var buffer = new byte[Chunk];
        while (await request.Body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > limit)
                throw Problem.TooLarge(language, "body", limit);
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
