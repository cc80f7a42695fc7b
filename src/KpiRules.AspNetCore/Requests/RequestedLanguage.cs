// Which language a client asks for: ?language= before Accept-Language; null where it asks for none that there is.
using System.Linq;
using KpiRules.AspNetCore.Problems;
using Microsoft.AspNetCore.Http;

namespace KpiRules.AspNetCore.Requests;

internal static class RequestedLanguage
{
    private const string Parameter = "language";

    /// <exception cref="ProblemException">The parameter names no language there is.</exception>
    public static string? Of(HttpRequest request)
    {
        var accepted = Accepted(request);
        if (request.Query[Parameter] is not [{ } written, ..])
            return accepted;
        return Known(written) ?? throw Problem.Parameter(accepted ?? "en", Parameter, written, "zh | en");
    }

    private static string? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Known(language.Value.ToString()))
        .FirstOrDefault(language => language is not null);

    private static string? Known(string written) => written.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => "zh",
        "en" => "en",
        _ => null,
    };
}
