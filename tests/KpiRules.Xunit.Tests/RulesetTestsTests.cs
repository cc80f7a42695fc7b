using System;
using System.IO;
using System.Linq;
using System.Text;
using FluentAssertions;
using KpiRules.Cli;
using KpiRules.Tests.Support;
using KpiRules.Xunit.Tests.Support;
using Xunit;
using Xunit.Sdk;

namespace KpiRules.Xunit.Tests;

/// <summary>Theories run by xunit itself: what a runner lists, shows and says is what is approved under Golden/.</summary>
public sealed class RulesetTestsTests
{
    private readonly TheoryRun _xunit = new();

    [Theory]
    [InlineData("Every")]
    [InlineData("InChinese")]
    [InlineData("AllowedToHaveNone")]
    [InlineData("Missing")]
    public void ARunner_SaysWhatIsApproved(string theory)
    {
        var said = new StringBuilder();
        foreach (var test in _xunit.Run(_xunit.List(theory)).Order(StringComparer.Ordinal))
            said.Append(test.Replace(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), "FOLDER")).Append("\n\n");
        Golden.Matches(said.ToString(), "tests", "KpiRules.Xunit.Tests", "Golden", theory + ".txt");
    }

    [Fact]
    public void EachTest_CanBeRunAlone()
    {
        var tests = _xunit.List("Every");
        tests.Select(test => test.UniqueID).Should().OnlyHaveUniqueItems().And.HaveCount(8);
        _xunit.Run(tests.Where(test => test.DisplayName.Contains("回款九成"))).Should()
            .Equal("passed Every(test: Rulesets/group/门店.json: 回款九成)");
    }

    [Fact]
    public void NoFilesAtAll_FailLoudly() => _xunit.Run(_xunit.List("NoFiles")).Should().ContainSingle()
        .Which.Should().StartWith("failed NoFiles").And.Contain("[RulesetTests] names no files");

    [Fact]
    public void AToken_GivesATestUp() => _xunit.Run(_xunit.List("GivenUp")).Should().HaveCount(4)
        .And.OnlyContain(said => said.StartsWith("failed") && said.Contains("OperationCanceledException"));

    /// <summary>Word for word, in either language; absolute, for the tool begins where it runs.</summary>
    [Theory]
    [InlineData("store.json", "en")]
    [InlineData("store.json", "zh")]
    [InlineData("group/broken.json", "en")]
    [InlineData("group/broken.json", "zh")]
    public void Failures_AreWhatTheToolPrints(string ruleset, string language)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Rulesets", ruleset).Replace('\\', '/');
        var (printed, faults) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        Tool.Run(["test", file, "--language", language], new ToolConsole(printed, faults));
        var lines = (printed.ToString() + faults).Split('\n');

        foreach (var row in Rows(new RulesetTestsAttribute(file) { Language = language }))
        {
            if (row.Name is not null && row.Run()!.Passed)
                continue;
            var said = ((Action)(() => row.Check())).Should().Throw<FailException>().Which.Message.Split('\n');
            said.Should().BeSubsetOf(lines.Select(line => line.StartsWith("  ") && row.Name is not null ? line[2..] : line));
        }
    }

    /// <summary>What else hosts ask of a test they leave to the result.</summary>
    [Fact]
    public void Run_GivesTheResult()
    {
        var result = Rows(new RulesetTestsAttribute("Rulesets/store.json"))[3].Run()!;
        result.Passed.Should().BeFalse();
        result.Expectations.Should().Be(2);
        result.File.Should().Be("Rulesets/store.json");
        result.Failures.Select(failure => failure.Result).Should().Equal("collection_rate", "rate");
        result.Issues.Should().ContainSingle().Which.Code.Should().Be("KPI6001");
        Rows(new RulesetTestsAttribute("shop/*.json") { Folder = "Rulesets", AllowNoTests = true })[0].Run().Should().BeNull();
    }

    [Fact]
    public void ARulesetThatLosesTests_FailsThem()
    {
        var folder = Directory.CreateTempSubdirectory("kpirules-xunit-");
        try
        {
            var file = Path.Combine(folder.FullName, "later.json");
            var row = Rows(new RulesetTestsAttribute(file)).Should().ContainSingle().Which;
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Rulesets", "store.json"), file);
            ((Action)(() => row.Check())).Should().Throw<FailException>().WithMessage("*no longer carries the tests that were listed*");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RulesetTestRow[] Rows(RulesetTestsAttribute attribute) =>
        [.. attribute.GetData(typeof(RulesetTestsTests).GetMethods()[0]).Select(row => (RulesetTestRow)row.Single())];
}
