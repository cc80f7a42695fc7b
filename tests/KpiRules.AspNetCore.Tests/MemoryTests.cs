using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Memory;
using KpiRules.AspNetCore.Requests;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;

namespace KpiRules.AspNetCore.Tests;

/// <summary>What requests may take of the memory together, and who waits for it or is turned away.</summary>
public sealed class MemoryTests
{
    private const string Address = "/kpi/rulesets/store/evaluate";
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task ALane_LetsInWhatFitsInTheOrderOfAsking()
    {
        var lane = new Lane(10);
        await lane.TakeAsync(6, CancellationToken.None);
        var (great, small) = (lane.TakeAsync(5, CancellationToken.None), lane.TakeAsync(1, CancellationToken.None));
        (great.IsCompleted, small.IsCompleted).Should().Be((false, false), "the small one would fit, but came later");
        lane.Leave(6);
        await Task.WhenAll(great, small).WaitAsync(Patience);
        lane.Taken.Should().Be(6);
    }

    [Fact]
    public async Task WhoGivesUpWaiting_KeepsNobodyWaiting()
    {
        var lane = new Lane(10);
        await lane.TakeAsync(6, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var (great, small) = (lane.TakeAsync(5, stop.Token), lane.TakeAsync(4, CancellationToken.None));
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => great).Should().ThrowAsync<OperationCanceledException>();
        await small.WaitAsync(Patience);
        lane.Taken.Should().Be(10);
    }

    [Fact]
    public void Bytes_AreKeptInPiecesThatGrowWithThem()
    {
        var lane = new Lane(Megabyte);
        var bytes = Enumerable.Range(0, 500_000).Select(number => (byte)(number % 251)).ToArray();
        using var arrived = new ArrivedBytes(lane);
        lane.Taken.Should().Be(0, "nothing has arrived");
        foreach (var piece in bytes.Chunk(777))
        {
            arrived.TryAdd(piece).Should().BeTrue();
            lane.Taken.Should().BeInRange(arrived.Length, Math.Max(1024, (2 * arrived.Length) + 1024));
        }

        System.Buffers.BuffersExtensions.ToArray(arrived.Bytes).Should().Equal(bytes);
        arrived.TryAdd(new byte[Megabyte]).Should().BeFalse();
        arrived.Dispose();
        lane.Taken.Should().Be(0);
    }

    [Fact]
    public async Task LongWork_HoldsNoThreadOfThePool()
    {
        await new OwnThread(false);
        Thread.CurrentThread.Name.Should().NotBe("KpiRules");
        await new OwnThread(true);
        (Thread.CurrentThread.Name, Thread.CurrentThread.IsThreadPoolThread).Should().Be(("KpiRules", false));
    }

    [Theory]
    [InlineData("[0,0,0]", (7 * BodyCost.PerByte) + (3 * BodyCost.PerValue))]
    [InlineData("{\"a\":{}}", (8 * BodyCost.PerByte) + (3 * BodyCost.PerValue))]
    [InlineData("\n\r\n\n\r", (5 * BodyCost.PerByte) + (1 * BodyCost.PerValue))]
    public void WhatWorkTakes_IsToldByWhatBeginsAValue(string body, long expected) =>
        BodyCost.OfFacts(new(Encoding.UTF8.GetBytes(body))).Should().Be(expected);

