// A host that evaluates on two threads all the time while a test changes its folder of rulesets, and measures how long a change takes.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class BusyHost : IAsyncDisposable
{
    private const int Threads = 2;

    /// <summary>Waiting ends in any case; how long it took is printed, not asserted.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly Period March = Period.Parse("2026-03");

    private readonly IHost _host;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _evaluating;
    private readonly ConcurrentQueue<string> _came = new();
    private readonly List<TimeSpan> _waits = [];

    private readonly bool _isExchangedAsAWhole;

    private BusyHost(string folder, bool isExchangedAsAWhole)
    {
        _isExchangedAsAWhole = isExchangedAsAWhole;
        _host = new HostBuilder().ConfigureServices(services => services
            .AddSingleton<ILoggerFactory>(new LoggerFactory([Log]))
            .AddKpiRules(options =>
            {
                options.Rulesets.FromFolder(folder).ReloadOnChange();
                (options.QuietTime, options.Patience, options.Language) = (
                    TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(200), "en");
            })).Build();
        Catalogue = _host.Services.GetRequiredService<RulesetCatalogue>();
        Catalogue.Changed += (_, change) => change.Came.ToList().ForEach(policy => _came.Enqueue(policy.Version));
        _evaluating = new Task[Threads];
    }

    public TestLog Log { get; } = new();

    public RulesetCatalogue Catalogue { get; }

    /// <param name="isExchangedAsAWhole">Then no ruleset of one version ever stands on a base of another.</param>
    public static async Task<BusyHost> StartAsync(string folder, bool isExchangedAsAWhole)
    {
        var host = new BusyHost(folder, isExchangedAsAWhole);
        await host._host.StartAsync();
        for (var thread = 0; thread < Threads; thread++)
            host._evaluating[thread] = Task.Factory.StartNew(host.Evaluate, TaskCreationOptions.LongRunning);
        return host;
    }

    /// <summary>Waits until a version is in use.</summary>
    public async Task Until(int version)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Longest && InUse != version && !_evaluating.Any(task => task.IsCompleted))
            await Task.Delay(1);
        _waits.Add(clock.Elapsed);
        InUse.Should().Be(version, "{0}", string.Join("\n", Log.All.TakeLast(20)));
    }

    /// <summary>Each policy came once, each problem was told once, and the last one is mended.</summary>
    /// <returns>What was measured.</returns>
    public async Task<string> StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_evaluating);
        await _host.StopAsync();
        _came.Should().OnlyHaveUniqueItems("nothing is told twice");
        var told = Log.Of(1004, 1005, 1006);
        told.Zip(told.Skip(1)).Should().NotContain(pair => pair.First == pair.Second, "nothing is told twice");
        return $"{_came.Count} policies came into use, {Log.Of(1004, 1005).Length} problems were told; "
            + $"the longest wait was {_waits.Max().TotalMilliseconds:F0} ms, "
            + $"the middle one {_waits.Order().ElementAt(_waits.Count / 2).TotalMilliseconds:F0} ms";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_evaluating).ContinueWith(_ => { }, TaskScheduler.Default);
        _host.Dispose();
        _stop.Dispose();
    }

    private int InUse => int.Parse(Catalogue.Get("acme", March).Version, CultureInfo.InvariantCulture);

    private void Evaluate()
    {
        while (!_stop.IsCancellationRequested)
        {
            var policy = Catalogue.Get("acme", March);
            var (result, version) = (
                policy.Evaluate(new Subject("ann") { ["sales"] = 1000 }, March),
                decimal.Parse(policy.Version, CultureInfo.InvariantCulture));
            if (result.Kpis["scaled"].Value != 1000 * version || result.Payout!["bonus"].Amount != version)
                throw new InvalidOperationException($"A mixed result of version {version}.");
            if (_isExchangedAsAWhole && result.Kpis["below"].Value != 1000 * version)
                throw new InvalidOperationException($"A policy of version {version} stands on another's base.");
            _stop.Token.WaitHandle.WaitOne(1);
        }
    }
}
