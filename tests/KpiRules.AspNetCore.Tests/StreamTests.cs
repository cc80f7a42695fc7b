using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.AspNetCore.Tests;

/// <summary>A line in is a line out, as they come, in constant memory. KPIRULES_HTTP_LINES says how many; 20,000 unless set.</summary>
public sealed class StreamTests(ITestOutputHelper output)
{
    private const string Address = "/kpi/rulesets/store/evaluate/stream?period=2026-03";
    private const long MostGrowth = 4 * 1024 * 1024;
    private const long Heap = 256 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task ManyLines_AreAnsweredInOrderAndConstantMemory()
    {
        var count = Setting.Number("KPIRULES_HTTP_LINES", 20_000);
        // what this process holds is also the client's, and that of other tests
        await using var host = await HostProcess.StartAsync(Heap);
        using var asking = new HttpClient { BaseAddress = host.Address };
        using var streaming = new HttpClient { BaseAddress = host.Http2Address };
        var clock = Stopwatch.StartNew();
        using var response = await PostAsync(streaming, new RowContent(Rows(count)));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/x-ndjson");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var (early, late) = (0L, 0L);
        for (var number = 1; number <= count; number++)
        {
            using var line = JsonDocument.Parse((await reader.ReadLineAsync().WaitAsync(Patience))!);
            line.RootElement.GetProperty("line").GetInt32().Should().Be(number);
            line.RootElement.GetProperty("subject").GetString().Should().Be($"s{number}");
            line.RootElement.GetProperty("results").GetProperty("goal").GetRawText()
                .Should().Be((number * 4).ToString(CultureInfo.InvariantCulture));
            if (number == count / 5)
                early = await MemoryAsync(asking);
            if (number == count - 1)
                late = await MemoryAsync(asking);
        }

        using var end = JsonDocument.Parse((await reader.ReadLineAsync().WaitAsync(Patience))!);
        end.RootElement.GetProperty("end").GetProperty("evaluated").GetInt32().Should().Be(count);
        (await reader.ReadLineAsync().WaitAsync(Patience)).Should().BeNull();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} lines in {clock.Elapsed.TotalSeconds:F1} s: {count / clock.Elapsed.TotalSeconds:F0}/s; "
                + $"{(late - early) / 1024} KiB more memory"));
        (late - early).Should().BeLessThan(MostGrowth);
    }

    /// <summary>The client sends the rest of the next line only when it has the answer to the last one.</summary>
    [Fact]
    public async Task EachLine_IsAnsweredBeforeTheNextIsSent()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        var rows = Channel.CreateUnbounded<string>();
        using var response = await PostAsync(server.Http2, new RowContent(rows.Reader.ReadAllAsync()));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var number = 1; number <= 3; number++)
        {
            rows.Writer.TryWrite(Row(number)[(number == 1 ? 0 : 5)..] + Row(number + 1)[..5]);
            (await reader.ReadLineAsync().WaitAsync(Patience)).Should().StartWith($"{{\"line\":{number},\"subject\":\"s{number}\"");
        }

        rows.Writer.Complete();
        (await reader.ReadLineAsync().WaitAsync(Patience)).Should().Contain("\"line\":4").And.Contain("KPI1014");
        (await reader.ReadLineAsync().WaitAsync(Patience)).Should().Contain("\"lines\":4,\"evaluated\":3");
    }

    [Fact]
    public async Task AFaultyLine_DoesNotStopTheOthers()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        var lines = await LinesOfAsync(server, """
            { "subject": "ann", "sales": 100, "cost": 75 }
            { "subject": "bob", "sales": 12345678901234567890123456789.5 }

            { "subject": "cid", "sales": 100,
            { "facts": [ { "subject": "dan", "period": "2026-03", "sales": 10, "cost": 5 }, { "subject": "dan", "level": "rep" } ] }
            { "facts": [ { "subject": "eve", "period": "2026-03" }, { "subject": "fay", "period": "2026-03" } ] }
            [ 1 ]
            { "subject": "gus", "salse": 1 }
            { "subject": "hal", "period": "2026-02", "sales": 1 }
            """);
        lines.Should().HaveCount(9);
        lines[0].Should().Contain("\"line\":1,\"subject\":\"ann\",\"results\":{\"margin\":0.25,");
        lines[1].Should().Contain(
            "\"line\":2,\"diagnostics\":[{\"code\":\"KPI1007\",\"severity\":\"error\",\"file\":\"line 2\",\"line\":1,\"column\":30,");
        lines[2].Should().Contain("\"line\":4,\"diagnostics\":[{\"code\":\"KPI1009\"");
        lines[3].Should().Contain("\"line\":5,\"subject\":\"dan\",\"results\":{\"margin\":0.5,");
        lines[4].Should().Be("{\"line\":6,\"subjects\":[\"eve\",\"fay\"],\"issues\":[]}");
        lines[5].Should().Contain("\"line\":7,\"diagnostics\":[{\"code\":\"KPI2002\"");
        lines[6].Should().Contain("\"line\":8,\"subject\":\"gus\"").And.Contain("did you mean 'sales'?");
        lines[7].Should().Be("{\"line\":9,\"subjects\":[],\"issues\":[{\"code\":\"KPI6022\",\"origin\":\"line 9\",\"subject\":\"hal\","
            + "\"period\":\"2026-03\",\"message\":\"the item has no facts of 2026-03, the period evaluated; it is left out\"}]}");
        lines[8].Should().Contain("\"lines\":8,\"evaluated\":3");
    }

    [Fact]
    public async Task TextSequences_AreNotTakenForLines()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        using var response = await server.Client.PostAsync(Address, KpiServer.Json("\u001E" + Row(1), "application/json-seq"));
        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType, "RFC 7464 begins each text with a record separator");
    }

    [Fact]
    public async Task ALineThatIsTooLong_EndsTheStreamWithAProblem()
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], options => options.MaxLineSize = 100);
        var lines = await LinesOfAsync(server, Row(1) + new string(' ', 200) + Row(2));
        lines.Should().HaveCount(2);
        lines[1].Should().StartWith("{\"problem\":{\"type\":\"urn:kpirules:problem:too-large\"").And.Contain("line 2");
    }

    /// <summary>Its answers fill the buffers, and then nothing goes on: the time limit ends it.</summary>
    [Fact]
    public async Task AClientThatDoesNotRead_IsCutOff()
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")], options => options.StreamTimeLimit = TimeSpan.FromSeconds(1));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000000\r\n\r\n"));
        var clock = Stopwatch.StartNew();
        var sending = async () =>
        {
            for (var number = 1; clock.Elapsed < Patience; number++)
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Row(number))).AsTask().WaitAsync(Patience);
        };
        await sending.Should().ThrowAsync<IOException>();

        // the client may learn of it before the log does
        while (server.Log.Of(3002).Length == 0 && clock.Elapsed < Patience)
            await Task.Delay(50);
        server.Log.Of(3002).Should().ContainSingle();
        output.WriteLine($"cut off after {clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task ARulesetThatLooksAtOthers_IsRefused()
    {
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("pay"));
        using var response = await server.Client.PostAsync(
            "/kpi/rulesets/pay/evaluate/stream?period=2026-02", KpiServer.Json(Row(1), "application/x-ndjson"));
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync())
            .Should().Contain("urn:kpirules:problem:not-streamable").And.Contain("depend on other subjects");
    }

    private static async Task<IReadOnlyList<string>> LinesOfAsync(KpiServer server, string body)
    {
        using var response = await server.Client.PostAsync(Address, KpiServer.Json(body, "application/x-ndjson"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<long> MemoryAsync(HttpClient client) =>
        long.Parse(await client.GetStringAsync("/memory"), CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Address)
            {
                Content = content,
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact
            },
            HttpCompletionOption.ResponseHeadersRead);
    }

    private static async IAsyncEnumerable<string> Rows(int count)
    {
        await Task.Yield();
        for (var number = 1; number <= count; number++)
            yield return Row(number);
    }

    private static string Row(int number) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{ "subject": "s{{number}}", "sales": {{number * 4}}, "cost": {{number}} }""")
        + "\n";

    /// <summary>Rows that are made as they are sent, and sent as soon as no other is at hand.</summary>
    private sealed class RowContent(IAsyncEnumerable<string> rows) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await using var all = rows.GetAsyncEnumerator();
            await stream.FlushAsync(); // the headers, which would wait for the first row
            for (var next = all.MoveNextAsync(); await next;)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(all.Current));
                next = all.MoveNextAsync();
                if (!next.IsCompleted)
                    await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
