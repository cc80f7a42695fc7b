using System.IO;
using System.Linq;
using FluentAssertions;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>The examples in the help of each command.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Lines => [.. CommandExamples.Lines.Values.SelectMany(lines => lines)];

    /// <summary>Wrong usage would be told before a file is looked for.</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void AreGoodUsage(string line)
    {
        var words = line.Replace("'Mr Li'", "Li").Replace("'talked to her'", "talked").Replace("'", "")
            .Split(" < ")[0].Split(" | ")[^1].Split(' ')[1..];
        var error = new StringWriter();
        Tool.Run([.. words.Where(word => word != "--watch")], TextWriter.Null, error);
        error.ToString().Should().NotContain("Try 'kpirules").And.NotContain("has no option");
    }

    [Fact]
    public void EachCommandHasSome()
    {
        ToolTests.Run("--help", out var help);
        var commands = help[help.IndexOf("Commands:", System.StringComparison.Ordinal)..].Split('\n').Skip(1)
            .TakeWhile(line => line.StartsWith("  ", System.StringComparison.Ordinal)).Where(line => line[2] != ' ')
            .Select(line => line.Split(' ', System.StringSplitOptions.RemoveEmptyEntries)[0]);
        commands.Should().NotBeEmpty().And.BeSubsetOf(CommandExamples.Lines.Keys);
    }
}
