using System.IO;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>HTTP answers what the tool prints: held against the tool's own approved outputs.</summary>
public sealed class SameAsToolTests
{
    [Theory]
    [InlineData("evaluate-json", "store/evaluate", "2026-03", "facts.json", null, null, "2026-03-20")]
    [InlineData("pay-range-json", "pay/evaluate", "2026-01..2026-02", "pay.csv", "deals.csv", "bob", null)]
    [InlineData("statement-json", "pay/statement", "2026-02", "pay.csv", "deals.csv", "bob", null)]
    [InlineData("statement-release-json", "release/statement", "2026-05..2026-06", "release.csv", null, null, null)]
    [InlineData("warnings-json", "team/warnings", "2026-03", "team.csv", null, "ann", null)]
    [InlineData("smart-json", "team/smart", "2026-03", "team.csv", null, "cat", null)]
    public async Task AnswersWhatTheToolPrints(
        string golden, string route, string period, string facts, string? deals, string? subject, string? asOf)
    {
        await using var server = await KpiServer.StartAsync(
            KpiServer.RulesetOf("store"), KpiServer.RulesetOf("pay"), KpiServer.RulesetOf("team"), KpiServer.RulesetOf("release"));
        var body = new JsonObject { ["period"] = period, ["facts"] = FactsOf(facts) };
        if (deals is not null)
            body["records"] = new JsonObject { ["deals"] = CsvRows.Of(deals) };
        if (subject is not null)
            body["subject"] = subject;
        if (asOf is not null)
            body["asOf"] = asOf;
        var (status, json) = await server.PostAsync($"/kpi/rulesets/{route}", body.ToJsonString());
        status.Should().Be(HttpStatusCode.OK, json);
        WithoutOrigins(json).Should().Be(WithoutOrigins(Printed(golden)));
    }

    /// <summary>Factors by formulas, and the issues of those that are not there.</summary>
    [Fact]
    public async Task StretchTargets_AreThoseOfTheTool()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("stretch"));
        var body = new JsonObject { ["plan"] = "month", ["closed"] = "2026-W11", ["facts"] = FactsOf("stretch.csv") };
        var (status, json) = await server.PostAsync("/kpi/rulesets/shops/plan?language=en", body.ToJsonString());
        status.Should().Be(HttpStatusCode.OK, json);
        WithoutOrigins(json).Should().Be(WithoutOrigins(Printed("plan-stretch-json")));
        json.Should().Contain("KPI6111", "one shop is so far ahead that its factor is below 0");
    }

    [Fact]
    public async Task ARuleset_TellsTheFactorsOfItsStretchTargets()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("stretch"));
        var ruleset = JsonNode.Parse(await server.Client.GetStringAsync("/kpi/rulesets/shops"))!;
        var factors = ruleset["plans"]![0]!["factors"]!;
        ((string?)factors["低"], (decimal)factors["固定"]!).Should().Be(("1 - plan.progress", 1.2m));
        ((string?)factors["目标一"]).Should().Be("if(plan.closed >= 2 and plan.progress < 1, 85%, 100%)");
    }

    [Fact]
    public async Task RowsOfTables_AreThoseOfAFile()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("rates"));
        var body = new JsonObject
        {
            ["period"] = "2026-03",
            ["facts"] = CsvRows.Of("rates.csv"),
            ["records"] = new JsonObject { ["orders"] = CsvRows.Of("orders.csv") },
            ["tables"] = new JsonObject
            {
                ["fx"] = new JsonArray(
                    new JsonObject { ["currency"] = "USD", ["rate"] = 7 },
                    new JsonObject { ["currency"] = "USD", ["rate"] = "7.2", ["period"] = "2026-03-01" },
                    new JsonObject { ["currency"] = "EUR", ["rate"] = "810%", ["period"] = "2026-03" }),
            },
        };
        var (status, json) = await server.PostAsync("/kpi/rulesets/rates/evaluate", body.ToJsonString());
        status.Should().Be(HttpStatusCode.OK, json);
        WithoutOrigins(json).Should().Be(WithoutOrigins(Printed("tables-json")));
    }

    [Theory]
    [InlineData("plan-json", "first_half", "2026-01", HttpStatusCode.OK)]
    public async Task PlansWhatTheToolPlans(string golden, string plan, string closed, HttpStatusCode expected)
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("plans"));
        var facts = CsvRows.Of("plans.csv");
        foreach (var row in CsvRows.Of("plans-people.csv"))
            facts.Add(row!.DeepClone());
        var (status, json) = await server.PostAsync(
            "/kpi/rulesets/store/plan", new JsonObject { ["plan"] = plan, ["closed"] = closed, ["facts"] = facts }.ToJsonString());
        status.Should().Be(expected, json);
        WithoutOrigins(json).Should().Be(WithoutOrigins(Printed(golden)));
    }

    private static JsonArray FactsOf(string file) => file.EndsWith(".json", System.StringComparison.Ordinal)
        ? (JsonArray)JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files", file)))!
        : CsvRows.Of(file);

    /// <summary>Where facts stand is another place in a file than in a body.</summary>
    private static string WithoutOrigins(string json) => Regex.Replace(json, """ *"origin": "[^"]*",\n""", "");

    private static string Printed(string golden)
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "KpiRules.Cli.Tests", "Golden", golden + ".en.txt")).Replace("\r\n", "\n");
        var begin = text.IndexOf('\n') + 1;
        return Pretty.Json(Regex.Match(text[begin..], @"\A[\[{].*?^[\]}]$", RegexOptions.Singleline | RegexOptions.Multiline).Value);
    }
}
