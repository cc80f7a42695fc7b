using System;
using System.IO;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>A scheduler's runs with one file of followed warnings, and somebody's notes between them.</summary>
public sealed class FollowTests : IDisposable
{
    private readonly string _state = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".json");

    public void Dispose() => File.Delete(_state);

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
        File.Exists(_state + ".new").Should().BeFalse();
    }

    private string Run(string words) => ToolTests.Run(words.Replace("{state}", _state), out _).Replace(_state, "state.json");
}
