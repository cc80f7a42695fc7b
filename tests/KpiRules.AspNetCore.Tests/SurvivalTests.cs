using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit.Abstractions;

namespace KpiRules.AspNetCore.Tests;

/// <summary>
/// A host with a heap of 256 MB lives through callers who announce much and send little, and through bodies that grow as
/// they are read. KPIRULES_HTTP_SLOW and KPIRULES_HTTP_ZEROS say how many; 300 and 60 unless set.
/// </summary>
public sealed class SurvivalTests(ITestOutputHelper output)
{
    private const long Heap = 0x10000000;
    private const int Announced = 4 * 1024 * 1024;
    private const string Evaluate = "/kpi/rulesets/store/evaluate";
    private const string Good =
        """{ "period": "2026-03", "facts": [ { "subject": "ann", "period": "2026-03", "sales": 8, "cost": 2 } ] }""";

    [ConnectionsFact("KPIRULES_HTTP_SLOW", 300)]
    public async Task SlowCallersAndBodiesThatGrow_EndNoHostAndKeepNobodyWaiting()
    {
        var (slow, zeros) = (Setting.Number("KPIRULES_HTTP_SLOW", 300), Setting.Number("KPIRULES_HTTP_ZEROS", 60));
        await using var host = await HostProcess.StartAsync(Heap);
        using var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(2) };
        using var stop = new CancellationTokenSource();
        (await PostAsync(client, Encoding.UTF8.GetBytes(Good))).Should().Be(HttpStatusCode.OK);

        var times = new ConcurrentBag<double>();
        var asking = AskHealthAsync(client, times, stop.Token);
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < slow; i++)
                connections.Add(await ConnectAsync(host.Address, i));
            var statuses = await SendBodiesAsync(client, zeros);
            statuses.Keys.Should().BeSubsetOf([
                HttpStatusCode.BadRequest,
                HttpStatusCode.RequestEntityTooLarge,
                HttpStatusCode.ServiceUnavailable,
                HttpStatusCode.GatewayTimeout
            ]);
            output.WriteLine(string.Join(", ", statuses.Select(status => $"{(int)status.Key}: {status.Value}")));
        }
        finally
        {
            await stop.CancelAsync();
            connections.ForEach(connection => connection.Dispose());
        }

        await asking;
        host.IsAlive.Should().BeTrue();
        times.Should().NotBeEmpty();
        (await PostAsync(client, Encoding.UTF8.GetBytes(Good))).Should().Be(HttpStatusCode.OK, "there is room again");
        var sorted = times.Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{slow} slow callers, {zeros} bodies; /health answered {sorted.Count} times: median {sorted[sorted.Count / 2]:F1} ms, "
                + $"longest {sorted[^1]:F1} ms; {host.PeakMemory() >> 20} MiB at most"));
        (await host.EndAsync()).Should().BeEmpty("nothing of this is an error of the host's");
    }

    /// <summary>Announces much, sends some of it and then nothing more.</summary>
    private static async Task<TcpClient> ConnectAsync(Uri address, int number)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Evaluate} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Announced}\r\n\r\n[0,"));
        if (number % 10 == 0)
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0,", 8 * 1024))));
        return client;
    }

    private static async Task<IReadOnlyDictionary<HttpStatusCode, int>> SendBodiesAsync(HttpClient client, int count)
    {
        var (bodies, statuses, next) = (Bodies(), new ConcurrentDictionary<HttpStatusCode, int>(), 0);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count)
                statuses.AddOrUpdate(await PostAsync(client, bodies[number % bodies.Length]), 1, (_, before) => before + 1);
        })));
        return statuses;
    }

    /// <summary>
    /// Bytes of zero, numbers of zero, one number of zeros, lists, objects, names, and a name that all paths would begin with.
    /// </summary>
    private static byte[][] Bodies()
    {
        static byte[] Body(string begin, string item, string end, int size) =>
            Encoding.ASCII.GetBytes(begin
                + string.Concat(Enumerable.Repeat(item + ",", (size - begin.Length - end.Length) / (item.Length + 1))).TrimEnd(',')
                + end);
        const string Facts = "{\"period\":\"2026-03\",\"facts\":[";
        return
        [
            new byte[Announced],
            Body(Facts, "0", "]}", Announced),
            Body(Facts, "0", "]}", Announced / 8),
            Encoding.ASCII.GetBytes(Facts + new string('0', Announced - 40) + "]}"),
            Body("[", "[]", "]", Announced / 4),
            Body(Facts, "{}", "]}", Announced / 4),
            Body(Facts + "{", "\"a\":01", "}]}", Announced / 32),
            Body("{\"" + new string('n', 12_500) + "\":[", "0", "]}", 25_000),
        ];
    }

    private static async Task AskHealthAsync(HttpClient client, ConcurrentBag<double> times, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            (await client.GetStringAsync("/health", CancellationToken.None)).Should().Be("Healthy");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        try
        {
            using var response = await client.PostAsync(Evaluate, content);
            return response.StatusCode;
        }
        // an answer that came before all was sent, and a connection closed behind it: the client may see only the latter
        catch (HttpRequestException fault) when (fault.InnerException is IOException or SocketException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }
}
