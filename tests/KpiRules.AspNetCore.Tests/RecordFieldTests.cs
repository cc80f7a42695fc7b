using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>Fields of records that are implausible, not among their values, or no date: told in a body and in a stream.</summary>
public sealed class RecordFieldTests
{
    private static readonly Policy Policy = Policy.Read("""
        {
          "id": "fields", "version": "1", "settings": { "language": "en" }, "measures": { "sales": {} },
          "attributes": { "level": { "type": "text", "asOf": "record" } },
          "records": { "deals": { "fields": {
            "amount": { "min": 0, "max": 1000, "default": 7 }, "product": { "type": "text", "values": ["A", "GTX Pro"], "default": "A" } } } },
          "kpis": { "total": { "formula": "sum(deals, amount)" }, "pro": { "formula": "sum(deals, case(product, 'GTX Pro', amount, 0))" },
            "senior": { "formula": "count(deals, level = 'senior')" } }
        }
        """).Policy!;

    [Theory]
    [InlineData("""{ "amount": 1001, "product": "GTX Pro" }""", "KPI6085", 1001, 1001, 0)]
    [InlineData("""{ "amount": 5, "product": "GTXPro" }""", "KPI6086", 5, null, 0)]
    [InlineData("""{ "amount": 5, "date": "2026-03-32" }""", "KPI6087", 5, 0, null)]
    [InlineData("""{ }""", null, 7, 0, 0)]
    public async Task AFault_IsToldWithItsRecord(string record, string? code, int? total, int? pro, int? senior)
    {
        await using var server = await KpiServer.StartAsync(Policy);
        var row = JsonNode.Parse(record)!.AsObject();
        (row["subject"], row["period"]) = ("ann", "2026-03");
        var facts = """[ { "subject": "ann", "period": "2026-03", "sales": 1, "level": "junior" } ]""";
        var (status, json) = await server.PostAsync(
            "/kpi/rulesets/fields/evaluate",
            $$"""{ "period": "2026-03", "facts": {{facts}}, "records": { "deals": [ {{row.ToJsonString()}} ] } }""");
        status.Should().Be(HttpStatusCode.OK, json);
        Check(JsonNode.Parse(json)!, answer => answer["subjects"]!["ann"]!["results"]!);

        var line = $$"""{ "facts": {{facts}}, "records": { "deals": [ {{row.ToJsonString()}} ] } }""";
        using var content = KpiServer.Json(line + "\n", "application/x-ndjson");
        using var response = await server.Client.PostAsync("/kpi/rulesets/fields/evaluate/stream?period=2026-03", content);
        Check(JsonNode.Parse((await response.Content.ReadAsStringAsync()).Split('\n')[0])!, answer => answer["results"]!);

        void Check(JsonNode answer, System.Func<JsonNode, JsonNode> resultsOf)
        {
            (answer["issues"]?.AsArray().Select(issue => (string?)issue!["code"]).Distinct() ?? [])
                .Should().Equal(code is null ? [] : [code], answer.ToJsonString());
            var results = resultsOf(answer);
            ((int?)results["total"], (int?)results["pro"], (int?)results["senior"]).Should().Be((total, pro, senior));
        }
    }
}
