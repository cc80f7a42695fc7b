// Takes all code of the repository, holds that its lines and its files stay short.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Guards.Tests;

public sealed class ShortCodeTests
{
    private const int MostLines = 300;
    private const int FewLines = 60;

    /// <summary>With paths from the root on.</summary>
    private static readonly List<(string Path, string Text)> Files = Directory
        .EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(folder => folder is "obj" or "bin" || folder.StartsWith('.')))
        .Order(StringComparer.Ordinal)
        .Select(path => (path, File.ReadAllText(Repository.PathOf(path)))).ToList();

    private static IEnumerable<(string Path, int Lines)> Sources => Files
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
        .Select(file => (file.Path, file.Text.Count(character => character == '\n')));

    [Fact]
    public void NoLine_IsLong()
    {
        var found = Files.SelectMany(file => LongLines.In(file.Text, IsOfTests(file.Path)).Select(line => $"{file.Path}:{line}"));
        string.Join("\n", found).Should().BeEmpty("a line has at most {0} characters, but for raw strings in tests", LongLines.Longest);
    }

    [Fact]
    public void NoSourceFile_IsLong() =>
        string.Join("\n", Sources.Where(file => file.Lines > MostLines)).Should().BeEmpty("a file of src has at most {0} lines", MostLines);

    [Fact]
    public void HalfOfTheSourceFiles_AreShort()
    {
        var all = Sources.Select(file => file.Lines).ToList();
        var few = all.Count(lines => lines < FewLines);
        (few * 2).Should().BeGreaterThanOrEqualTo(
            all.Count, "half of the {0} files of src have fewer than {1} lines, and these are {2}", all.Count, FewLines, few);
    }

    [Fact]
    public void AllCode_IsLookedAt() =>
        Files.Select(file => file.Path.Split('/')[0]).Distinct().Should().Contain(["src", "tests", "benchmarks", "checks"]);

    [Theory]
    [InlineData("{0}", true, 0)]
    [InlineData("var x = 1; // {0}", true, 1)]
    [InlineData("var x = \"{0}\";", true, 1)]
    [InlineData("var x = @\"\"\"{0}\";", true, 1)]
    [InlineData("var x = \"\"\"{0}\"\"\";", true, 0)]
    [InlineData("var x = \"\"\"{0}\"\"\";", false, 1)]
    [InlineData("var x = $\"\"\"{{1}}{0}\"\"\";", true, 0)]
    [InlineData("var x =\n    \"\"\"\n    {0}\n    \"\"\";", true, 0)]
    [InlineData("var x =\n    \"\"\"\n    {0}\n    \"\"\";", false, 3)]
    [InlineData("var x =\n    $$\"\"\"\n    { {{1}} {0} }\n    \"\"\";", true, 0)]
    [InlineData("var x = \"\"\"{0}\"\"\"; // {0}", true, 1)]
    public void ALineIsLong_UnlessARawStringOfTestsMakesItSo(string code, bool rawStringsAreData, int expected)
    {
        var text = code.Replace("{0}", new string('x', code == "{0}" ? LongLines.Longest : LongLines.Longest + 1));
        LongLines.In(text, rawStringsAreData).Should().Equal(expected == 0 ? [] : [expected]);
    }

    private static bool IsOfTests(string path) => path.StartsWith("tests/", StringComparison.Ordinal);
}
