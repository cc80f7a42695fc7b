// Gives the OpenAPI document, with the address at which the host has put the endpoints.
using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using KpiRules.AspNetCore.Requests;

namespace KpiRules.AspNetCore.Endpoints;

internal static class OpenApiEndpoint
{
    public const string Route = "/openapi.json";

    private static readonly Lazy<string> Document = new(Load);

    public static Task AnswerAsync(KpiRequest request)
    {
        var http = request.Http.Request;
        var document = JsonNode.Parse(Document.Value)!;
        document["servers"] = new JsonArray(new JsonObject { ["url"] = (http.PathBase + http.Path).ToString()[..^Route.Length] });
        document["info"]!["version"] = typeof(OpenApiEndpoint).Assembly.GetName().Version!.ToString(3);
        if (request.Options.WritingPolicy is null)
            document["paths"]!.AsObject().Remove("/reload");
        return request.AnswerAsync("en", json => document.WriteTo(json));
    }

    private static string Load()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream("KpiRules.AspNetCore.openapi.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
