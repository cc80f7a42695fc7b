using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Cli.Formatting;
using KpiRules.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace KpiRules.Cli.Tests.Formatting;

/// <summary>Formatting keeps every result and every comment, and what is formatted stays as it is.</summary>
public sealed class FormatTests
{
    public static TheoryData<string> Rulesets
    {
        get
        {
            var files = new[] { ("rulesets", "ruleset.json"), (Path.Combine("tests", "KpiRules.Tests", "Cases"), "*.json") }
                .SelectMany(place => Directory.EnumerateFiles(Repository.PathOf(place.Item1), place.Item2, SearchOption.AllDirectories))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "KpiRules.Cli.Tests", "Files"), "*.json"))
                .Concat(Shared())
                .Where(file => IsJson(File.ReadAllText(file)));
            return [.. files.Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void KeepsEveryResultAndComment(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        Holds(text, CanonicalText.Of(text), Path.GetDirectoryName(Repository.PathOf(file))!);
    }

    /// <summary>Blanks, line ends and comments are put anywhere between two tokens of the example.</summary>
    [Theory]
    [InlineData("retail-store")]
    [InlineData("crm-opportunities")]
    public void OfMangledTexts_KeepsEveryResultAndComment(string example)
    {
        var file = Repository.PathOf("rulesets", example, "ruleset.json");
        var words = Tokens.Of(File.ReadAllText(file)).Select(token => token.IsLineComment ? token.Text + "\n" : token.Text).ToList();
        for (var seed = 0; seed < 60; seed++)
        {
            var text = Mangled(words, new Random(seed), comments: seed % 3 != 0);
            var formatted = CanonicalText.Of(text);
            Holds(text, formatted, Path.GetDirectoryName(file)!);
            formatted.Should().NotMatchRegex("[ \t](\r|\n|$)", "no line ends with blanks (seed {0})", seed);
        }
    }

    [Fact]
    public void KeepsLineEndsOfWindows_AndGivesAFileOneAtItsEnd()
    {
        CanonicalText.Of("{\r\n\"id\": 1, /* a\n b */\r\n\"b\": 2 // c\r\n}").Should()
            .Be("{\r\n  \"id\": 1, /* a\r\n b */\r\n  \"b\": 2 // c\r\n}\r\n");
        CanonicalText.Of("\uFEFF{}").Should().Be("{}\n");
    }

    [Fact]
    public void Files_AreWrittenWhereTheyChangeOnly()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var (good, bad) = (Path.Combine(folder, "good.json"), Path.Combine(folder, "bad.json"));
            File.WriteAllText(good, "{ \"id\": 1 }".Replace("{ ", "{\n  ").Replace(" }", "\n}\n"));
            File.WriteAllText(bad, "{\"id\":1}");
            var written = File.GetLastWriteTimeUtc(good);
            ToolTests.Run($"format {folder}/*.json --check --language en", out var told).Should().EndWith("--- exit code 1\n");
            told.Should().Contain("bad.json: would be formatted").And.NotContain("good.json");
            File.ReadAllText(bad).Should().Be("{\"id\":1}");
            ToolTests.Run($"format {folder}/*.json", out told).Should().EndWith("--- exit code 0\n");
            told.Should().Contain("bad.json").And.NotContain("good.json");
            File.ReadAllText(bad).Should().Be(File.ReadAllText(good));
            File.GetLastWriteTimeUtc(good).Should().Be(written);
            ToolTests.Run($"format {folder}/*.json --check", out told).Should().EndWith("--- exit code 0\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Holds(string text, string formatted, string folder)
    {
        CanonicalText.Of(formatted).Should().Be(formatted, "what is formatted stays as it is");
        var (before, after) = (Hash(text, folder), Hash(formatted, folder));
        after.Should().Be(before);
        Comments(formatted).Should().Equal(Comments(text));
        // what every number and text says, as another reader of JSON has it
        Parsed(formatted).Should().Equal(Parsed(text));
    }

    private static string? Hash(string text, string folder) =>
        Policy.ReadBytes(Encoding.UTF8.GetBytes(text), "ruleset.json", folder).Policy?.ContentHash;

    /// <summary>By another reader of JSON, which gives comments in their places.</summary>
    private static List<string> Parsed(string text)
    {
        var tokens = new List<string>();
        using var reader = new JsonTextReader(new StringReader(WithoutComments(text))) { DateParseHandling = DateParseHandling.None };
        while (reader.Read())
            tokens.Add($"{reader.TokenType} {reader.Path} {reader.Value}");
        return tokens;
    }

    private static List<string> Comments(string text) => Parts(text).Where(part => part.IsComment)
        .Select(part => string.Join("\n", part.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))).ToList();

    private static string WithoutComments(string text) => string.Concat(Parts(text).Select(part => part.IsComment ? " " : part.Text));

    /// <summary>An independent, plain walk over texts and comments.</summary>
    private static IEnumerable<(bool IsComment, string Text)> Parts(string text)
    {
        var last = 0;
        foreach (Match match in Regex.Matches(text, """("(?:\\.|[^"\\])*")|(//[^\r\n]*|/\*[\s\S]*?\*/)"""))
        {
            yield return (false, text[last..match.Index]);
            yield return (match.Groups[2].Success, match.Value);
            last = match.Index + match.Length;
        }

        yield return (false, text[last..]);
    }

    private static string Mangled(List<string> words, Random random, bool comments)
    {
        string[] blanks = ["", "", " ", "  ", "\n", "\n\n\n", "\t", "\r\n", " \n "];
        var text = new StringBuilder();
        var number = 0;
        foreach (var word in words)
        {
            if (comments && random.Next(12) == 0)
            {
                number++;
                text.Append(random.Next(3) switch
                {
                    0 => $"// note {number} \n",
                    1 => $"/* note {number} */",
                    _ => $"/* note {number}  \n  more */",
                });
                text.Append(blanks[random.Next(blanks.Length)]);
            }

            text.Append(word).Append(blanks[random.Next(blanks.Length)]);
        }

        return text.ToString();
    }

    private static bool IsJson(string text)
    {
        try
        {
            JToken.Parse(text);
            return !Policy.Read(text).Diagnostics.Any(diagnostic => diagnostic.Code.StartsWith("KPI1", StringComparison.Ordinal));
        }
        catch (JsonReaderException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Shared()
    {
        var folder = Path.Combine(Repository.Shared, "cases");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [];
    }
}
