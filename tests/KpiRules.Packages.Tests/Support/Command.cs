// Runs a command as a user would, and gives what it printed; it must end well, in time and without a warning.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using FluentAssertions;

namespace KpiRules.Packages.Tests.Support;

internal static class Command
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    /// <summary>The dotnet that runs these tests, else the one of the path.</summary>
    public static string DotNet { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Environment.ProcessPath!
        : "dotnet";

    public static string Run(
        string program, string folder, IEnumerable<string> words, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Prepare(start.Environment);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        // its output ends with it, unless it has left something running that holds on to it
        var ended = Task.WaitAll([output, error, process.WaitForExitAsync()], Longest);
        if (!ended)
            process.Kill(entireProcessTree: true);
        var command = $"{Path.GetFileName(program)} {string.Join(' ', start.ArgumentList)}";
        ended.Should().BeTrue("'{0}' should end within {1}", command, Longest);
        process.ExitCode.Should().Be(0, "'{0}' should end well:\n{1}{2}", command, output.Result, error.Result);
        // a compiler's, linker's or NuGet's; what rulesets are warned of is not meant
        (output.Result + error.Result).Split('\n').Should().NotContain(
            line => Regex.IsMatch(line, @"warning (?!KPI)[A-Z]+\d+|^warn :"), "'{0}' should have nothing to warn of", command);
        return output.Result.Replace("\r\n", "\n");
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        // what the build that runs these tests has set is not for another one
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        // no server of MSBuild or of the compiler outlives a test
        (environment["MSBUILDDISABLENODEREUSE"], environment["UseSharedCompilation"]) = ("1", "false");
        (environment["DOTNET_CLI_TELEMETRY_OPTOUT"], environment["DOTNET_NOLOGO"]) = ("1", "1");
        if (Path.IsPathRooted(DotNet))
            environment.TryAdd("DOTNET_ROOT", Path.GetDirectoryName(DotNet));
    }
}
