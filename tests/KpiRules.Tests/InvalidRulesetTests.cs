using System.IO;
using System.Linq;
using System.Text;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests;

/// <summary>Every bad ruleset under Invalid/ prints exactly the text beside it, in both languages.</summary>
public sealed class InvalidRulesetTests
{
    private static readonly string Folder = Repository.PathOf("tests", "KpiRules.Tests", "Invalid");

    public static TheoryData<string> Rulesets =>
        new(Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).OrderBy(name => name));

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void PrintsTheApprovedText(string name)
    {
        var read = Policy.ReadFile(Path.Combine(Folder, name + ".json"));
        foreach (var language in (string[])["en", "zh"])
            Golden.Matches(Printed(read, language), "tests", "KpiRules.Tests", "Invalid", $"{name}.{language}.txt");
    }

    [Fact]
    public void FormulaOfAMegabyte_IsRefusedByItsLength()
    {
        var formula = string.Join(" + ", Enumerable.Repeat("a", 262_144));
        var read = Policy.Read(
            $$"""{ "id": "x", "version": "1", "measures": { "a": {} }, "kpis": { "long": { "formula": "{{formula}}" } } }""");
        Printed(read, "en").Should().Be("""
            ruleset.json:1:87: error KPI3025: the formula of 'long' has 1048573 characters, but at most 4096 are allowed; split it into several KPIs
                …", "measures": { "a": {} }, "kpis": { "long": { "formula": "a + a + a + a + a + a + a + a + a + a + a + a + a …
                                                                             ^

            """.Replace("\r\n", "\n"));
    }

    [Fact]
    public void MoreThanAHundredThousandCells_AreRefused()
    {
        var kpis = string.Join(",\n", Enumerable.Range(0, 20_000).Select(i => $$"""    "k{{i}}": { "formula": "1", "target": 1 }"""));
        var read = Policy.Read($"{{ \"id\": \"x\", \"version\": \"1\", \"kpis\": {{\n{kpis}\n}} }}");
        Printed(read, "en").Should().StartWith("ruleset.json:1:1: error KPI5005: the policy has more than 100000 cells; what looks back ");
    }

    [Fact]
    public void MoreThanAHundredFaults_AreCutAndCounted()
    {
        var kpis = string.Join(",\n", Enumerable.Range(0, 150).Select(i => $$"""    "k{{i}}": { "formula": "unknown" }"""));
        var read = Policy.Read($"{{ \"id\": \"x\", \"version\": \"1\", \"kpis\": {{\n{kpis}\n}} }}");
        read.Diagnostics.Should().HaveCount(100).And.BeInAscendingOrder(diagnostic => diagnostic.Line);
        read.OmittedDiagnostics.Should().Be(50);

        var file = System.IO.Path.GetTempFileName();
        File.WriteAllText(
            file, $"{{ \"id\": \"x\", \"version\": \"1\", \"settings\": {{ \"language\": \"en\" }}, \"kpis\": {{\n{kpis}\n}} }}");
        var thrown = FluentActions.Invoking(() => Policy.Load(file)).Should().Throw<RulesetException>().Which;
        File.Delete(file);
        (thrown.Diagnostics.Count, thrown.OmittedDiagnostics).Should().Be((100, 50));
        thrown.Message.Should().EndWith("\n… and 50 more");
    }

    /// <summary>The path leads to the value at fault, by names and numbers.</summary>
    [Theory]
    [InlineData("""{ "id": "x", "version": "1", "kpis": { "margin": { "formula": "slaes" } } }""", "kpis.margin.formula")]
    [InlineData("""{ "id": "x", "version": "1", "kpis": { "毛利 率": { "formla": "1" } } }""", "kpis['毛利 率'].formla")]
    [InlineData(
        """{ "id": "x", "version": "1", "tests": [ { "name": "a", "period": "2026", "given": { "a": [] }, "expect": { "k": 1 } } ] }""",
        "tests[0].given.a")]
    [InlineData("""{ "id": "x", "version": "1", "kpis": { "k": { "formula": { "on": "1", "steps": [ { "from": 0, "value": 1 }, { "from": 0, "value": 1 } ] } } } }""", "kpis.k.formula.steps[1].from")]
    [InlineData("""{ "id": "x" }""", "")]
    public void Path_LeadsToTheValueAtFault(string text, string path) => Policy.Read(text).Diagnostics[0].Path.Should().Be(path);

    [Fact]
    public void EveryCode_HasABadRulesetAndALineInTheDocumentation()
    {
        var codes = Messages.All("en").Keys.Where(key => key.StartsWith("KPI", System.StringComparison.Ordinal)).ToList();
        var approved = string.Concat(
            Directory.GetFiles(Repository.PathOf("tests"), "*.en.txt", SearchOption.AllDirectories).Select(File.ReadAllText));
        var documented = File.ReadAllText(Repository.PathOf("docs", "diagnostics.md"));
        // those too large for a file have tests above, or one in ExtensionTests; KPI3029 is what NCalc would have to refuse after
        // our own check passed
        var exempt = new[] { "KPI3025", "KPI5005", "KPI3029", "KPI2070" };
        codes.Except(exempt).Where(code => !approved.Contains(code + ":")).Should().BeEmpty("each code needs a bad ruleset");
        codes.Where(code => !documented.Contains($"| {code} |")).Should().BeEmpty("each code needs a line in docs/diagnostics.md");
    }

    [Fact]
    public void BothLanguages_HaveTheSameMessagesWithTheSameHoles()
    {
        var (english, chinese) = (Messages.All("en"), Messages.All("zh"));
        chinese.Keys.Should().BeEquivalentTo(english.Keys);
        foreach (var key in english.Keys)
            Holes(chinese[key]).Should().BeEquivalentTo(Holes(english[key]), "both say the same about {0}", key);
    }

    private static string[] Holes(string message) =>
        System.Text.RegularExpressions.Regex.Matches(message.Replace("{{", "").Replace("}}", ""), @"\{\d\}")
            .Select(hole => hole.Value).Distinct().ToArray();

    private static string Printed(PolicyReadResult read, string language)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in read.Diagnostics.Concat(read.Findings))
            text.Append(diagnostic.Print(language).Replace(Folder + Path.DirectorySeparatorChar, "")).Append('\n');
        return text.ToString();
    }
}
