using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Diagnostics;
using Xunit.Abstractions;

namespace KpiRules.Tests.Fuzzing;

/// <summary>
/// Runs mutated inputs, each in bounds of memory and, where asked for, of time; no exception escapes. How many are run is said
/// by <c>KPIRULES_FUZZ</c>; with <c>KPIRULES_FUZZ_TIMED=1</c> the limit of CPU time is asserted too, for a machine that does
/// nothing else.
/// </summary>
internal sealed class FuzzRun(string name, IReadOnlyList<string> corpus, ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int DefaultInputs = 2_000;
    private const int MostFailuresTold = 5;
    private const long MostBytes = 200_000_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <param name="share">The part of all inputs that are of this kind.</param>
    /// <param name="read">Takes an input, gives what keeps it from being read; empty where it could be.</param>
    public void Run(double share, Func<string, Random, IReadOnlyList<Diagnostic>> read)
    {
        var (mutation, failures) = (new Mutation(corpus), new List<string>());
        var inputs = (int)(Inputs * share);
        var (good, mostBytes, mostTime, started) = (0, 0L, TimeSpan.Zero, Environment.CpuUsage.TotalTime);
        for (var i = First; i < First + inputs && failures.Count < MostFailuresTold; i++)
        {
            // of its own seed, so that one input can be had again without those before it
            var random = new Random(unchecked(Seed + i));
            var text = mutation.Next(random);
            var (bytes, time) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
            var fault = FaultOf(() => read(text, random), ref good);
            (bytes, time) = (GC.GetTotalAllocatedBytes() - bytes, Environment.CpuUsage.TotalTime - time);
            if (bytes > MostBytes)
                fault ??= $"it allocates {bytes / 1_000_000} MB";
            if (time > MostTime && Environment.GetEnvironmentVariable("KPIRULES_FUZZ_TIMED") == "1")
                fault ??= $"it takes {time.TotalSeconds:0.0} s";
            if (fault is not null)
                failures.Add($"{name} {i}: {fault}\n{text}");
            (mostBytes, mostTime) = (Math.Max(mostBytes, bytes), time > mostTime ? time : mostTime);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {inputs} inputs, {good} of them without an error, "
                + $"in {(Environment.CpuUsage.TotalTime - started).TotalSeconds:0} CPU seconds; "
                + $"the most for one: {mostBytes / 1e6:0.0} MB, {mostTime.TotalSeconds:0.00} s"));
        failures.Should().BeEmpty();
    }

    private static int Inputs => Number("KPIRULES_FUZZ", DefaultInputs);

    /// <summary>The number of the first input, to have one again that failed.</summary>
    private static int First => Number("KPIRULES_FUZZ_FIRST", 0);

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } written
            ? int.Parse(written, CultureInfo.InvariantCulture)
            : otherwise;

    private static string? FaultOf(Func<IReadOnlyList<Diagnostic>> read, ref int good)
    {
        try
        {
            var diagnostics = read();
            if (diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error))
                good++;
            return diagnostics.Select(FaultOf).FirstOrDefault(fault => fault is not null);
        }
        catch (Exception escaped)
        {
            return escaped.ToString();
        }
    }

    /// <summary>What is wrong with a diagnostic itself: each has a place and can be told.</summary>
    private static string? FaultOf(Diagnostic diagnostic)
    {
        var isPlaced = diagnostic.File.Length > 0
            && diagnostic is { Line: > 0, Column: > 0 }
            && (diagnostic.EndLine, diagnostic.EndColumn).CompareTo((diagnostic.Line, diagnostic.Column)) >= 0;
        var isTold = diagnostic.Print("zh").Length > 0 && diagnostic.Message("en").Length > 0 && diagnostic.Path is not null;
        return isPlaced && isTold ? null : "a diagnostic without a place: " + diagnostic;
    }
}
