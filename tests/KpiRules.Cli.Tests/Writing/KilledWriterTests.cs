using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Files;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests.Writing;

/// <summary>
/// Whatever ends a run in the middle of writing, the file is the old one or the new one, whole, and the next run writes it.
/// </summary>
public sealed class KilledWriterTests
{
    /// <summary>Each command that writes a file.</summary>
    private static readonly Dictionary<string, string> Commands = new()
    {
        ["evaluate"] = "evaluate {}/store.json --facts {}/facts.csv --period 2026-03 --format csv --out FILE",
        ["plan"] = "plan {}/plans.json first_half --facts {}/plans.csv --subjects {}/plans-people.csv --format csv --out FILE",
        ["export"] = "export {}/store.json --out FILE",
        ["import"] = "import {}/workflow.json --out FILE",
        ["warnings"] = "warnings {}/team.json --facts {}/team.csv --period 2026-03 --follow FILE",
        ["acknowledge"] = "acknowledge FILE ann low_sales --by max --done visited --on 2026-04-02",
    };

    private static readonly string[] Locking = ["warnings", "acknowledge"];

    public static TheoryData<string> Writers => [.. Commands.Keys];

    /// <summary>The processes of one command at a time: they are small, and there are many.</summary>
    [Theory]
    [MemberData(nameof(Writers))]
    public async Task AKilledRun_LeavesTheOldFileOrTheNew(string command)
    {
        foreach (var step in StepsOf(command))
        {
            using var folder = new Folder(command);
            var ended = await OwnProcess.RunAsync(RunAndDie, [step.ToString(), .. folder.Words]);
            ended.ExitCode.Should().NotBe(0, "{0}: it was killed", step);
            folder.ShouldBeWhole(step >= WriteStep.Replaced, step);
            folder.Run().Should().Be(ExitCode.Good, "{0}: the next run is not held up", step);
        }
    }

    /// <summary>A disk that fails, an antivirus, a program that is ended: as exceptions, which leave nothing beside the file.</summary>
    [Theory]
    [MemberData(nameof(Writers))]
    public void AFault_LeavesTheOldFileOrTheNewAndNothingElse(string command)
    {
        foreach (var step in StepsOf(command))
        {
            using var folder = new Folder(command);
            var code = folder.Run(reached =>
            {
                if (reached == step)
                    throw new IOException("the disk is on fire");
            });
            code.Should().Be(ExitCode.WrongUsage, "{0}", step);
            folder.Said.Should().Contain("the disk is on fire");
            folder.ShouldBeWhole(step >= WriteStep.Replaced, step);
            folder.Others.Should().BeEmpty("{0}", step);
            folder.Run().Should().Be(ExitCode.Good, "{0}", step);
        }
    }

    private static IEnumerable<WriteStep> StepsOf(string command) =>
        Enum.GetValues<WriteStep>().Where(step => step >= WriteStep.Created || Locking.Contains(command));

    private static Task RunAndDie(string[] words)
    {
        var step = Enum.Parse<WriteStep>(words[0]);
        Tool.Run(words[1..], Console.Out, Console.Error, reached =>
        {
            if (reached != step)
                return;
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(TimeSpan.FromMinutes(1));
        });
        return Task.CompletedTask;
    }

    /// <summary>A folder with the file that a command writes anew, and what it will hold.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("kpirules-").FullName;
        private readonly string _old;
        private readonly string _new;

        public Folder(string command)
        {
            Words = WordsOf(Commands[command]);
            if (Locking.Contains(command))
                Run(WordsOf("warnings {}/team.json --facts {}/team.csv --period 2026-02 --follow FILE"));
            else
                File.WriteAllText(Target, "old\n");
            _old = File.ReadAllText(Target);
            Run().Should().Be(ExitCode.Good);
            _new = File.ReadAllText(Target);
            File.WriteAllText(Target, _old);
            _new.Should().NotBe(_old);
        }

        public string[] Words { get; }

        public string Said { get; private set; } = "";

        public IEnumerable<string> Others => Directory.GetFiles(_path).Where(file => file != Target && file != Target + ".lock");

        private string Target => Path.Combine(_path, "file");

        public int Run(Action<WriteStep>? reached = null) => Run(Words, reached);

        public void ShouldBeWhole(bool isNew, WriteStep step) => File.ReadAllText(Target).Should().Be(isNew ? _new : _old, "{0}", step);

        public void Dispose() => Directory.Delete(_path, recursive: true);

        private string[] WordsOf(string command) =>
            command.Replace("{}", Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files")).Split(' ')
                .Select(word => word == "FILE" ? Target : word).ToArray();

        private int Run(string[] words, Action<WriteStep>? reached = null)
        {
            var said = new StringWriter();
            var code = Tool.Run(words, TextWriter.Null, said, reached);
            Said = said.ToString();
            // warnings that are critical are no fault of the run
            return code == ExitCode.Critical ? ExitCode.Good : code;
        }
    }
}
