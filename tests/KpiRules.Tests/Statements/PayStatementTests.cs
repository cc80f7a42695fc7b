using System;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Statements;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.RetailStore.RetailStoreFile;

namespace KpiRules.Tests.Statements;

/// <summary>What a host hands to a person: the same page as the tool prints.</summary>
public sealed class PayStatementTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void ItSaysAll_OnAPage(string language) => Golden.Matches(
        PayStatement.Of(Ruleset.Value.Evaluate(Data.Value, Period.Parse("2026-05"))["陈静"]).ToString(language),
        "tests", "KpiRules.Tests", "Statements", $"retail-store.{language}.txt");

    [Fact]
    public void AHeldLine_AndATotalThatIsMissing_AreToldWhole()
    {
        var policy = Policy.Read("""
            {
              "id": "pay", "version": "1", "title": { "zh": "业务提成", "en": "Pay" }, "settings": { "currency": "CNY", "moneyDecimals": 0 },
              "measures": { "a": { "unit": "money" }, "b": { "unit": "money" } },
              "incentives": { "one": { "basis": "a", "rate": "10%" }, "two": { "basis": "b", "rate": "10%" }, "three": { "basis": "b", "rate": 1 } }
            }
            """).Policy!;
        var statement = PayStatement.Of(policy.Evaluate(new Subject("王芳") { ["a"] = 1_005m }, Period.Parse("2026-03"), new(2026, 3, 9)));
        Golden.Matches($"{statement}\f\n{statement.ToString("zh")}", "tests", "KpiRules.Tests", "Statements", "held.txt");
        statement.Evaluation.Payout!.Held.Should().Be(2);
    }

    [Fact]
    public void WithoutIncentives_ThereIsNone()
    {
        var policy = Policy.Read("""{ "id": "none", "version": "1", "measures": { "a": {} }, "kpis": { "k": { "formula": "a" } } }""").Policy!;
        var subject = policy.Evaluate(new Subject("ann"), Period.Parse("2026-03"));
        FluentActions.Invoking(() => PayStatement.Of(subject)).Should().Throw<InvalidOperationException>()
            .WithMessage("Ruleset none has no incentives, and so no statement.");
        FluentActions.Invoking(() => PayStatement.Of(null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData("money", "N0")]
    [InlineData("percent", "#,##0.00%")]
    [InlineData("score", "0.00")]
    [InlineData(null, "#,##0.####")]
    public void AUnit_HasAFormat(string? unit, string format) =>
        Policy.Read("""{ "id": "p", "version": "1", "settings": { "moneyDecimals": 0 } }""").Policy!.FormatOf(unit).Should().Be(format);

    [Fact]
    public void EveryStateAndStatus_HasAWordInBothLanguages()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            Array.ConvertAll(Enum.GetValues<LineState>(), state => state.In(language)).Should().OnlyHaveUniqueItems();
            Array.ConvertAll(Enum.GetValues<KpiStatus>(), status => status.In(language)).Should().OnlyHaveUniqueItems();
            Array.ConvertAll(Enum.GetValues<PartFate>(), fate => fate.In(language)).Should().OnlyHaveUniqueItems();
        }
    }
}
