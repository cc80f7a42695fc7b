using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.AspNetCore.Tests;

/// <summary>Sizes and times are limited, and nothing works on for a client that has gone.</summary>
public sealed class LimitTests(ITestOutputHelper output)
{
    private const string Address = "/kpi/rulesets/store/evaluate";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("", "KPI1002")]
    [InlineData("nothing", "KPI1013")]
    [InlineData("[]", "KPI2002")]
    [InlineData("{ \"period\": \"2026-03\", \"facts\": [", "KPI1003")]
    [InlineData("{ \"period\": \"march\", \"facts\": [] }", "KPI2011")]
    [InlineData("{ \"period\": \"2026-03..2026-01\", \"facts\": [] }", "KPI2011")]
    [InlineData("{ \"period\": \"2026-03\", \"asOf\": \"today\", \"facts\": [] }", "KPI2010")]
    [InlineData("{ \"period\": \"2026-03\", \"fact\": [] }", "KPI2001")]
    [InlineData("{ \"period\": \"2026-03\", \"facts\": {} }", "KPI2002")]
    [InlineData("{ \"facts\": [] }", "KPI2003")]
    [InlineData(
        "{ \"period\": \"2026-03\", \"facts\": [ { \"subject\": \"ann\", \"sales\": 1.00000000000000000000000000001 } ] }", "KPI1007")]
    public async Task AMalformedBody_Is400WithItsDiagnostics(string body, string code)
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        var (status, json) = await server.PostAsync(Address, body);
        status.Should().Be(HttpStatusCode.BadRequest);
        json.Should().Contain("urn:kpirules:problem:malformed").And.Contain(code);
    }

    [Fact]
    public async Task ABodyThatIsNotUtf8_Is400()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        using var content = new ByteArrayContent([(byte)'{', 0xCF, 0xFA, (byte)'}']);
        content.Headers.ContentType = new("application/json");
        using var response = await server.Client.PostAsync(Address, content);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("KPI1015");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnOversizedBody_Is413(bool isAnnounced)
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], options => options.MaxBodySize = 1000);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = KpiServer.Json(Body(20)) };
        request.Headers.TransferEncodingChunked = !isAnnounced;
        using var response = await server.Client.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync()).Should().Contain("urn:kpirules:problem:too-large").And.Contain("1000");
    }

    /// <summary>The default limit lies below the server's own, and a greater one above it.</summary>
    [Fact]
    public async Task ABodyGreaterThanTheServersLimit_IsTakenWhereTheHostAllowsIt()
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")], options => options.MaxBodySize = 64 * 1024 * 1024);
        var (status, _) = await server.PostAsync(Address, Body(1) + new string(' ', 40 * 1024 * 1024));
        status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TooManySubjectsOrPeriods_Are413()
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")], options => (options.MaxSubjects, options.MaxPeriods) = (3, 12));
        (await server.PostAsync(Address, Body(3))).Status.Should().Be(HttpStatusCode.OK);
        (await server.PostAsync(Address, Body(4))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await server.PostAsync(Address, Body(1, "2026-01..2026-12"))).Status.Should().Be(HttpStatusCode.OK);
        (await server.PostAsync(Address, Body(1, "2026-01..2027-01"))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task AnotherType_Is415()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        using var response = await server.Client.PostAsync(Address, KpiServer.Json(Body(1), "text/csv"));
        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadAsStringAsync()).Should().Contain("urn:kpirules:problem:media-type");
    }

    [Fact]
    public async Task ARequestThatTakesTooLong_IsStopped()
    {
        await using var server = await KpiServer.StartAsync([Slow()], options => options.TimeLimit = TimeSpan.FromMilliseconds(300));
        var clock = Stopwatch.StartNew();
        var (status, json) = await server.PostAsync("/kpi/rulesets/slow/evaluate", Body(2000));
        status.Should().Be(HttpStatusCode.GatewayTimeout, json);
        json.Should().Contain("urn:kpirules:problem:too-slow");
        server.Log.Of(3002).Should().ContainSingle();
        output.WriteLine($"stopped after {clock.ElapsedMilliseconds} ms");
    }

    /// <summary>
    /// Each names the line of the first, and all stand on one long line: what a fault costs must not depend on its place.
    /// </summary>
    [Fact]
    public async Task ABodyFullOfFaults_IsAnsweredSoon()
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], options => options.TimeLimit = Patience);
        server.Client.Timeout = Patience;
        var body = $$"""{ "period": "2026-03", "facts": []{{string.Concat(Enumerable.Repeat(", \"records\": {}", 250_000))}} }""";
        var clock = Stopwatch.StartNew();
        (await server.PostAsync(Address, body)).Json.Should().Contain("KPI1008");
        output.WriteLine($"answered after {clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task AClientThatGoes_StopsItsRequest()
    {
        using var patience = new CancellationTokenSource();
        await using var server = await KpiServer.StartAsync([Slow()], options =>
        {
            options.TimeLimit = 2 * Patience;
            // asked when the request is at work: before that, nobody notices who goes
            options.MaySee = (_, _) =>
            {
                patience.CancelAfter(TimeSpan.FromMilliseconds(500));
                return true;
            };
        });
        var clock = Stopwatch.StartNew();
        var asking = () => server.Client.PostAsync("/kpi/rulesets/slow/evaluate", KpiServer.Json(Body(2000)), patience.Token);
        await asking.Should().ThrowAsync<OperationCanceledException>();
        var gone = clock.ElapsedMilliseconds;
        while (server.Log.Of(3001).Length == 0 && clock.Elapsed < Patience)
            await Task.Delay(5);
        server.Log.Of(3001).Should().ContainSingle().Which.Should().Contain("the client has gone");
        output.WriteLine($"gone after {gone} ms, stopped after {clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task AConnectionThatIsReset_IsAClientThatHasGone()
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], null, app => app.Use((http, next) =>
        {
            http.Request.Body = new ResetStream();
            return next(http);
        }));
        await FluentActions.Awaiting(() => server.PostAsync(Address, Body(1)))
            .Should().ThrowAsync<HttpRequestException>("no answer is better than half of one");
        server.Log.Of(3001).Should().ContainSingle();
    }

    /// <summary>Takes minutes for 2,000 subjects, but little for each column.</summary>
    private static Policy Slow()
    {
        var kpis = string.Join(", ", Enumerable.Range(1, 2000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"\"k{i}\": {{ \"formula\": \"Pow(sales, 0.{i}7)\" }}")));
        return Policy.Read($$"""{ "id": "slow", "version": "1", "settings": { "language": "en" }, "measures": { "sales": {} }, "kpis": { {{kpis}} } }""").Policy!;
    }

    private static string Body(int subjects, string period = "2026-03")
    {
        var body = new StringBuilder($$"""{ "period": "{{period}}", "facts": [ """);
        for (var i = 1; i <= subjects; i++)
            body.Append(i == 1 ? "" : ", ")
                .Append(CultureInfo.InvariantCulture, $$"""{ "subject": "s{{i}}", "period": "2026-03", "sales": {{i}} }""");
        return body.Append(" ] }").ToString();
    }

    /// <summary>As the server's own where the client resets the connection.</summary>
    private sealed class ResetStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new ConnectionResetException("Connection reset by peer");
    }
}
