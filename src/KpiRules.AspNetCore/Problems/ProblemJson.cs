// Writes problems as RFC 9457 has them.
using System.Text.Json;

namespace KpiRules.AspNetCore.Problems;

internal static class ProblemJson
{
    public const string ContentType = "application/problem+json";

    public const string TypePrefix = "urn:kpirules:problem:";

    public static void Write(Utf8JsonWriter json, ProblemException problem)
    {
        json.WriteStartObject();
        json.WriteString("type", TypePrefix + problem.Type);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", problem.Message);
        problem.Members?.Invoke(json);
        json.WriteEndObject();
    }
}
