using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>The host that the guide shows is short, compiles, runs, and lets nobody in who may not.</summary>
public sealed class GuideHostTests
{
    private static readonly string Host = Regex.Matches(
        File.ReadAllText(Repository.PathOf("docs", "guide", "web.md")).Replace("\r\n", "\n"),
        "^```csharp\n(.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)
        .Select(block => block.Groups[1].Value).Single(code => code.Contains("MapKpiRules"));

    [Fact]
    public void TheHost_HasAtMostTwentyLines() =>
        Host.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            .Should().HaveCountLessThanOrEqualTo(20);

    [Fact]
    public async Task TheHost_RunsAndAsksWhoIsThere()
    {
        using var folder = new TestFolder
        {
            ["rulesets/acme.json"] = Ruleset("acme", "Acme"),
            ["rulesets/beta.json"] = Ruleset("beta", "Beta")
        };
        await using var host = await CompiledHost.StartAsync(
            Host, "--urls", "http://127.0.0.1:0", "--contentRoot", folder.Path, "--Keys:s3cret", "Acme");
        using var client = new HttpClient { BaseAddress = host.Address };
        (await client.GetStringAsync("/health")).Should().Be("Healthy");
        (await StatusOfAsync(client, "/kpi/rulesets")).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusOfAsync(client, "/kpi/openapi.json")).Should().Be(HttpStatusCode.Unauthorized);
        (await LoginAsync(client, "guess")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        using var login = JsonDocument.Parse(await (await LoginAsync(client, "s3cret")).Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", login.RootElement.GetProperty("accessToken").GetString());
        (await client.GetStringAsync("/kpi/rulesets")).Should().Contain("acme").And.NotContain("beta");
        const string Body = """{ "period": "2026-03", "facts": [ { "subject": "ann", "period": "2026-03", "sales": 21 } ] }""";
        using var answer = await client.PostAsync("/kpi/rulesets/Acme/evaluate", KpiServer.Json(Body));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"twice\":42");
        (await client.PostAsync("/kpi/rulesets/Beta/evaluate", KpiServer.Json(Body))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.PostAsync("/kpi/reload", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<HttpStatusCode> StatusOfAsync(HttpClient client, string address) =>
        (await client.GetAsync(address)).StatusCode;

    private static Task<HttpResponseMessage> LoginAsync(HttpClient client, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/login");
        request.Headers.Add("X-Key", key);
        return client.SendAsync(request);
    }

    private static string Ruleset(string id, string company) =>
        $$"""{ "id": "{{id}}", "version": "1", "company": "{{company}}", "settings": { "language": "en" }, "measures": { "sales": {} }, "kpis": { "twice": { "formula": "sales * 2" } } }""";
}
