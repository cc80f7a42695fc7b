using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace KpiRules.Tests.Shapes;

/// <summary>The JSON Schema of rulesets, held against what the reader says.</summary>
public sealed class SchemaTests
{
    private static readonly string[] Folders = ["rulesets", "tests/KpiRules.Tests/Cases"];

    public static TheoryData<string> Rulesets => new(Folders
        .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder.Split('/')), "*.json", SearchOption.AllDirectories))
        .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/'))
        .OrderBy(file => file, StringComparer.Ordinal));

    [Fact]
    public void CommittedSchema_IsTheCodes() => Golden.Matches(RulesetSchema.Text, "rulesets", "kpirules.schema.json");

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void GoodRuleset_IsAccepted(string file) =>
        Validator.Faults(File.ReadAllText(Repository.PathOf(file.Split('/')))).Should().BeEmpty();

    [Fact]
    public void RulesetsInTheDocumentation_AreAccepted()
    {
        var pages = Directory.GetFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md"));
        var rulesets = pages.SelectMany(page => Regex.Matches(
                File.ReadAllText(page).Replace("\r\n", "\n"), "```jsonc?\n(\\{.*?\n\\})\n```", RegexOptions.Singleline))
            .Select(block => block.Groups[1].Value).Where(IsRuleset).ToList();
        rulesets.Should().NotBeEmpty();
        foreach (var ruleset in rulesets)
            Validator.Faults(ruleset).Should().BeEmpty();
    }

    /// <summary>A document that extends another need not be whole, and removes by null; its lists are whole.</summary>
    [Theory]
    [InlineData("""{ "id": "x", "version": "1", "extends": "base", "kpis": { "a": { "target": 2 }, "b": null, "c": { "weight": null } } }""", true)]
    [InlineData("""{ "extends": "base", "incentives": { "i": { "amount": { "per": 2 } } }, "settings": { "missing": null } }""", true)]
    [InlineData("""{ "extends": "base", "kpis": { "a": { "tagret": 2 } } }""", false)]
    [InlineData("""{ "extends": "base", "kpis": { "a.b": { "target": 2 } } }""", false)]
    [InlineData("""{ "extends": "base", "scorecard": { "grades": [ { "grade": "A" } ] } }""", false)]
    [InlineData("""{ "extends": null, "id": "x", "version": "1" }""", false)]
    [InlineData("""{ "id": "x", "version": "1", "kpis": { "a": { "target": 2 } } }""", false)]
    public void Patch_IsHeldToLess(string text, bool isGood) => Validator.Accepts(text).Should().Be(isGood);

    private static bool IsRuleset(string text)
    {
        try
        {
            var json = JObject.Parse(text, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
            return json["id"] is not null && json["version"] is not null;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return false;
        }
    }
}
