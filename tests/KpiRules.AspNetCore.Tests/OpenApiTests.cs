using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using KpiRules.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>The OpenAPI document tells of what is there, and of nothing else.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task TheDocument_HasEveryRouteThatIsMapped()
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], options => options.Writing("KpiEditors"));
        var mapped = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(endpoint => (
                Route: endpoint.RoutePattern.RawText!["/kpi".Length..],
                Method: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single(),
                Summary: endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary,
                Name: endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName["kpi.".Length..]))
            .OrderBy(route => route.Route, StringComparer.Ordinal).ToList();
        var told = (await DocumentAsync(server, "/kpi"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject(), (path, operation) => (
                Route: path.Key,
                Method: operation.Key.ToUpperInvariant(),
                Summary: operation.Value!["summary"]!.GetValue<string>(),
                Name: operation.Value["operationId"]!.GetValue<string>()))
            .OrderBy(route => route.Route, StringComparer.Ordinal);
        told.Should().Equal(mapped);
        Golden.Matches(
            string.Concat(mapped.Select(route => $"{route.Method,-4} /kpi{route.Route}\n")),
            "tests",
            "KpiRules.AspNetCore.Tests",
            "routes.txt");
    }

    [Fact]
    public async Task TheDocument_SaysWhereTheEndpointsAre()
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], null, app => app.MapKpiRules("/api/pay"));
        (await DocumentAsync(server, "/api/pay"))["servers"]![0]!["url"]!.GetValue<string>().Should().Be("/api/pay");
    }

    [Fact]
    public async Task References_AllLeadSomewhere()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        var document = await DocumentAsync(server, "/kpi");
        foreach (var reference in References(document))
            reference["#/".Length..].Split('/').Aggregate<string, JsonNode?>(document, (node, name) => node?[name])
                .Should().NotBeNull(reference);
    }

    private static async Task<JsonNode> DocumentAsync(KpiServer server, string prefix) =>
        JsonNode.Parse(await server.Client.GetStringAsync(prefix + "/openapi.json"))!;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(
            member => member is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
