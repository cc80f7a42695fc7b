using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>What is deferred comes back with the results, and goes with the next request as it came.</summary>
public sealed class ReleaseTests
{
    private const string Route = "/kpi/rulesets/release";

    [Fact]
    public async Task MonthByMonth_ByTheOpeningsOfTheAnswer_IsTheSameAsInOneRequest()
    {
        await using var server = await StartAsync();
        var range = (JsonArray)await EvaluateAsync(server, "2026-01..2026-06", null);
        JsonNode? openings = null;
        foreach (var (month, expected) in range.Select((month, i) => ($"2026-{i + 1:00}", month!)))
        {
            var one = await EvaluateAsync(server, month, openings);
            one.ToJsonString().Should().Be(expected.ToJsonString());
            openings = one["openings"]!.DeepClone();
        }

        openings!["commission.opening"]!.AsArray().Should().HaveCount(5);
    }

    [Fact]
    public async Task OneSubjectShown_HasItsOwnOpeningsOnly()
    {
        await using var server = await StartAsync();
        var one = await EvaluateAsync(server, "2026-03", null, "cid");
        one["openings"]!["commission.opening"]!.AsArray().Select(row => (string)row!["subject"]!).Should().OnlyContain(id => id == "cid");
    }

    [Fact]
    public async Task ALineOfAStream_TakesAndGivesOpenings()
    {
        await using var server = await StartAsync();
        const string Line = """
            {"facts":[{"subject":"ann","period":"2026-06","scheme":"A","sales":100,"collected":0.95}],"records":{"commission.opening":[{"subject":"ann","period":"2026-06","earned":"2026-02","part":2,"due":"2026-05","until":"2026-06","amount":750}]}}

            """;
        using var content = KpiServer.Json(Line.Trim() + "\n", "application/x-ndjson");
        using var response = await server.Client.PostAsync(Route + "/evaluate/stream?period=2026-06", content);
        var answer = JsonNode.Parse((await response.Content.ReadAsStringAsync()).Split('\n')[0])!;
        answer["results"]!["commission.due"]!.ToString().Should().Be("753.5");
        answer["openings"]!["commission.opening"]![0]!["amount"]!.ToString().Should().Be("1.5");
    }

    [Fact]
    public async Task ARuleset_SaysWhatItReleases_AndTakesOpeningsAsRecords()
    {
        await using var server = await StartAsync();
        var ruleset = JsonNode.Parse(await server.Client.GetStringAsync(Route))!;
        ruleset["incentives"]![0]!["release"]!.ToJsonString().Should().Be(
            """[{"share":0.7,"after":0,"when":null,"until":0},{"share":0.3,"after":3,"when":"collected \u003E= 95%","until":4}]""");
        ruleset["incentives"]![1]!.AsObject().Should().NotContainKey("release");
        ruleset["records"]![0]!["name"]!.ToString().Should().Be("commission.opening");
        var schema = JsonNode.Parse(await server.Client.GetStringAsync(Route + "/schema"))!;
        var row = schema["properties"]!["records"]!["properties"]!["commission.opening"]!["items"]!["properties"]!.AsObject();
        row.Select(property => property.Key).Should().Contain(["subject", "period", "earned", "part", "due", "until", "amount"]);
    }

    private static Task<KpiServer> StartAsync() => KpiServer.StartAsync(KpiServer.RulesetOf("release"));

    private static async Task<JsonNode> EvaluateAsync(KpiServer server, string period, JsonNode? openings, string? subject = null)
    {
        var body = new JsonObject { ["period"] = period, ["facts"] = CsvRows.Of("release.csv") };
        if (openings is not null)
            body["records"] = openings.DeepClone();
        if (subject is not null)
            body["subject"] = subject;
        var (status, json) = await server.PostAsync(Route + "/evaluate", body.ToJsonString());
        status.Should().Be(HttpStatusCode.OK, json);
        return JsonNode.Parse(json)!;
    }
}
