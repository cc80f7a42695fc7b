using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Files;
using KpiRules.FollowingUp;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests.Writing;

/// <summary>Several people note what they have done at the same time, and the scheduler runs: nothing is lost.</summary>
public sealed class ParallelNotesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpirules-").FullName;
    private readonly string _state;

    public ParallelNotesTests()
    {
        _state = Path.Combine(_folder, "state.json");
        Follow("2026-02").Should().BeOneOf(ExitCode.Good, ExitCode.Critical);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SixteenThreads_KeepSixteenNotes()
    {
        var noting = Enumerable.Range(0, 16)
            .Select(who => Task.Factory.StartNew(() => Note(_state, $"w{who}"), TaskCreationOptions.LongRunning));
        (await Task.WhenAll(noting).WaitAsync(TimeSpan.FromMinutes(5))).Should().AllBeEquivalentTo(ExitCode.Good);
        Notes().Should().Equal(Enumerable.Range(0, 16).Select(who => $"w{who}").Order(StringComparer.Ordinal));
        Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
            .Should().Equal("state.json", "state.json.lock");
    }

    [Fact]
    public async Task FourProcessesBesideTheScheduler_KeepAllNotes()
    {
        var noting = Enumerable.Range(0, 4).Select(process => OwnProcess.OutputOfAsync(NoteFourTimes, [_state, $"p{process}"])).ToList();
        while (!noting.TrueForAll(task => task.IsCompleted))
        {
            Follow("2026-02").Should().BeOneOf(ExitCode.Good, ExitCode.Critical);
            await Task.Delay(10);
        }

        await Task.WhenAll(noting);
        Notes().Should().HaveCount(16).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void AFileThatAnotherHolds_IsWaitedForAndThenNamed()
    {
        using var held = LockedFile.Open(_state, TimeSpan.Zero);
        var open = () => LockedFile.Open(_state, TimeSpan.FromMilliseconds(50));
        open.Should().Throw<TimeoutException>().WithMessage(_state + ".lock");
        ToolText.IsHeld("en", "state.json", TimeSpan.FromSeconds(60), "/kept/state.json.lock").Should()
            .Be("'state.json' is held by another run, and has been for 60 s (it holds '/kept/state.json.lock'); nothing was written");
        held.Dispose();
        open.Should().NotThrow().Which.Dispose();
    }

    private static Task NoteFourTimes(string[] words)
    {
        for (var time = 0; time < 4; time++)
            Note(words[0], $"{words[1]}.{time}").Should().Be(ExitCode.Good);
        return Task.CompletedTask;
    }

    private static int Note(string state, string who) =>
        Tool.Run(["acknowledge", state, "ann", "low_sales", "--by", who, "--done", "visited"], TextWriter.Null, TextWriter.Null);

    private int Follow(string period)
    {
        var files = Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files");
        string[] words = ["warnings", $"{files}/team.json", "--facts", $"{files}/team.csv", "--period", period, "--follow", _state];
        return Tool.Run(words, TextWriter.Null, TextWriter.Null);
    }

    private string[] Notes() => WarningFollowUp.FromJson(File.ReadAllText(_state)).Cases
        .SelectMany(warning => warning.Acknowledgements).Select(note => note.Who).Order(StringComparer.Ordinal).ToArray();
}
