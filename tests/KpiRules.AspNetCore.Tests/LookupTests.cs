using System;
using System.Net;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>Which ruleset answers for the name in an address.</summary>
public sealed class LookupTests
{
    private const string Sales = """[ { "subject": "ann", "period": "2026-02", "sales": 1 } ]""";

    [Theory]
    [InlineData("2026-01..2026-03", HttpStatusCode.Conflict)]
    [InlineData("2026-02", HttpStatusCode.Conflict)]
    [InlineData("2026-03..2026-04", HttpStatusCode.OK)]
    public async Task OfSeveralRulesetsOfACompany_NoneIsPicked(string period, HttpStatusCode expected)
    {
        await using var server = await KpiServer.StartAsync(
            Ruleset("field", "Acme"), Ruleset("campaign", "Acme", """{ "from": "2026-02-01", "to": "2026-02-28" }"""));
        var (status, json) = await server.PostAsync("/kpi/rulesets/Acme/evaluate", $$"""{ "period": "{{period}}", "facts": {{Sales}} }""");
        status.Should().Be(expected, json);
        if (expected == HttpStatusCode.Conflict)
            json.Should().Contain("urn:kpirules:problem:ambiguous").And.Contain("field").And.Contain("campaign");
    }

    [Theory]
    [InlineData("A/S Nord")]
    [InlineData("100% a + b? #1")]
    [InlineData("甲/乙 公司")]
    public async Task ACompanyOfAnyName_IsFound(string company)
    {
        await using var server = await KpiServer.StartAsync(Ruleset("one", company));
        (await server.Client.GetStringAsync($"/kpi/rulesets/{Uri.EscapeDataString(company)}")).Should().Contain("\"id\":\"one\"");
    }

    private static Policy Ruleset(string id, string company, string? effective = null) => Policy.Read(
        $$"""{ "id": "{{id}}", "version": "1", "company": "{{company}}", {{(effective is null ? "" : $"\"effective\": {effective}, ")}}"measures": { "sales": {} }, "kpis": { "twice": { "formula": "sales * 2" } } }""").Policy!;
}