    /// <summary>What others send slowly fills the memory; whoever comes then is told when to come again.</summary>
    [Fact]
    public async Task WhereWhatArrivesFillsTheMemory_IsAnswered503()
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")], options => (options.MaxMemory, options.TimeLimit) = (8 * Megabyte, 2 * Patience));
        using var patience = new CancellationTokenSource(Patience);
        var slow = new List<SlowCaller>();
        HttpResponseMessage second;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            // what is sent need not have arrived: where another was there before it, it was turned away itself
            slow.Where(caller => caller.Status.IsCompleted).ToList().ForEach(caller => caller.Dispose());
            slow.RemoveAll(caller => caller.Status.IsCompleted);
            while (slow.Count < 3)
                slow.Add(await SlowCaller.SendAsync(server.Client.BaseAddress!, Body(600_000)).WaitAsync(Patience));
            second = await server.Client.PostAsync(Address, KpiServer.Json(Body(500_000)));
        }
        while (second.StatusCode != HttpStatusCode.ServiceUnavailable || slow.Any(caller => caller.Status.IsCompleted));
        second.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        (await second.Content.ReadAsStringAsync()).Should().Contain("urn:kpirules:problem:busy");

        foreach (var caller in slow)
        {
            await caller.FinishAsync();
            (await caller.Status.WaitAsync(Patience)).Should().Contain(" 200 ");
            caller.Dispose();
        }

        (await server.PostAsync(Address, Body(500_000))).Status.Should().Be(HttpStatusCode.OK, "there is room again");
    }

    [Fact]
    public async Task ALineOfAStream_TakesRoomUntilItsEndHasArrived()
    {
        var (lane, pipe) = (new Lane(10), new Pipe());
        await using var lines = new LineReader(pipe.Reader, 100, lane).ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await pipe.Writer.WriteAsync("12\n1234567"u8.ToArray());
        (await NextAsync(lines)).State.Should().Be(LineArrival.Whole);
        var next = NextAsync(lines);
        await pipe.Writer.WriteAsync("89\n1234"u8.ToArray());
        (await next.WaitAsync(Patience)).Bytes.Should().HaveCount(9);
        next = NextAsync(lines);
        await pipe.Writer.WriteAsync("56789012"u8.ToArray());
        (await next.WaitAsync(Patience)).State.Should().Be(LineArrival.NoRoom);
        await lines.DisposeAsync();
        lane.Taken.Should().Be(0);

        static async Task<Line> NextAsync(IAsyncEnumerator<Line> lines)
        {
            (await lines.MoveNextAsync()).Should().BeTrue();
            return lines.Current;
        }
    }

    [Fact]
    public async Task WhatIsMoreThanOneRequestMayTake_Is413()
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("store")], options => options.MaxMemory = 4 * Megabyte);
        var (status, json) = await server.PostAsync(
            Address, $$"""{ "period": "2026-03", "facts": [ {{string.Join(",", Enumerable.Repeat("0", 50_000))}} ] }""");
        status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        json.Should().Contain("urn:kpirules:problem:too-large").And.Contain($"\"limit\": {4 * Megabyte / 8 * 5}");
    }

    [Fact]
    public async Task ResultsThatAreMoreThanOneRequestMayTake_Are413()
    {
        await using var server = await KpiServer.StartAsync([Wide(2000)], options => options.MaxMemory = 4 * Megabyte);
        var rows = string.Join(
            ",", Enumerable.Range(0, 100).Select(number => $$"""{ "subject": "s{{number}}", "period": "2026-03", "sales": 1 }"""));
        var (status, json) = await server.PostAsync("/kpi/rulesets/wide/evaluate", $$"""{ "period": "2026-03", "facts": [ {{rows}} ] }""");
        status.Should().Be(HttpStatusCode.RequestEntityTooLarge, json);
    }

    [Theory]
    [InlineData("\"facts\": [ {0} ]")]
    [InlineData("\"facts\": [], \"records\": { \"deals\": [ {0} ] }")]
    public async Task MoreThatIsOddThanTheLimit_Is413(string where)
    {
        await using var server = await KpiServer.StartAsync([KpiServer.RulesetOf("pay")], options => options.MaxIssues = 10);
        (await server.PostAsync("/kpi/rulesets/pay/evaluate", Odd(10))).Status.Should().Be(HttpStatusCode.OK);
        var (status, json) = await server.PostAsync("/kpi/rulesets/pay/evaluate", Odd(12));
        status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        json.Should().Contain("urn:kpirules:problem:too-large").And.Contain("\"limit\": 10");

        string Odd(int count) =>
            "{ \"period\": \"2026-02\", " + where.Replace("{0}", string.Join(",", Enumerable.Repeat("0", count))) + " }";
    }

    /// <summary>All that was taken is given back, whatever becomes of the request.</summary>
    [Fact]
    public async Task WhatIsTaken_IsGivenBack()
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")], options => (options.MaxMemory, options.MaxBodySize) = (4 * Megabyte, 300_000));
        foreach (var body in (string[])[
            Body(200_000),
            Body(400_000),
            new string('\0', 200_000),
            Body(200_000)[..^5],
            "{\"period\":\"2026-03..2036-03\",\"facts\":[]}"
        ])
        {
            for (var i = 0; i < 20; i++)
                (await server.PostAsync(Address, body)).Status.Should().NotBe(HttpStatusCode.ServiceUnavailable);
        }

        (await server.PostAsync(Address, Body(200_000))).Status.Should().Be(HttpStatusCode.OK);
    }

    private static string Body(int size)
    {
        const string body = """{ "period": "2026-03", "facts": [ { "subject": "ann", "period": "2026-03", "sales": 8 } ] }""";
        return body + new string(' ', size - body.Length);
    }

    private static Policy Wide(int kpis) => Policy.Read($$"""
        { "id": "wide", "version": "1", "measures": { "sales": {} }, "kpis": { {{string.Join(", ", Enumerable.Range(1, kpis).Select(i => $"\"k{i}\": {{ \"formula\": \"sales\" }}"))}} } }
        """).Policy!;

        /// <summary>Sends all but the last byte, and that once it is told to.</summary>
    private sealed class SlowCaller : IDisposable
    {
        private readonly TcpClient _client;
        private readonly string _body;

        private SlowCaller(TcpClient client, string body) => (_client, _body, Status) = (client, body, ReadStatusAsync(client));

        /// <summary>The first line of the answer, be it before the body is whole; empty where the connection was cut.</summary>
        public Task<string> Status { get; }

        public static async Task<SlowCaller> SendAsync(Uri address, string body)
        {
            var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            var caller = new SlowCaller(client, body);
            await caller.WriteAsync($"POST {Address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n{body[..^1]}");
            return caller;
        }

        public Task FinishAsync() => WriteAsync(_body[^1..]);

        public void Dispose() => _client.Dispose();

        private static async Task<string> ReadStatusAsync(TcpClient client)
        {
            try
            {
                return await new StreamReader(client.GetStream()).ReadLineAsync() ?? "";
            }
            catch (IOException)
            {
                return "";
            }
        }

        private async Task WriteAsync(string text)
        {
            try
            {
                await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
            }
            catch (IOException)
            {
                // turned away while it sent: its status says so
            }
        }
    }
}
