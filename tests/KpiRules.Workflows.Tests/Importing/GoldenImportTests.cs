using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>
/// A file under Workflows/ is imported without an error, one under Invalid/ says exactly what is wrong with it, in both
/// languages; either gives the ruleset beside it, which can be read.
/// </summary>
public sealed class GoldenImportTests
{
    public static TheoryData<string> Workflows => new(ImportedRulesets.Names("Workflows"));

    public static TheoryData<string> Invalid => new(ImportedRulesets.Names("Invalid"));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void GivesTheApprovedRuleset(string name)
    {
        var imported = ImportedRulesets.Import("Workflows", name);
        ImportedRulesets.Printed(imported, "en").Should().NotContain("error").And.NotContain("TODO");
        imported.IsComplete.Should().BeTrue();
        ImportedRulesets.Policy(imported);
        Golden.Matches(imported.Ruleset!, [.. ImportedRulesets.Folder, "Workflows", name + ".ruleset.txt"]);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void SaysWhatCannotBeImported(string name)
    {
        var imported = ImportedRulesets.Import("Invalid", name);
        foreach (var language in (string[])["en", "zh"])
            Golden.Matches(ImportedRulesets.Printed(imported, language), [.. ImportedRulesets.Folder, "Invalid", $"{name}.{language}.txt"]);
        if (imported.Ruleset is null)
            return;
        ImportedRulesets.Policy(imported).Diagnostics.Count(diagnostic => diagnostic.Code == "KPI7150").Should().Be(
            Regex.Matches(imported.Ruleset, "// TODO ").Count, "whoever reads it is told what is left to do");
        Golden.Matches(imported.Ruleset, [.. ImportedRulesets.Folder, "Invalid", name + ".ruleset.txt"]);
    }

    /// <summary>What is too large to stand in a file.</summary>
    [Theory]
    [InlineData("large-expression")]
    [InlineData("large-formula")]
    [InlineData("large-division")]
    [InlineData("large-workflow")]
    [InlineData("large-parameters")]
    [InlineData("large-file")]
    public void SaysWhatIsTooLarge(string name)
    {
        var imported = RulesEngineImport.Read(
            name switch
            {
                "large-expression" => ImportedRulesets.Workflow(string.Join(" + ", Enumerable.Repeat("input1.a", 100_000)) + " > 1"),
                "large-formula" => ImportedRulesets.Workflow($"input1.a == {JsonConvert.ToString(new string('x', 5_000))}"),
                "large-workflow" => "[ { \"WorkflowName\": \"w\", \"Rules\": [\n"
                    + string.Join(",\n", Enumerable.Range(0, 3_001).Select(i => $$"""{ "RuleName": "r{{i}}", "Expression": "true" }"""))
                    + "\n] } ]",
                "large-parameters" => $$"""
                    [ { "WorkflowName": "w", "GlobalParams": [ { "Name": "p", "Expression": "{{string.Join(" + ", Enumerable.Repeat("a", 900))}}" } ], "Rules": [
                    """
                    + string.Join(",\n", Enumerable.Range(0, 80).Select(i => $$"""{ "RuleName": "r{{i}}", "Expression": "p > {{i}}" }"""))
                    + "\n] } ]",
                "large-division" => ImportedRulesets.Workflow("9999 / " + string.Join(" / ", Enumerable.Repeat("2", 150)) + " > 1"),
                _ => new string(' ', 2_000_001),
            },
            name + ".json");
        foreach (var language in (string[])["en", "zh"])
            Golden.Matches(ImportedRulesets.Printed(imported, language), [.. ImportedRulesets.Folder, "Invalid", $"{name}.{language}.txt"]);
        if (imported.Ruleset is not null)
            ImportedRulesets.Policy(imported);
    }
}
