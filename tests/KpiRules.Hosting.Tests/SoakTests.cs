using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Results;
using KpiRules.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit.Abstractions;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>
/// Eight threads evaluate while a writer replaces the ruleset 200 times, one in five of them broken.
/// KPIRULES_SOAK_SECONDS says how long it takes; a few seconds unless set.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Versions = 200;
    private const int Threads = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private const long MostGrowth = 10 * 1024 * 1024;

    private static readonly Period March = Period.Parse("2026-03");

    /// <summary>Alone, for what other tests hold would be counted.</summary>
    [Fact]
    public async Task UnderChange_NoResultIsMixedAndNothingIsLost() => output.WriteLine(await OwnProcess.OutputOfAsync(Soak, []));

    private static async Task Soak(string[] words)
    {
        var seconds = int.TryParse(
            Environment.GetEnvironmentVariable("KPIRULES_SOAK_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 2;
        using var folder = new TestFolder { ["acme.json"] = Ruleset(0), ["base.json"] = Base };
        using var host = new HostBuilder().ConfigureServices(services => services.AddKpiRules(options =>
        {
            options.Rulesets.FromFolder(folder.Path).ReloadOnChange();
            (options.QuietTime, options.Patience) = (TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20));
        })).Build();
        await host.StartAsync();
        var catalogue = host.Services.GetRequiredService<RulesetCatalogue>();
        var failures = 0;
        catalogue.Failed += (_, _) => Interlocked.Increment(ref failures);

        using var stop = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<int, long>();
        using var quiet = new ReaderWriterLockSlim();
        var evaluating = Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () => Evaluate(host.Services.GetRequiredService<KpiEvaluator>(), seen, quiet, stop.Token),
            TaskCreationOptions.LongRunning)).ToArray();
        var (clock, pause) = (Stopwatch.StartNew(), TimeSpan.FromSeconds((double)seconds / Versions));
        long? early = null;
        for (var version = 1; version <= Versions; version++)
        {
            var told = Volatile.Read(ref failures);
            folder["acme.json"] = version % 5 == 0 ? Broken(version) : Ruleset(version);
            await Task.Delay(pause);
            // most are replaced whether or not anybody has seen them; some stay until somebody has
            if (version % 10 == 0)
                await Until(() => Volatile.Read(ref failures) > told, evaluating);
            else if (version % 10 == 1)
                await Until(() => seen.ContainsKey(version), evaluating);
            if (clock.Elapsed.TotalSeconds >= Math.Min(10, seconds / 2.0))
                early ??= Memory(quiet);
        }

        var growth = Memory(quiet) - early!.Value;
        folder["acme.json"] = Ruleset(Versions + 1);
        await Until(() => seen.ContainsKey(Versions + 1), evaluating);
        await stop.CancelAsync();
        await Task.WhenAll(evaluating);
        await host.StopAsync();
        Console.WriteLine($"{seen.Values.Sum()} evaluations on {seen.Count} versions in {clock.Elapsed.TotalSeconds:F0} s, "
            + $"{failures} failures told, {growth / 1024} KiB more memory");

        growth.Should().BeLessThan(MostGrowth);
        seen.Should().ContainKey(Versions + 1).And.NotContainKeys(Enumerable.Range(1, Versions / 5).Select(fifth => fifth * 5));
    }

    /// <summary>What is held while nobody evaluates: what threads have just made would be counted with it.</summary>
    private static long Memory(ReaderWriterLockSlim quiet)
    {
        quiet.EnterWriteLock();
        try
        {
            return Enumerable.Range(0, 5).Min(_ => GC.GetTotalMemory(forceFullCollection: true));
        }
        finally
        {
            quiet.ExitWriteLock();
        }
    }

    private static async Task Until(Func<bool> condition, Task[] evaluating)
    {
        for (var clock = Stopwatch.StartNew(); !condition() && !evaluating.Any(task => task.IsCompleted);)
        {
            (clock.Elapsed < Longest).Should().BeTrue("it comes in the end");
            await Task.Delay(5);
        }
    }

    /// <summary>Every number of a result fits the version it is stamped with.</summary>
    private static void Evaluate(
        KpiEvaluator evaluator, ConcurrentDictionary<int, long> seen, ReaderWriterLockSlim quiet, CancellationToken stop)
    {
        var facts = Dataset.Build(d =>
        {
            for (var i = 1; i <= 20; i++)
                d.Add($"s{i}", "2026-03", ("sales", 100m * i));
        });
        while (!stop.IsCancellationRequested)
        {
            quiet.EnterReadLock();
            try
            {
                var version = Checked(evaluator.Evaluate("acme", facts, March));
                seen.AddOrUpdate(version, 1, (_, count) => count + 1);
            }
            finally
            {
                quiet.ExitReadLock();
            }
        }
    }

    /// <summary>The version that a result is stamped with.</summary>
    private static int Checked(PeriodEvaluation results)
    {
        var version = int.Parse(results.RulesetVersion, CultureInfo.InvariantCulture);
        foreach (var subject in results.Subjects)
        {
            var (sales, one) = (100m * int.Parse(subject.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture), results[subject]);
            if (one.Kpis["scaled"].Value != sales * version
                || one.Payout!["bonus"].Amount != version
                || one.Payout["share"].Amount != sales * version / 100)
                throw new InvalidOperationException(
                    $"A mixed result of version {version}: {one.Kpis["scaled"].Value}, {one.Payout!.Amount}.");
        }

        return version;
    }

    private static string Name(int version) => version.ToString(CultureInfo.InvariantCulture);

    private const string Base = """{ "measures": { "sales": {} }, "kpis": { "scaled": { "formula": "sales * factor" } }, "incentives": { "share": { "basis": "scaled", "rate": "1%" } } }""";

    private static string Ruleset(int version) => $$"""
        { "id": "acme", "version": "{{Name(version)}}", "extends": "base",
          "parameters": { "factor": {{Name(version)}} },
          "incentives": { "bonus": { "amount": {{Name(version)}} } } }
        """;

    /// <summary>By turns half-written, with an unknown name, and without a version.</summary>
    private static string Broken(int version) => (version / 5 % 3) switch
    {
        0 => Ruleset(version).Substring(0, 80),
        1 => Ruleset(version).Replace("\"bonus\": { \"amount\": ", "\"bonus\": { \"amount\": \"fator * \", \"x\": "),
        _ => Ruleset(version).Replace("\"version\"", "\"versoin\""),
    };
}
