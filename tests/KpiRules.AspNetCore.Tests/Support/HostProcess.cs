// A host in a process of its own, with a heap of a given size: what it holds, and whether it survives, is its own.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using KpiRules.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KpiRules.AspNetCore.Tests.Support;

internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "listening at ";
    private const string Ended = "ended";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private HostProcess(Process process, string[] addresses) =>
        (_process, Address, Http2Address) = (process, new Uri(addresses[0]), new Uri(addresses[1]));

    public Uri Address { get; }

    /// <summary>Where HTTP/2 is spoken, by which .NET's client reads while it sends.</summary>
    public Uri Http2Address { get; }

    public bool IsAlive => !_process.HasExited;

    /// <param name="heap">The most bytes that the heap may hold; beyond that the process ends.</param>
    public static async Task<HostProcess> StartAsync(long heap)
    {
        var start = new ProcessStartInfo(
            OwnProcess.DotNet, ["exec", typeof(HostProcess).Assembly.Location, typeof(HostProcess).FullName!, nameof(ServeAsync)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + heap.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return said?.StartsWith(Listening, StringComparison.Ordinal) == true
            ? new HostProcess(process, said[Listening.Length..].Split(' '))
            : throw new InvalidOperationException($"the host did not start: {said}");
    }

    /// <summary>Ends the host, and gives the errors that it logged; null where it did not end well.</summary>
    public async Task<IReadOnlyList<string>?> EndAsync()
    {
        _process.StandardInput.Close();
        var errors = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line == Ended)
                return errors;
            errors.Add(line);
        }

        return null;
    }

    /// <summary>The greatest part of the machine's memory that it ever had.</summary>
    public long PeakMemory()
    {
        _process.Refresh();
        return _process.PeakWorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _process.Dispose();
    }

    /// <summary>What runs there: serves until its input ends, and then tells of the errors that were logged.</summary>
    private static async Task ServeAsync(string[] words)
    {
        await using var server = await KpiServer.StartAsync(
            [KpiServer.RulesetOf("store")],
            options => (options.TimeLimit, options.StreamTimeLimit) = (TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)),
            app =>
            {
                app.MapGet("/health", () => "Healthy");
                app.MapGet("/memory", () => GC.GetTotalMemory(forceFullCollection: true));
            });
        await Console.Out.WriteLineAsync($"{Listening}{server.Client.BaseAddress} {server.Http2.BaseAddress}");
        await Console.In.ReadToEndAsync();
        foreach (var entry in server.Log.From(LogLevel.Error).Take(10))
            await Console.Out.WriteLineAsync(entry.ReplaceLineEndings(" | "));
        await Console.Out.WriteLineAsync(Ended);
    }
}
