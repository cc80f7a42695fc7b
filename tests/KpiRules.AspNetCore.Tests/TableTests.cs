using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>Rows of tables in a body and in a stream: what is wrong in them is told with its place, and decides nothing.</summary>
public sealed class TableTests
{
    private const string Row = """{ "subject": "ann", "period": "2026-03", "product": "A", "sales": 1 }""";

    [Theory]
    [InlineData("""[ 5, { "currency": "USD", "rate": 7 } ]""", "KPI6097")]
    [InlineData("""[ { "currency": "USD", "rate": 7 }, { "currency": "USD", "rate": 8, "period": "march" } ]""", "KPI6098")]
    [InlineData("""[ { "currency": "USD", "rate": [ 7 ] } ]""", "KPI6093")]
    [InlineData("""[ { "currency": "USD", "rate": 7 }, { "currency": null, "rate": 7 } ]""", "KPI6092")]
    [InlineData("""[ { "currency": "USD", "rate": 7 }, { "currency": "USD", "rate": 7, "period": null } ]""", "KPI6094")]
    public async Task AFaultyRow_IsToldAndDecidesNothing(string rows, string code)
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("rates"));
        var (status, json) = await server.PostAsync("/kpi/rulesets/rates/evaluate", $$"""
            { "period": "2026-03", "facts": [ {{Row}} ], "tables": { "fx": {{rows}} },
              "records": { "orders": [ { "subject": "ann", "date": "2026-03-04", "amount": 5, "currency": "USD" } ] } }
            """);
        status.Should().Be(HttpStatusCode.OK, json);
        var answer = JsonNode.Parse(json)!;
        answer["issues"]!.AsArray().Select(issue => (string?)issue!["code"]).Should().Equal(code);
        ((string?)answer["issues"]![0]!["origin"]).Should().StartWith("body:");
        answer["subjects"]!["ann"]!["notAvailable"]!["in_yuan"].Should().NotBeNull(json);
    }

    [Fact]
    public async Task TablesOfAnotherForm_AreAFaultOfTheBody()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("rates"));
        var (status, json) = await server.PostAsync(
            "/kpi/rulesets/rates/evaluate", $$"""{ "period": "2026-03", "facts": [ {{Row}} ], "tables": { "fx": { "USD": 7 } } }""");
        status.Should().Be(HttpStatusCode.BadRequest);
        json.Should().Contain("KPI2002");
    }

    /// <summary>A line of tables alone holds for those behind it; a line's own rows go before them.</summary>
    [Fact]
    public async Task AStream_GivesTablesOnceForAll()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("rates"));
        const string Order = """ "records": { "orders": [ { "subject": "ann", "date": "2026-03-04", "amount": 5, "currency": "USD" } ] } """;
        var lines = new[]
        {
            $$"""{ "facts": [ {{Row}} ], {{Order}} }""",
            """{ "tables": { "fx": [ { "currency": "USD", "rate": 7 } ] } }""",
            $$"""{ "facts": [ {{Row}} ], {{Order}} }""",
            $$"""{ "facts": [ {{Row}} ], {{Order}}, "tables": { "fx": [ { "currency": "USD", "rate": 8 } ] } }""",
            """{ "tables": { "fx": [ { "currency": "USD", "rate": 9 } ] } }""",
            $$"""{ "facts": [ {{Row}} ], {{Order}} }""",
        };
        using var response = await server.Client.PostAsync(
            "/kpi/rulesets/rates/evaluate/stream?period=2026-03", KpiServer.Json(string.Join("\n", lines), "application/x-ndjson"));
        var answers = (await response.Content.ReadAsStringAsync()).TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        answers[1]!["tables"]!.ToJsonString().Should().Be("""["fx"]""");
        answers.Where(answer => answer["subject"] is not null).Select(answer => (decimal?)answer["results"]!["in_yuan"])
            .Should().Equal(null, 35, 40, 45);
        ((int)answers[^1]!["end"]!["evaluated"]!).Should().Be(4);
    }

    /// <summary>The schema says of a table's rows what the tables page says.</summary>
    [Fact]
    public async Task TheSchema_HasTheRowsThatAreGiven()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("rates"));
        var schema = JsonNode.Parse(await server.Client.GetStringAsync("/kpi/rulesets/rates/schema"))!["properties"]!["tables"]!;
        schema["properties"]!.AsObject().Select(table => table.Key).Should().Equal("fx");
        schema["properties"]!["fx"]!["items"]!["properties"]!.AsObject().Select(cell => cell.Key)
            .Should().Equal("currency", "rate", "period");
        var ruleset = JsonNode.Parse(await server.Client.GetStringAsync("/kpi/rulesets/rates"))!["tables"]!.AsArray();
        ruleset.Select(table => ((string?)table!["name"], (bool)table["given"]!)).Should().Equal(("rates", false), ("fx", true));
    }
}
