using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

/// <summary>Texts are searched and changed by code units under every culture, by both engines.</summary>
public sealed class TextFunctionTests
{
    private static readonly string?[] Texts = [null, "", "a", "ab", "AB", "abc", "b", "İi", "ß", "straße", "a\"b\\", "门店", "门", "😀a"];

    [Fact]
    public void EachFunction_GivesTheSame()
    {
        string[] conditions =
        [
            "contains(x, y)", "startsWith(x, y)", "endsWith(x, y)", "contains(x, 'b')", "startsWith(x, 'ab')", "endsWith(x, '店')",
            "startsWith('abc', y)", "endsWith(x, '')",
            "upper(x) = upper(y)", "lower(x) = y", "contains(lower(x), 'a')", "startsWith(upper(x), upper(y)) and not endsWith(y, x)",
            "x < y", "x >= 'b'", "in(x, 'a', y)", "between(x, 'a', y)",
        ];
        var kpis = string.Join(",", conditions.Select((condition, i) => $"\"k{i}\": {{ \"formula\": \"if({condition}, 1, 0)\" }}"));
        var read = Policy.Read($$"""{ "id": "x", "version": "1", "attributes": { "x": { "type": "text" }, "y": { "type": "text" } }, "kpis": { {{kpis}} } }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        var other = read.Policy!.RunBy(new RulesEngineRunner());
        foreach (var (x, y) in Texts.SelectMany(x => Texts.Select(y => (x, y))))
        {
            var subject = new Subject("s") { ["x"] = x, ["y"] = y };
            var (ours, theirs) = (read.Policy.Evaluate(subject, Period.Parse("2026-03")), other.Evaluate(subject, Period.Parse("2026-03")));
            for (var i = 0; i < conditions.Length; i++)
                theirs[$"k{i}"].Number.Should().Be(ours[$"k{i}"].Number, "{0} with {1} and {2}", conditions[i], x, y);
        }
    }
}
