using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>Who may call, who may see what, and who may change anything is the host's to say.</summary>
public sealed class HostDecisionTests
{
    private const string Body = """{ "period": "2026-03", "facts": [ { "subject": "ann", "period": "2026-03", "sales": 1 } ] }""";

    [Fact]
    public async Task WhatACallerMayNotSee_IsNotThere()
    {
        await using var server = await KpiServer.StartAsync(
            [Ruleset("acme", "Acme"), Ruleset("beta", "Beta")],
            options => options.MaySee = (http, policy) => policy.Company == http.Request.Headers["X-Company"].ToString());
        server.Client.DefaultRequestHeaders.Add("X-Company", "Acme");
        (await server.Client.GetStringAsync("/kpi/rulesets")).Should().Contain("acme").And.NotContainAny("beta", "Beta");
        foreach (var name in (string[])["beta", "Beta", "bet"])
        {
            var (status, json) = await server.PostAsync($"/kpi/rulesets/{name}/evaluate", Body);
            status.Should().Be(HttpStatusCode.NotFound);
            json.Replace($"'{name}'", "").Should().Contain("acme").And.NotContainAny("beta", "Beta");
        }

        (await server.PostAsync("/kpi/rulesets/Acme/evaluate", Body)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ABaseThatACallerMayNotSee_IsNotNamedByItsWarnings()
    {
        using var folder = new TestFolder
        {
            ["hidden.json"] = Text("hidden", "Beta", "1")
                .Replace("\"sales\": {}", "\"sales\": { \"unit\": \"money\" }, \"visits\": { \"unit\": \"count\" }")
                .Replace("sales * 2", "sales + visits"),
            ["acme.json"] = """{ "id": "acme", "version": "1", "company": "Acme", "extends": "hidden" }""",
        };
        await using var server = await KpiServer.StartAsync(
            services => services.AddKpiRules(o => o.Rulesets.FromFolder(folder.Path)),
            app => app.MapKpiRules("/kpi", o => o.MaySee = (_, policy) => policy.Company == "Acme"));
        (await server.Client.GetStringAsync("/kpi/rulesets/acme"))
            .Should().Contain("KPI4007").And.Contain("\"file\":\"base\"").And.NotContainAny("hidden", folder.Path);
    }

    [Fact]
    public async Task NothingThatWrites_IsThereUnlessTheHostSaysForWhom()
    {
        await using var server = await KpiServer.StartAsync(Ruleset("acme", "Acme"));
        (await server.PostAsync("/kpi/validate", "{}")).Status.Should().Be(HttpStatusCode.OK);
        using var response = await server.Client.PostAsync("/kpi/reload", null);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.Client.GetStringAsync("/kpi/openapi.json")).Should().NotContain("/reload");
    }

    [Fact]
    public async Task Reload_IsForThoseWhomThePolicyAllowsIt()
    {
        using var folder = new TestFolder { ["acme.json"] = Text("acme", "Acme", "1") };
        await using var server = await KpiServer.StartAsync(
            services =>
            {
                services.AddKpiRules(o => o.Rulesets.FromFolder(folder.Path));
                services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Header", null);
                services.AddAuthorization(o => o.AddPolicy("KpiEditors", policy => policy.RequireClaim("may", "edit")));
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapKpiRules("/kpi", o => o.Writing("KpiEditors")).RequireAuthorization();
            });
        (await ReloadAsync(server, null)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await ReloadAsync(server, "read")).Status.Should().Be(HttpStatusCode.Forbidden);

        folder["acme.json"] = Text("acme", "Acme", "2");
        var (status, json) = await ReloadAsync(server, "edit");
        (status, json).Should().Be((HttpStatusCode.OK, """{"rulesets":[{"id":"acme","version":"2"}],"problems":[]}"""));
        server.Services.GetRequiredService<RulesetCatalogue>().Current.Policies.Single().Version.Should().Be("2");

        folder["acme.json"] = Text("acme", "Acme", "3").Replace("\"sales\"", "\"slaes\"");
        (_, json) = await ReloadAsync(server, "edit");
        json.Should().Contain("\"version\":\"2\"").And.Contain("\"standsIn\":true").And.Contain("KPI3002");

        using var asked = await server.Client.GetAsync("/kpi/rulesets");
        asked.StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the host asked for authorisation on all of them");
    }

    [Fact]
    public async Task WithoutRulesets_MappingSaysWhatIsMissing()
    {
        var starting = () => KpiServer.StartAsync(_ => { }, app => app.MapKpiRules());
        (await starting.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("AddKpiRules");
    }

    [Fact]
    public async Task ALimitThatLetsNothingThroughOrThatNoTimerKeeps_IsRefused()
    {
        foreach (var limit in (Action<KpiRulesEndpointOptions>[])[
            o => o.MaxSubjects = 0,
            o => o.TimeLimit = TimeSpan.Zero,
            o => o.TimeLimit = TimeSpan.MaxValue,
            o => o.StreamTimeLimit = TimeSpan.MaxValue
        ])
            await FluentActions.Awaiting(() => KpiServer.StartAsync([Ruleset("acme", "Acme")], limit))
                .Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static async Task<(HttpStatusCode Status, string Json)> ReloadAsync(KpiServer server, string? may)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kpi/reload");
        if (may is not null)
            request.Headers.Add("X-May", may);
        using var response = await server.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Policy Ruleset(string id, string company) => Policy.Read(Text(id, company, "1")).Policy!;

    private static string Text(string id, string company, string version) =>
        $$"""{ "id": "{{id}}", "version": "{{version}}", "company": "{{company}}", "settings": { "language": "en" }, "measures": { "sales": {} }, "kpis": { "twice": { "formula": "sales * 2" } } }""";

    /// <summary>Believes what a header says; enough for a test.</summary>
    private sealed class HeaderAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-May"] is [{ } may, ..]
            ? AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim("may", may)], Scheme.Name)), Scheme.Name))
            : AuthenticateResult.NoResult());
    }
}
