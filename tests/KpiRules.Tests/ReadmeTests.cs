using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Testing;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md")).Replace("\r\n", "\n");

    [Fact]
    public void Ruleset_IsGoodAndPassesItsTests()
    {
        var read = Policy.Read(Block("jsonc", 0));
        read.Diagnostics.Should().BeEmpty();
        RulesetTests.Run(read.Policy!).Should().ContainSingle().Which.Passed.Should().BeTrue();
    }

    [Fact]
    public void Code_IsTheOneBelowAndPrintsWhatTheReadmeSays()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "KpiRules.Tests", "ReadmeTests.cs")).Replace("\r\n", "\n");
        foreach (var line in (Block("csharp", 0) + Block("csharp", 1)).Split('\n')
            .Where(line => line.Trim().Length > 0 && !line.Contains("Policy.Load") && !line.StartsWith("using KpiRules")))
            source.Should().Contain(line.Trim());
        // how a host's own ToString() writes a decimal is the host's affair; the README shows the invariant way
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        OneSubject(Policy.Read(Block("jsonc", 0)).Policy!).Should().Be(Block("", 0));
        ManySubjects(Policy.Read(Block("jsonc", 0)).Policy!).Should().Be(Block("", 1));
    }

    [Fact]
    public void Diagnostic_IsPrintedAsTheReadmeShows()
    {
        var broken = Block("jsonc", 0).Split('\n').Select(line => line.Contains("\"collection_rate\": { \"formula\"")
            ? "    \"collection_rate\": { \"formula\": \"collected / slaes\", \"unit\": \"percent\" }"
            : line.Contains("per_visit") ? "" : line);
        var printed = Policy.Read(string.Join("\n", broken), "store.json").Diagnostics.Single().Print("en");
        Regex.Replace(printed, @":\d+:\d+:", ":_:_:").Should().Be(Regex.Replace(Block("", 2).TrimEnd('\n'), @":\d+:\d+:", ":_:_:"));
    }

    [Fact]
    public void Examples_AreGoodAndPassTheirTests()
    {
        foreach (var example in Directory.GetDirectories(Repository.PathOf("rulesets")))
        {
            var read = Policy.ReadFile(Path.Combine(example, "ruleset.json"));
            read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
            RulesetTests.Run(read.Policy!).Should().NotBeEmpty().And.OnlyContain(test =>
                test.Passed && test.Issues.All(issue => issue.Code == "KPI6018" || issue.Code == "KPI6020" || issue.Code == "KPI6038"));
        }
    }

    private static string OneSubject(Policy policy)
    {
        var output = new StringWriter { NewLine = "\n" };
        var Console = output;
        var ann = new Subject("ann") { ["sales"] = 120_000m, ["collected"] = 108_000m, ["level"] = "rep" };
        SubjectEvaluation result = policy.Evaluate(ann, Period.Parse("2026-03"));
        foreach (KpiResult kpi in result.Kpis)
            Console.WriteLine($"{kpi.Name}: {kpi.Value?.ToString() ?? kpi.Cause!.Explain("en")} {kpi.Status}");
        return Trimmed(output);
    }

    private static string ManySubjects(Policy policy)
    {
        var output = new StringWriter { NewLine = "\n" };
        var Console = output;
        Dataset facts = Dataset.Build(d => d
            .Add("ann", "2026-03", ("sales", 120_000m), ("collected", 108_000m), ("visits", 40))
            .Add("bob", "2026-03", ("sales", 80_000m), ("collected", 80_000m), ("visits", 0))
            .AddSubject("ann", ("level", "rep"))
            .AddSubject("bob", ("level", "rep")));
        PeriodEvaluation month = policy.Evaluate(facts, Period.Parse("2026-03"));
        foreach (CellValue value in month.Column("per_visit"))
            Console.WriteLine(value.IsAvailable ? value : value.Cause);
        return Trimmed(output);
    }

    private static string Trimmed(StringWriter output) =>
        string.Concat(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd() + "\n"));

    private static string Block(string language, int index)
    {
        var blocks = Regex.Matches(Readme, @"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);
        var text = blocks.Where(block => block.Groups[1].Value == language).ElementAt(index).Groups[2].Value;
        return string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd() + "\n"));
    }
}
