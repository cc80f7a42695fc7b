using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Rulesets;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>An imported ruleset says of the facts what the workflow says of the inputs they stand for.</summary>
public sealed class ImportedResultTests
{
    private static readonly Period March = Period.Parse("2026-03");

    [Theory]
    [InlineData("abroad", 3, 10_000, 5, 10, "FreeAbroad")]
    [InlineData("home", 2, 10_000, 5, 10, "FreeAtHome")]
    [InlineData("home", 4, 60_000, 5, 10, "Express")]
    [InlineData("home", 4, 100_000, 16, 10, "Express Courier")]
    [InlineData("home", 4, 0, 16, 26, "Express Courier")]
    [InlineData("home", 4, 0, 5, 25, "")]
    public void RulesThatSucceed_AreTheWarningsThatFire(string region, int tier, int spent, int orders, int visits, string expected)
    {
        var subject =
            new Subject("s") { ["region"] = region, ["tier"] = tier, ["spent"] = spent, ["orders"] = orders, ["visits"] = visits };
        Firing("shipping", subject).Should().Be(expected);
    }

    [Fact]
    public void PathsIntoInputs_AreFactsOfTheirOwn()
    {
        var imported = ImportedRulesets.Import("Workflows", "nested-inputs");
        imported.Facts.Select(fact => (fact.Name, fact.Path, fact.Kind)).Should().Equal(
            ("Address_City", "input1.Address.City", ValueKind.Text),
            ("Address_Lines_0_Number", "input1.Address.Lines[0].Number", ValueKind.Number),
            ("Address_Lines_1_Text", "input1.Address.Lines[1].Text", ValueKind.Text));
        var subject = new Subject("s") { ["Address_City"] = "Oslo", ["Address_Lines_0_Number"] = 1, ["Address_Lines_1_Text"] = "left" };
        Firing("nested-inputs", subject).Should().Be("CheckText CheckList CheckCall");
        subject["Address_Lines_1_Text"] = "right";
        Firing("nested-inputs", subject).Should().Be("CheckText");
    }

    [Theory]
    [InlineData(120_000, "A", false, 12, "1000 3 -")]
    [InlineData(170_000, "B", false, -12, "4900 3.5 -")]
    [InlineData(170_000, "C", true, -15, "- -9 -20")]
    [InlineData(90_000, "A", true, 9, "- -9 -20")]
    public void Outputs_ArePaid(int sales, string grade, bool onLeave, int returns, string expected)
    {
        var policy = ImportedRulesets.Policy(ImportedRulesets.Import("Workflows", "pay"));
        var subject = new Subject("s")
        {
            ["Person_Sales"] = sales,
            ["Person_Grade"] = grade,
            ["Person_OnLeave"] = onLeave,
            ["Person_Returns"] = returns
        };
        var result = policy.Evaluate(subject, March);
        var amounts = new[] { "Commission", "Either_way", "Penalty" }
            .Select(name => result[name].Number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "-");
        string.Join(" ", amounts).Should().Be(expected);
    }

    [Fact]
    public void WhatIsNull_IsNotAvailable_UnlessTheRuleAsksWhetherItIs()
    {
        var policy = ImportedRulesets.Policy(ImportedRulesets.Import("Workflows", "subset"));
        var result = policy.Evaluate(new Subject("s") { ["Manager"] = "ann" }, March);
        result["Null"].Text.Should().Be("firing", "there is a manager, and x is null");
        result["Empty"].Text.Should().Be("ok", "a text that is null is null or empty");
        result["Equality"].Text.Should().Be("notAvailable");
    }

    /// <summary>The other rules of a file, where some cannot be imported, say what they said.</summary>
    [Fact]
    public void WhatCanBeImported_IsThereBesideWhatCannot()
    {
        var imported = ImportedRulesets.Import("Invalid", "expressions");
        imported.IsComplete.Should().BeFalse();
        var policy = ImportedRulesets.Policy(imported);
        policy.Warnings.Select(warning => warning.Name).Should().Equal("good");
        policy.Evaluate(new Subject("s") { ["n"] = 2, ["t"] = "y" }, March)["good"].Text.Should().Be("firing");
    }

    private static string Firing(string workflow, Subject subject)
    {
        var evaluation = ImportedRulesets.Policy(ImportedRulesets.Import("Workflows", workflow)).Evaluate(subject, March);
        return string.Join(" ", evaluation.Warnings.Where(warning => warning.State == WarningState.Firing).Select(warning => warning.Name));
    }
}
