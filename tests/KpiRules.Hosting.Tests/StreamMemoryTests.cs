using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using static KpiRules.Hosting.Tests.Support.Sales;

namespace KpiRules.Hosting.Tests;

public sealed class StreamMemoryTests(ITestOutputHelper output)
{
    private const long MostGrowth = 10 * 1024 * 1024;

    /// <summary>KPIRULES_STREAM_ITEMS says how many; a few unless set. Alone, for what other tests hold would be counted.</summary>
    [Fact]
    public async Task AStream_TakesNoMoreMemoryTheLongerItIs() => output.WriteLine(await OwnProcess.OutputOfAsync(Measure, []));

    private static async Task Measure(string[] words)
    {
        var items = int.TryParse(
            Environment.GetEnvironmentVariable("KPIRULES_STREAM_ITEMS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 20_000;
        var (clock, count, early, growth) = (Stopwatch.StartNew(), 0, 0L, 0L);
        await foreach (var _ in new KpiEvaluator(RulesetCatalogue.Of(Alone)).EvaluateAsync(Alone, Endless(items), Flat, March))
        {
            if (++count == items / 10)
                early = GC.GetTotalMemory(forceFullCollection: true);
            else if (count == items)
                growth = GC.GetTotalMemory(forceFullCollection: true) - early;
        }

        Console.WriteLine($"{count} items, {count / clock.Elapsed.TotalSeconds:F0} a second, {growth / 1024} KiB more memory, "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most");
        count.Should().Be(items);
        growth.Should().BeLessThan(MostGrowth);
    }
}
