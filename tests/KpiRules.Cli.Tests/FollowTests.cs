using System;
using System.IO;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>A scheduler's runs with one file of followed warnings, and somebody's notes between them.</summary>
public sealed class FollowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpirules-").FullName;
    private readonly string _state;

    public FollowTests() => _state = Path.Combine(_folder, "state.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Runs_SayWhatHasChanged()
    {
        const string March = "warnings {}/team.json --facts {}/team.csv --period 2026-03 --follow {state}";
        var text = Run("warnings {}/team.json --facts {}/team.csv --period 2026-02 --follow {state}")
            + Run(March)
            + Run("acknowledge {state} ann low_sales --by max --done visited --on 2026-04-02")
            + Run("warnings {}/team.json --facts {}/team.csv --period 2026-02 --follow {state} --subject ann")
            + Run("acknowledge {state} cat low_sales --by max --done left --on 2026-04-03 --close")
            + Run("acknowledge {state} bob low_sales --by max --done nothing")
            + Run(March + " --language zh")
            + Run("warnings {}/team.json --facts {}/team.csv --period 2026 --follow {state}");
        Golden.Matches(text + File.ReadAllText(_state).Replace("\r\n", "\n"), "tests", "KpiRules.Cli.Tests", "Golden", "follow.en.txt");
        Directory.GetFiles(_folder).Should().BeEquivalentTo(_state, _state + ".lock");
    }

    [Fact]
    public void AFileThatIsNoState_IsRefusedAndStays()
    {
        File.WriteAllText(_state, "subject,sales\n");
        Run("warnings {}/team.json --facts {}/team.csv --period 2026-03 --follow {state}").Should().EndWith("""
            kpirules: 'state.json' cannot be read: The text is no state of warnings: 1:1: JSON does not know the word subject; there are only true, false and null, in lower case; text needs double quotes
            --- exit code 2

            """);
        File.ReadAllText(_state).Should().Be("subject,sales\n");
    }

    private string Run(string words) => ToolTests.Run(words.Replace("{state}", _state), out _).Replace(_state, "state.json");
}
