using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>
/// The tool as it is started: with settings of its own, such as no globalization, that a test within this process has not.
/// </summary>
public sealed class StartedToolTests
{
    [Fact]
    public async Task IdsOfOtherWidth_AreToldWithoutGlobalizationToo()
    {
        var facts = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(facts, "subject,period,sales\nＢob,2026-03,300\nbob,2026-03,400\n");
            var (code, said) = await RunAsync(
                "evaluate",
                Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files", "store.json"),
                "--facts",
                facts,
                "--period",
                "2026-03",
                "--strict");
            said.Should().Contain("KPI6053").And.Contain("'Ｂob'");
            code.Should().Be(ExitCode.NotClean);
        }
        finally
        {
            File.Delete(facts);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(OwnProcess.DotNet, [typeof(Tool).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, await error);
    }
}
