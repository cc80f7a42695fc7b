using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using Xunit;

namespace KpiRules.Samples.Tests;

/// <summary>Each company is served by its own policy, and never hears of the other's.</summary>
public sealed class TwoCompaniesTests(TwoCompaniesTests.Server server) : IClassFixture<TwoCompaniesTests.Server>
{
    private const string Store = "云杉家居";
    private const string Software = "北辰软件";

    [Theory]
    [InlineData(Store, "retail-store")]
    [InlineData(Software, "crm-opportunities")]
    public async Task WhoSignsIn_SeesTheRulesetsOfTheirCompany(string company, string ruleset)
    {
        using var client = server.Client(company);
        var list = await client.GetFromJsonAsync<JsonElement>("kpi/rulesets");
        list.EnumerateArray().Select(one => one.GetProperty("id").GetString()).Should().Equal(ruleset);
    }

    [Fact]
    public async Task AnotherCompanysRuleset_IsAsIfItWereNotThere()
    {
        using var client = server.Client(Store);
        using var answer = await client.GetAsync("kpi/rulesets/crm-opportunities");
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain(Software);
    }

    /// <summary>The request of the sample's README.</summary>
    [Fact]
    public async Task ACompany_IsPaidByItsPolicy()
    {
        using var client = server.Client(Store);
        using var body = new StringContent(
            await File.ReadAllTextAsync(Path.Combine(Sample.Folder, "request.json")), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"kpi/rulesets/{Store}/evaluate", body);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>();
        result.GetProperty("subjects").GetProperty("陈静").GetProperty("results").GetProperty("阶梯提成").GetDecimal().Should().Be(3500m);
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData(null, "payroll", HttpStatusCode.Forbidden)]
    public async Task WhoIsOfNoCompany_IsTurnedAway(string? company, string? role, HttpStatusCode expected)
    {
        using var client = server.Client(company, role);
        (await client.GetAsync("kpi/rulesets")).StatusCode.Should().Be(expected);
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task HealthAndReload_AreForOperators(string? role, HttpStatusCode expected)
    {
        using var client = server.Client(Store, role);
        (await client.GetAsync("health")).StatusCode.Should().Be(expected);
        (await client.PostAsync("kpi/reload", null)).StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task ATokenOfSomebodyElse_IsNone()
    {
        using var client = server.Client(Store, key: RandomNumberGenerator.GetBytes(32));
        (await client.GetAsync("kpi/rulesets")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static Sample Sample { get; } = new("TwoCompanies");

    /// <summary>The sample, and a key of these tests beside that of <c>dotnet user-jwts</c>.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
        private ServerProcess _server = null!;

        public async Task InitializeAsync() =>
            _server = await ServerProcess.StartAsync(
                Command.DotNet,
                Sample.Folder,
                [Sample.Built("net10.0", "TwoCompanies.dll")],
                new Dictionary<string, string>
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["Authentication__Schemes__Bearer__SigningKeys__0__Issuer"] = "dotnet-user-jwts",
                    ["Authentication__Schemes__Bearer__SigningKeys__0__Value"] = Convert.ToBase64String(_key),
                });

        public HttpClient Client(string? company, string? role = null, byte[]? key = null)
        {
            var client = new HttpClient { BaseAddress = _server.Address };
            if (company is not null || role is not null)
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(company, role, key ?? _key));
            return client;
        }

        public Task DisposeAsync()
        {
            _server.Dispose();
            return Task.CompletedTask;
        }

        private static string Token(string? company, string? role, byte[] key)
        {
            var claims = new Dictionary<string, object>
            {
                ["iss"] = "dotnet-user-jwts",
                ["aud"] = "kpirules",
                ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
            };
            if (company is not null)
                claims["company"] = company;
            if (role is not null)
                claims["role"] = role;
            var text = Part(new { alg = "HS256", typ = "JWT" }) + "." + Part(claims);
            return text + "." + Base64(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
        }

        private static string Part(object value) => Base64(JsonSerializer.SerializeToUtf8Bytes(value));

        private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
