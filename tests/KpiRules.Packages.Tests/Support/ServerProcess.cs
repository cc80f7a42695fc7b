// Starts a program that serves HTTP, and gives its address once it listens; it ends with the test.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace KpiRules.Packages.Tests.Support;

internal sealed class ServerProcess : IDisposable
{
    /// <summary>It listens, or it fails; how long that takes is not asserted.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <param name="words">Of the program; it is told to listen at a port that is free.</param>
    public static async Task<ServerProcess> StartAsync(
        string program, string folder, IEnumerable<string> words, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, [.. words, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var (said, address) = (new StringBuilder(), new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        var server = new ServerProcess(new() { StartInfo = start, EnableRaisingEvents = true });
        server._process.OutputDataReceived += (_, line) => Hear(line.Data);
        server._process.ErrorDataReceived += (_, line) => Hear(line.Data);
        server._process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"{program} has ended.\n{Said()}"));
        try
        {
            server._process.Start();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            server.Address = await address.Task.WaitAsync(Longest);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }

        void Hear(string? line)
        {
            lock (said)
                said.AppendLine(line);
            if (line is not null && Regex.Match(line, @"listening on: (http://\S+)") is { Success: true } found)
                address.TrySetResult(new(found.Groups[1].Value));
        }

        string Said()
        {
            lock (said)
                return said.ToString();
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
