using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.AspNetCore.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.AspNetCore.Tests;

/// <summary>Sixteen clients, none of whose requests is lost or mixed up. KPIRULES_HTTP_REQUESTS says how many; 2,000 unless set.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Clients = 16;

    [Fact]
    public async Task EveryRequest_IsAnsweredRight()
    {
        var count = Setting.Number("KPIRULES_HTTP_REQUESTS", 2_000);
        await using var server = await KpiServer.StartAsync(KpiServer.RulesetOf("store"));
        var (next, right, times) = (0, 0, new ConcurrentBag<double>());
        var wrong = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count)
            {
                var began = Stopwatch.GetTimestamp();
                using var response = await server.Client.PostAsync("/kpi/rulesets/store/evaluate", KpiServer.Json(Body(number)));
                var text = await response.Content.ReadAsStringAsync();
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (response.StatusCode == HttpStatusCode.OK && IsRight(text, number))
                    Interlocked.Increment(ref right);
                else
                    wrong.Add($"{number}: {response.StatusCode} {text}");
            }
        })));
        var sorted = times.Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} requests by {Clients} clients in {clock.Elapsed.TotalSeconds:F1} s: {count / clock.Elapsed.TotalSeconds:F0}/s; "
                + $"median {sorted[count / 2]:F1} ms, 99 % {sorted[count * 99 / 100]:F1} ms, longest {sorted[^1]:F1} ms"));
        wrong.Should().BeEmpty();
        right.Should().Be(count);
    }

    private static string Body(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        { "period": "2026-03", "facts": [ { "subject": "s{{number}}", "period": "2026-03", "sales": {{number * 4}}, "cost": {{number}}, "visits": 8, "goal.target": {{number * 4}}, "level": "rep" } ] }
        """);

    private static bool IsRight(string text, int number)
    {
        using var json = JsonDocument.Parse(text);
        var results = json.RootElement.GetProperty("subjects").GetProperty($"s{number}").GetProperty("results");
        return results.GetProperty("margin").GetRawText() == "0.75" && results.GetProperty("goal.attainment").GetRawText() == "1"
            && results.GetProperty("per_visit").GetRawText() == (number / 2m).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
