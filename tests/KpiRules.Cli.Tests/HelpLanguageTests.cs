using System.IO;
using System.Linq;
using FluentAssertions;
using Xunit;

namespace KpiRules.Cli.Tests;

public sealed class HelpLanguageTests
{
    [Theory]
    [InlineData("zh_CN.UTF-8", null, "en_US.UTF-8", "zh")]
    [InlineData("C", "zh_CN", "zh_CN", "en")]
    [InlineData("", "zh_TW", "en_US", "zh")]
    [InlineData(null, null, "zh_CN.UTF-8", "zh")]
    [InlineData(null, null, "de_DE.UTF-8", "en")]
    public void TheFirstVariableThatIsSet_Decides(string? all, string? messages, string? lang, string expected) =>
        HelpLanguage.Of(name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, _ => lang }).Should().Be(expected);

    [Fact]
    public void WhatTheCommandAsksFor_WinsOverTheEnvironment()
    {
        Help("zh", "validate", "--help").Should().Contain("用法：");
        Help("zh", "validate", "--help", "--language", "en").Should().Contain("Usage:").And.NotContain("用法");
    }

    /// <summary>Without Chinese, a sentence would stand in English between the others.</summary>
    [Fact]
    public void EveryHelp_IsAllChinese()
    {
        foreach (var command in CommandExamples.Lines.Keys)
        {
            var help = Help("zh", command == "kpirules" ? ["--help"] : [command, "--help"]);
            help.Split('\n').Where(line => line.TrimEnd().EndsWith('.') && !line.Contains("kpirules "))
                .Should().BeEmpty("the help of {0} is Chinese", command);
        }
    }

    private static string Help(string language, params string[] words)
    {
        var output = new StringWriter();
        Tool.Run(words, new ToolConsole(output, TextWriter.Null) { HelpLanguage = language }).Should().Be(ExitCode.Good);
        return output.ToString();
    }
}
