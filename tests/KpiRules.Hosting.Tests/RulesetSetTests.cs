using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Policies;
using KpiRules.Hosting.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>Which policy answers for an id or a company in a period, and what is said where none does.</summary>
public sealed class RulesetSetTests
{
    private static readonly RulesetCatalogue Rulesets = RulesetCatalogue.Of(
        Read(Texts.Ruleset("acme", "2025", "Acme", Texts.In(2025))),
        Read(Texts.Ruleset("acme", "2026", "Acme", Texts.From(2026))),
        Read(Texts.Ruleset("beta-store", "1", "Beta")),
        Read(Texts.Ruleset("beta-office", "1", "Beta", Texts.From(2026))),
        Read(Texts.Ruleset("fiscal", "1", "Gamma", """{ "from": "2025-04-01", "to": "2026-03-31" }""")
            .Replace("\"en\"", "\"en\", \"fiscalYearStart\": 4")));

    [Theory]
    [InlineData("acme", "2025-12", "acme 2025")]
    [InlineData("acme", "2026-01", "acme 2026")]
    [InlineData("Acme", "2026-Q1", "acme 2026")]
    [InlineData("Acme", "2030", "acme 2026")]
    [InlineData("Beta", "2025-12", "beta-store 1")]
    [InlineData("beta-office", "2026-02", "beta-office 1")]
    [InlineData("Gamma", "FY2026", "fiscal 1")]
    [InlineData("Gamma", "FY2026-Q1", "fiscal 1")]
    [InlineData("Gamma", "2026-03", "fiscal 1")]
    public void Get_FindsTheOneInEffect(string name, string period, string expected)
    {
        var policy = Rulesets.Get(name, Period.Parse(period));
        $"{policy.Id} {policy.Version}".Should().Be(expected);
        Rulesets.TryGet(name, Period.Parse(period), out var same).Should().BeTrue();
        same.Should().BeSameAs(policy);
    }

    [Theory]
    [InlineData("acme", "2024-12", "'acme' is not in effect in 2024-12, or not in the whole of it. There is: acme 2025 (company Acme, "
        + "2025-01-01 to 2025-12-31), acme 2026 (company Acme, from 2026-01-01 on).")]
    [InlineData("acme", "2025-W01", "'acme' is not in effect in 2025-W01, or not in the whole of it. There is: acme 2025 (company Acme, "
        + "2025-01-01 to 2025-12-31), acme 2026 (company Acme, from 2026-01-01 on).")]
    [InlineData("Beta", "2026-01", "Several rulesets of company 'Beta' are in effect in 2026-01: beta-office 1 (company Beta, "
        + "from 2026-01-01 on), beta-store 1 (company Beta, always). Ask for one of them by its id.")]
    [InlineData(
        "Gamma",
        "FY2027-Q1",
        "'Gamma' is not in effect in FY2027-Q1, or not in the whole of it. There is: fiscal 1 (company Gamma, 2025-04-01 to 2026-03-31).")]
    [InlineData("Gama", "2026-01", "There is no ruleset and no company 'Gama'; did you mean 'Gamma'? There is: acme 2025 (company Acme, "
        + "2025-01-01 to 2025-12-31), acme 2026 (company Acme, from 2026-01-01 on), beta-office 1 (company Beta, from 2026-01-01 on), "
        + "beta-store 1 (company Beta, always), fiscal 1 (company Gamma, 2025-04-01 to 2026-03-31).")]
    public void WhatIsNotThere_IsSaidWithWhatIs(string name, string period, string message)
    {
        var asking = () => Rulesets.Get(name, Period.Parse(period));
        var thrown = asking.Should().Throw<RulesetNotFoundException>().Which;
        thrown.Message.Should().Be(message);
        thrown.InEffect.Should().HaveCount(name == "Beta" ? 2 : 0);
        Rulesets.TryGet(name, Period.Parse(period), out _).Should().BeFalse();
    }

    [Fact]
    public void OfManyRulesets_TwentyAreNamed()
    {
        var many = RulesetCatalogue.Of(Enumerable.Range(10, 30).Select(number => Read(Texts.Ruleset("r" + number, "1"))).ToArray());
        var asking = () => many.Get("none", Period.Parse("2026-01"));
        asking.Should().Throw<RulesetNotFoundException>().Which.Message.Should().EndWith("r29 1 (always), and 10 more.");
        var none = () => RulesetCatalogue.Of().Get("none", Period.Parse("2026-01"));
        none.Should().Throw<RulesetNotFoundException>()
            .Which.Message.Should().Be("There is no ruleset and no company 'none'. There is: nothing.");
    }

    [Fact]
    public void AFixedCatalogue_RefusesWhatCannotStandSideBySide()
    {
        var making = () => RulesetCatalogue.Of(Read(Texts.Ruleset("acme", "1")), Read(Texts.Ruleset("acme", "2")));
        making.Should().Throw<ArgumentException>().Which.Message.Should().Contain("KPI5060");
    }

    private static Policy Read(string text) => Policy.Read(text).Policy!;
}
