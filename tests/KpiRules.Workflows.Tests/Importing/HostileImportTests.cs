using System;
using System.Linq;
using System.Threading;
using FluentAssertions;
using KpiRules.Workflows.Importing;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>What no importer may run, follow or choke on is refused at its place; the ruleset, if there is one, can be read.</summary>
public sealed class HostileImportTests
{
    [Theory]
    [InlineData("\"\".GetType().Assembly", "KPI7129")]
    [InlineData("\"\".GetType().Assembly.GetType(\"System.IO.File\") != null", "KPI7129")]
    [InlineData("Environment.Exit(1)", "KPI7128")]
    [InlineData("System.Environment.Exit(1)", "KPI7128")]
    [InlineData("input1.Environment.Exit(1)", "KPI7129")]
    [InlineData("\"System.Diagnostics.Process\"(1)", "KPI7126")]
    [InlineData("String.Join(\"\", input1) == \"\"", "KPI7128")]
    [InlineData("string.Format(\"{0}\", 1) == \"\"", "KPI7128")]
    [InlineData("Math.GetType() != null", "KPI7129")]
    [InlineData("new System.Text.StringBuilder().ToString() == \"\"", "KPI7128")]
    [InlineData("ExpressionUtils.GetType() != null", "KPI7128")]
    [InlineData("(it) != null", "KPI7128")]
    [InlineData("1e400 > 0", "KPI7125")]
    [InlineData("99999999999999999999 > 0", "KPI7125")]
    [InlineData("0x11111111111111111 > 0", "KPI7125")]
    [InlineData("\"abc", "KPI7122")]
    [InlineData("'", "KPI7122")]
    [InlineData("\"\\", "KPI7124")]
    [InlineData("input1.a > 5\0", "KPI7121")]
    [InlineData("input1.a\u202e > 5", "KPI7121")]
    [InlineData("😀 > 5", "KPI7121")]
    [InlineData("\ud800 > 5", "KPI7121")]
    [InlineData("）", "KPI7121")]
    [InlineData(".", "KPI7126")]
    [InlineData("input1[99999999]", "KPI7128")]
    [InlineData("input1[-1] > 1", "KPI7128")]
    [InlineData("null", "KPI7128")]
    public void IsRefused(string expression, string code)
    {
        var imported = RulesEngineImport.Read(ImportedRulesets.Workflow(expression));
        imported.Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);
        imported.Diagnostics[0].Path.Should().Be("[0].Rules[0].Expression");
        imported.Diagnostics[0].Column.Should().BeGreaterThan(66, "it stands in the expression");
        imported.Ruleset.Should().Contain("// TODO");
        ImportedRulesets.Policy(imported).Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("-", "")]
    [InlineData("not ", "")]
    [InlineData("a ? ", " : b")]
    [InlineData("a ?? ", "")]
    [InlineData("iif(true, ", ", a)")]
    [InlineData("Math.Abs(", ")")]
    [InlineData("a.Contains(", ")")]
    public void DeepNesting_IsRefused_OnASmallStack(string open, string close)
    {
        foreach (var depth in (int[])[60, 900, 100_000])
        {
            var expression = string.Concat(Enumerable.Repeat(open, depth)) + "a" + string.Concat(Enumerable.Repeat(close, depth));
            OnASmallStack(ImportedRulesets.Workflow(expression)).Diagnostics.Should().ContainSingle()
                .Which.Code.Should().BeOneOf("KPI7118", "KPI7119", "KPI7120");
        }
    }

    [Theory]
    [InlineData("input1", ".a")]
    [InlineData("input1", "[0]")]
    [InlineData("a", " == a")]
    [InlineData("a", " in (a)")]
    public void LongChains_AreRefused_OnASmallStack(string first, string link) =>
        OnASmallStack(ImportedRulesets.Workflow(first + string.Concat(Enumerable.Repeat(link, 1_000)))).IsComplete.Should().BeFalse();

    [Fact]
    public void AMegabyteOfExpression_IsRefusedByItsLength()
    {
        var imported = RulesEngineImport.Read(ImportedRulesets.Workflow(string.Join(" && ", Enumerable.Repeat("input1.a > 1", 70_000))));
        imported.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("KPI7118");
        imported.Ruleset!.Length.Should().BeLessThan(2_000, "what is quoted is cut");
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(25, "")]
    [InlineData(1_000, "KPI1012")]
    public void NestedRules_AreFollowedAsFarAsJsonMayNest(int depth, string code)
    {
        var rule = """{ "RuleName": "leaf", "Expression": "input1.a > 1 && input1.b > 1" }""";
        for (var i = 0; i < depth; i++)
            rule = $$"""{ "RuleName": "r{{i}}", "Operator": "{{(i % 2 == 0 ? "Or" : "And")}}", "Rules": [ {{rule}}, { "RuleName": "x{{i}}", "Expression": "input1.x{{i}}" } ] }""";
        var imported = OnASmallStack($$"""{ "WorkflowName": "deep", "Rules": [ {{rule}} ] }""");
        imported.Diagnostics.Select(diagnostic => diagnostic.Code).Should().Equal(code.Length == 0 ? [] : [code]);
        (imported.Ruleset is null).Should().Be(code.Length > 0);
    }

    [Fact]
    public void ParametersThatDouble_AreRefusedBeforeTheyAreWrittenOut()
    {
        var parameters = string.Join(
            ", ", Enumerable.Range(1, 200).Select(i => $$"""{ "Name": "p{{i}}", "Expression": "p{{i - 1}} + p{{i - 1}}" }"""));
        var imported = OnASmallStack($$"""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "p0", "Expression": "input1.a" }, {{parameters}} ], "Rules": [ { "RuleName": "r", "Expression": "p200 > 1" } ] }
            """);
        imported.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("KPI7120");
        ImportedRulesets.Policy(imported).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void WordsOfTheWorkflow_StayWordsInTheRuleset()
    {
        var words = JsonConvert.ToString("\"},\n\r// */ \"x\": { \u2028 {payout} ' \\");
        var compared = JsonConvert.ToString("input1.a == " + words);
        var imported = RulesEngineImport.Read($$"""
            [ { "WorkflowName": {{words}}, "Rules": [
                { "RuleName": {{words}}, "SuccessEvent": {{words}}, "ErrorMessage": {{words}}, "Expression": {{compared}} },
                { "RuleName": {{words}}, "Expression": {{words}} } ] } ]
            """, "a\nb.json");
        var policy = ImportedRulesets.Policy(imported);
        policy.Warnings.Should().ContainSingle();
    }

    private static RulesEngineImportResult OnASmallStack(string text)
    {
        RulesEngineImportResult? imported = null;
        var thread = new Thread(() => imported = RulesEngineImport.Read(text), 256 * 1024);
        thread.Start();
        thread.Join(TimeSpan.FromMinutes(5)).Should().BeTrue("it ends");
        return imported!;
    }
}
