// Runs a method of a test in a process of its own: for what other tests would disturb, what ends the process, and what another user does.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using FluentAssertions;

namespace KpiRules.Tests.Support;

/// <param name="ExitCode">0 when the method ended well.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it printed to standard error, its exception included.</param>
internal sealed record OwnProcess(int ExitCode, string Output, string Error)
{
    /// <summary>It ends in any case; how long it takes is not asserted.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);

    private static readonly string[] AsNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    private static readonly Lazy<string?> WhyNotUnprivileged = new(FindWhyNotUnprivileged);

    /// <summary>Why no process without privileges can be had here; null when one can.</summary>
    public static string? NoUnprivileged => WhyNotUnprivileged.Value;

    /// <summary>Runs a static method to its end, whatever that is.</summary>
    /// <param name="isUnprivileged">As a user to whom permissions matter: to root, nothing is closed.</param>
    public static async Task<OwnProcess> RunAsync(Func<string[], Task> method, IEnumerable<string> arguments, bool isUnprivileged = false)
    {
        string[] words =
        [
            .. isUnprivileged && Environment.IsPrivilegedProcess ? AsNobody : [],
            DotNet, "exec", method.Method.DeclaringType!.Assembly.Location, method.Method.DeclaringType.FullName!, method.Method.Name,
            .. arguments,
        ];
        using var process = Start(words);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = Task.WhenAll(output, error, process.WaitForExitAsync());
        if (await Task.WhenAny(ended, Task.Delay(Longest)) != ended)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{method.Method.Name} has not ended within {Longest}.");
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <summary>As <see cref="RunAsync"/>, of a method that must end well; gives what it printed.</summary>
    public static async Task<string> OutputOfAsync(Func<string[], Task> method, IEnumerable<string> arguments, bool isUnprivileged = false)
    {
        var ended = await RunAsync(method, arguments, isUnprivileged);
        ended.ExitCode.Should().Be(0, "{0}\n{1}", ended.Output, ended.Error);
        return ended.Output;
    }

    /// <summary>The entry of such a process: the name of a type, of a static method of it, and the method's words.</summary>
    private static async Task<int> Main(string[] words)
    {
        if (words.Length < 2)
        {
            await Console.Error.WriteLineAsync("Run the tests by 'dotnet test'.");
            return 2;
        }

        try
        {
            var method = Assembly.GetExecutingAssembly().GetType(words[0], throwOnError: true)!
                .GetMethod(words[1], BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
            await method.CreateDelegate<Func<string[], Task>>()(words[2..]);
            return 0;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync(fault.ToString());
            return 1;
        }
    }

    /// <summary>What runs a .NET program.</summary>
    public static string DotNet =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private static Process Start(string[] words) => Process.Start(new ProcessStartInfo(words[0], words[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!;

    private static string? FindWhyNotUnprivileged()
    {
        if (OperatingSystem.IsWindows())
            return "needs the permissions of Unix";
        if (!Environment.IsPrivilegedProcess)
            return null;
        try
        {
            using var process = Start([.. AsNobody, "test", "-r", typeof(OwnProcess).Assembly.Location]);
            return process.WaitForExit(TimeSpan.FromMinutes(1)) && process.ExitCode == 0
                ? null
                : "to root nothing is closed, and nobody else may read this checkout";
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception)
        {
            return "to root nothing is closed, and there is no setpriv to become somebody else";
        }
    }
}
