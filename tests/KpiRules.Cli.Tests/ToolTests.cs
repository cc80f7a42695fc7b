using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>A row of commands.txt is a test: the words of a command, and under Golden/ all that it prints and answers.</summary>
public sealed partial class ToolTests
{
    private static readonly string Files = Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files");

    public static TheoryData<string, string> Commands
    {
        get
        {
            var commands = new TheoryData<string, string>();
            foreach (var line in File.ReadAllLines(Repository.PathOf("tests", "KpiRules.Cli.Tests", "commands.txt"))
                .Where(line => !line.StartsWith('#')))
                commands.Add(line.Split(": ")[0], line[(line.IndexOf(": ", System.StringComparison.Ordinal) + 2)..]);
            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void PrintsAndAnswersWhatIsApproved(string name, string words)
    {
        var text = Run(words, out _);
        text.Should().NotContain("   at ", "a stack trace helps no user");
        Golden.Matches(text, "tests", "KpiRules.Cli.Tests", "Golden", name + ".en.txt");
    }

    [Fact]
    public void Out_WritesWhatElseIsPrinted()
    {
        var file = Path.GetTempFileName();
        try
        {
            const string Words = "evaluate {}/store.json --facts {}/facts.csv --period 2026-03 --format csv";
            Run(Words, out var printed);
            Run($"{Words} --out {file}", out var nothing);
            nothing.Should().BeEmpty();
            File.ReadAllBytes(file).Should().StartWith([0xEF, 0xBB, 0xBF], "Excel knows UTF-8 by its mark");
            File.ReadAllText(file).Should().Be(printed[1..]).And.StartWith("subject,period,");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>In a file every row is one line; in a terminal a long cause goes on in the next.</summary>
    [Fact]
    public void ATable_IsBrokenWhereTheTerminalEnds()
    {
        const int Narrow = 80;
        WidestRow(1000).Should().BeGreaterThan(Narrow);
        WidestRow(Narrow).Should().BeLessThanOrEqualTo(Narrow);

        static int WidestRow(int width)
        {
            var output = new StringWriter();
            string[] words = ["reconcile", "pay.json", "--facts", "pay.csv", "--period", "2026-02", "--expected", "paid.csv", "--all"];
            string[] arguments = [.. words.Select(word => word.Contains('.') ? Path.Combine(Files, word) : word),
                "--records", "deals=" + Path.Combine(Files, "deals.csv"), "--language", "en"];
            Tool.Run(arguments, new ToolConsole(output, TextWriter.Null) { Width = width });
            return output.ToString().Split('\n').Where(line => line.StartsWith('─')).Max(line => line.Length);
        }
    }

    /// <summary>The targets of a plan, written to a file, are facts without any oddity.</summary>
    [Fact]
    public void TargetsOfAPlan_AreReadBackWithoutIssues()
    {
        var file = Path.GetTempFileName();
        try
        {
            Run(
                $"plan {{}}/plans.json first_half --facts {{}}/plans.csv --subjects {{}}/plans-people.csv --format csv --out {file}",
                out var nothing);
            nothing.Should().BeEmpty();
            File.ReadAllText(file).Should().StartWith("subject,period,goal.target,goal.stretched,goal.保底");
            var text = Run($"evaluate {{}}/plans.json --facts {file} --period 2026-01..2026-04 --format csv", out var results);
            text.Should().EndWith("--- stderr\n0 data issues, 0 held lines, 0 subjects left out\n--- exit code 0\n");
            results.Should().Contain("ann,2026-01,,74100,").And.Contain("cid,2026-04,,143600,");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Ids that a spreadsheet would take for formulas are harmless in the plan, and themselves again in the evaluation.</summary>
    [Fact]
    public void IdsLikeFormulas_ComeBackFromAPlanAsTheyWere()
    {
        var (facts, targets) = (Path.GetTempFileName(), Path.GetTempFileName());
        string[] ids = ["=cmd|' /C calc'!A0", "-ann", "@bob", "'+cid", "陈静"];
        try
        {
            File.Move(facts, facts += ".json");
            File.WriteAllText(facts, System.Text.Json.JsonSerializer.Serialize(
                ids.SelectMany(
                    id => new[] { "2025-11", "2025-12" }.Select(period => new { subject = id, period, sales = 1000, region = "=north" }))));
            Run($"plan {{}}/plans.json first_half --facts {facts} --format csv --out {targets}", out _)
                .Should().EndWith("--- exit code 0\n");
            File.ReadLines(targets).Should().NotContain(line => "=+-@".Contains(line[0]));
            Run($"evaluate {{}}/plans.json --facts {targets} --period 2026-01 --format json", out var results);
            System.Text.Json.JsonDocument.Parse(results).RootElement.GetProperty("subjects").EnumerateObject()
                .Select(subject => subject.Name).Should().BeEquivalentTo(ids);
        }
        finally
        {
            File.Delete(facts);
            File.Delete(targets);
        }
    }

    /// <summary>What is deferred at the end of a month is carried to the next by a file, and pays the same as one run.</summary>
    [Fact]
    public void MonthByMonth_ByTheFileOfOpenings_IsTheSameAsInOneRun()
    {
        const string Words = "evaluate {}/release.json --facts {}/release.csv --format csv";
        var (before, after) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            Run($"{Words} --period 2026-01..2026-06", out var range);
            var months = new StringBuilder();
            for (var month = 1; month <= 6; month++)
            {
                var openings = month == 1 ? "" : $"--openings {before}";
                Run($"{Words} --period 2026-0{month} {openings} --openings-out {after}", out var one).Should().EndWith("--- exit code 0\n");
                months.Append(month == 1 ? one : one[(one.IndexOf('\n') + 1)..]);
                File.Copy(after, before, overwrite: true);
            }

            months.ToString().Should().Be(range).And.Contain("bob,2026-05,").And.Contain("cid,2026-06,");
        }
        finally
        {
            File.Delete(before);
            File.Delete(after);
        }
    }

    [Fact]
    public void Schema_IsTheOneOfTheLibrary()
    {
        Run("schema", out var printed).Should().EndWith("--- exit code 0\n");
        printed.Should().Be(RulesetSchema.Text);
    }

    /// <summary>What is imported to a file is a ruleset the tool has nothing against.</summary>
    [Fact]
    public void AnImportedRuleset_IsGood()
    {
        var file = Path.GetTempFileName();
        try
        {
            Run($"import {{}}/workflow.json --out {file}", out var nothing).Should().EndWith("--- exit code 0\n");
            nothing.Should().BeEmpty();
            Run($"validate {file}", out var answer).Should().NotContain("stderr");
            answer.Should().Contain("Bonus 1: good");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void StandardOutputThatIsFull_IsNoFaultOfTheTool()
    {
        var error = new StringWriter();
        Tool.Run(
            ["evaluate", Path.Combine(Files, "store.json"), "--facts", Path.Combine(Files, "clean.csv"), "--period", "2026-03"],
            new FullWriter(),
            error)
            .Should().Be(ExitCode.WrongUsage);
        error.ToString()
            .Should().Be("kpirules: the results cannot be written: No space left on device\n".Replace("\n", System.Environment.NewLine));
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }

    internal static string Run(string words, out string output)
    {
        var (standard, error) = (new StringWriter(), new StringWriter());
        var parts = words.Replace("{}", Files).Split(" < ");
        var code = Tool.Run(
            parts[0].Split(' ', System.StringSplitOptions.RemoveEmptyEntries),
            standard,
            error,
            input: () => parts.Length > 1 ? File.OpenRead(parts[1]) : Stream.Null);
        output = standard.ToString();
        return new StringBuilder()
            .Append($"$ kpirules {words}\n{Shown(output)}")
            .Append(error.ToString().Length > 0 ? $"--- stderr\n{Shown(error.ToString())}" : "")
            .Append($"--- exit code {code}\n")
            .ToString();
    }

    /// <summary>Without what depends on where the sources are, and on the release.</summary>
    private static string Shown(string text) => ReleaseAndAddress().Replace(
        text.Replace("\r\n", "\n").Replace(Files + Path.DirectorySeparatorChar, "").Replace(Files, "files"), "");

    [GeneratedRegex("(?<=\"semanticVersion\": \")[0-9.]+|,\n *\"helpUri\": \"[^\"]*\"")]
    private static partial Regex ReleaseAndAddress();
}
