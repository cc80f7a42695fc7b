// Ends a request with a problem that the client is told of.
using System;
using System.Text.Json;

namespace KpiRules.AspNetCore.Problems;

/// <param name="type">The name behind <see cref="ProblemJson.TypePrefix"/>; never changes its meaning.</param>
/// <param name="members">Writes what the problem has beside the members that all have; null for nothing.</param>
/// <param name="header">What a header of the answer says of it; null for nothing.</param>
internal sealed class ProblemException(
    int status, string type, string title, string detail, Action<Utf8JsonWriter>? members = null,
    (string Name, string Value)? header = null) : Exception(detail)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public string Title { get; } = title;

    public Action<Utf8JsonWriter>? Members { get; } = members;

    public (string Name, string Value)? Header { get; } = header;
}
