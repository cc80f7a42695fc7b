using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Comparing;
using Xunit;

namespace KpiRules.Tests.Comparing;

/// <summary>One change of a small ruleset, and all that is told of it.</summary>
public sealed class DifferencePairTests
{
    private const string Ruleset = """
        {
          "id": "x", "version": "1",
          "settings": { "workdays": { "days": [ "mon", "tue" ], "holidays": [ "2026-01-01", "2026-01-02" ] } },
          "parameters": { "hurdle": 0.8, "share": 0.2 },
          "attributes": { "level": { "type": "text", "values": [ "rep", "lead" ] } },
          "measures": { "sales": { "unit": "money/count" }, "cost": { "unit": "days" } },
          "tables": {
            "rates": {
              "keys": [ { "name": "product" }, { "name": "job" } ], "values": { "rate": {}, "name": { "type": "text" } },
              "rows": [ { "product": "A", "job": "x", "rate": "3%", "name": "3%" }, { "product": "B", "job": "y", "rate": 0.05 } ],
              "else": { "rate": "0%" }
            }
          },
          "kpis": {
            "margin": {
              "title": "Margin", "owner": "Ann", "formula": "sales - (cost + sales * hurdle)", "target": 100, "weight": 20,
              "score": { "points": [ { "at": 0.8, "value": 0 }, { "at": 0.8, "value": 40 }, { "at": 1, "value": 50 } ] }
            }
          },
          "ratings": {
            "mark": { "on": "margin", "then": [ "sales", "cost" ], "grades": [ { "share": 0.5, "grade": "A" }, { "share": 0.5, "grade": "B" } ] }
          },
          "smart": { "specific": { "require": [ "title", "unit" ] } },
          "incentives": {
            "commission": {
              "amount": { "on": "sales", "marginal": [ { "rate": 0.05, "from": 0 }, { "rate": 0.07, "from": 100000 } ] },
              "release": [ { "share": 0.5 }, { "share": 0.5, "after": 2 } ]
            }
          }
        }
        """;

    /// <summary>A list whose order decides is never silent about it; what stands in any order is.</summary>
    [Theory]
    [InlineData("""{ "share": 0.5, "grade": "A" }, { "share": 0.5, "grade": "B" }""", """{ "share": 0.5, "grade": "B" }, { "share": 0.5, "grade": "A" }""", """rating mark: grades, in another order: ["A", "B"] → ["B", "A"]""")]
    [InlineData("""{ "share": 0.5, "grade": "A" }, { "share": 0.5, "grade": "B" }""", """{ "share": 0.6, "grade": "B" }, { "share": 0.4, "grade": "A" }""", """rating mark: grades, in another order: ["A", "B"] → ["B", "A"]|rating mark: grades › grade B › share: 0.5 → 0.6|rating mark: grades › grade A › share: 0.5 → 0.4""")]
    [InlineData("""{ "name": "product" }, { "name": "job" }""", """{ "name": "job" }, { "name": "product" }""", """table rates: keys, in another order: ["product", "job"] → ["job", "product"]""")]
    [InlineData("""{ "share": 0.5 }, { "share": 0.5, "after": 2 }""", """{ "share": 0.5, "after": 2 }, { "share": 0.5 }""", """incentive commission: release, in another order: [{ share: 0.5 }, { share: 0.5, after: 2 }] → [{ share: 0.5, after: 2 }, { share: 0.5 }]""")]
    [InlineData("""{ "share": 0.5 }, { "share": 0.5, "after": 2 }""", """{ "share": 0.4 }, { "share": 0.6, "after": 2 }""", """incentive commission: release › 1 › share: 0.5 → 0.4|incentive commission: release › 2 › share: 0.5 → 0.6""")]
    [InlineData("""{ "at": 0.8, "value": 0 }, { "at": 0.8, "value": 40 }""", """{ "at": 0.8, "value": 40 }, { "at": 0.8, "value": 0 }""", """KPI Margin (margin): score › points, in another order: [{ at: 0.8, value: 0 }, { at: 0.8, value: 40 }, { at: 1, value: 50 }] → [{ at: 0.8, value: 40 }, { at: 0.8, value: 0 }, { at: 1, value: 50 }]""")]
    [InlineData("""[ "sales", "cost" ]""", """[ "cost", "sales" ]""", """rating mark: then, in another order: ["sales", "cost"] → ["cost", "sales"]""")]
    [InlineData("""[ "sales", "cost" ]""", """[ "cost", "-sales" ]""", "rating mark: then › 1: sales → cost|rating mark: then › 2: cost → -sales")]
    [InlineData("""[ "sales", "cost" ]""", """[ "cost" ]""", "rating mark: then › 1, removed: sales")]
    [InlineData("""{ "product": "A", "job": "x", "rate": "3%", "name": "3%" }, { "product": "B", "job": "y", "rate": 0.05 }""", """{ "product": "B", "job": "y", "rate": 0.05 }, { "product": "A", "job": "x", "rate": "3%", "name": "3%" }""", "")]
    [InlineData("""[ "2026-01-01", "2026-01-02" ]""", """[ "2026-01-02", "2026-01-01" ], "extra": []""", "")]
    [InlineData("""[ "mon", "tue" ]""", """[ "tue", "mon" ]""", "")]
    [InlineData("""[ "rep", "lead" ]""", """[ "lead", "rep" ]""", "")]
    [InlineData("""[ "title", "unit" ]""", """[ "unit", "title" ]""", "")]
    public void Order_IsTold_WhereItDecides(string written, string by, string told) => Tells(written, by, told);

    [Theory]
    [InlineData("\"hurdle\": 0.8", "\"hurdle\": { \"value\": 0.80 }", "")]
    [InlineData("\"hurdle\": 0.8", "\"hurdle\": { \"value\": 0.9 }", "parameter hurdle: value: 0.8 → 0.9 (used by margin)")]
    [InlineData("\"rate\": \"3%\"", "\"rate\": 0.03", "")]
    [InlineData("\"rate\": \"3%\"", "\"rate\": 0.04", "table rates: rows › product A › rate: 3% → 0.04")]
    [InlineData("\"name\": \"3%\"", "\"name\": \"3.0%\"", "table rates: rows › product A › name: 3% → 3.0%")]
    [InlineData("\"else\": { \"rate\": \"0%\" }", "\"else\": { \"rate\": 0 }", "")]
    [InlineData("\"hurdle\": 0.8", "\"hurdle\": { \"value\": 0.8, \"title\": \"bar\" }", "parameter bar (hurdle): title, new: bar", false)]
    public void WaysToWriteTheSame_AreNoDifference(string written, string by, string told, bool changesNumbers = true) =>
        Tells(written, by, told, changesNumbers: changesNumbers);

    /// <summary>Rows are told by where they begin, though their rates are written first.</summary>
    [Theory]
    [InlineData("\"rate\": 0.07", "\"rate\": 0.08", "incentive commission: amount › marginal › from 100000 › rate: 0.07 → 0.08")]
    [InlineData(
        "\"from\": 0 }, {",
        "\"from\": 0 }, { \"rate\": 0.06, \"from\": 50000 }, {",
        "incentive commission: amount › marginal › from 50000, new: { rate: 0.06, from: 50000 }")]
    [InlineData(
        "{ \"rate\": 0.05, \"from\": 0 }, { \"rate\": 0.07, \"from\": 100000 }",
        "{ \"rate\": 0.07, \"from\": 0 }, { \"rate\": 0.05, \"from\": 100000 }",
        "incentive commission: amount › marginal › from 0 › rate: 0.05 → 0.07"
        + "|incentive commission: amount › marginal › from 100000 › rate: 0.07 → 0.05")]
    public void Rows_AreToldByTheirBounds(string written, string by, string told) => Tells(written, by, told);

    /// <summary>Alike by chance is no new name: what used the one must use the other.</summary>
    [Theory]
    [InlineData(
        "hurdle",
        "threshold",
        "parameter hurdle: renamed: hurdle → threshold (used by margin)"
        + "|KPI Margin (margin): formula: sales - (cost + sales * hurdle) → sales - (cost + sales * threshold)")]
    [InlineData("\"share\": 0.2 }", "\"part\": 0.2 }", "parameter share: renamed: share → part")]
    [InlineData(
        "\"hurdle\": 0.8, \"share\": 0.2",
        "\"share\": 0.2, \"part\": 0.8",
        "parameter hurdle: removed, was: 0.8 (used by margin)"
        + "|parameter part: new: 0.8|KPI Margin (margin): formula: sales - (cost + sales * hurdle) → sales - (cost + sales * 1)",
        " * hurdle)",
        " * 1)")]
    public void Renamed_IsWhatIsUsedInTheSamePlaces(string written, string by, string told, string? also = null, string? alsoBy = null) =>
        Tells(written, by, told, also, alsoBy);

    /// <summary>A KPI's title is no figure, but a check of targets may ask that it has one.</summary>
    [Theory]
    [InlineData("\"title\": \"Margin\", ", "", true)]
    [InlineData("\"title\": \"Margin\", ", "\"title\": \" \", ", true)]
    [InlineData("\"title\": \"Margin\", ", "\"title\": \"Gross margin\", ", false)]
    [InlineData("\"owner\": \"Ann\", ", "", false)]
    [InlineData("\"owner\": \"Ann\", ", "\"owner\": \"Bob\", ", false)]
    public void WhatACheckOfTargetsAsksFor_MayChangeAResult(string written, string by, bool changesNumbers) =>
        Differences(Ruleset, Replaced(written, by)).Should().ContainSingle().Which.ChangesNumbers.Should().Be(changesNumbers);

    /// <summary>An empty scorecard is one all the same.</summary>
    [Fact]
    public void AScorecard_IsToldAsAWhole()
    {
        var with = Ruleset.Replace("\"smart\":", "\"scorecard\": {}, \"smart\":", StringComparison.Ordinal);
        Differences(Ruleset, with).Should().ContainSingle().Which.Should()
            .Match<RulesetDifference>(one => one.ChangesNumbers && one.Message("en") == "the ruleset: scorecard, new: {}");
        Differences(with, Ruleset).Should().ContainSingle().Which.Should()
            .Match<RulesetDifference>(one => one.ChangesNumbers && one.Message("en") == "the ruleset: scorecard, removed: {}");
    }

    /// <summary>Settings and the bounds of a status hold though nothing is written.</summary>
    [Theory]
    [InlineData("\"settings\": {}, ", "")]
    [InlineData("\"settings\": { \"rounding\": \"halfUp\" }, ", "")]
    [InlineData("\"settings\": { \"currency\": \"CNY\" }, ", "False the ruleset: settings › currency, new: CNY")]
    [InlineData("\"settings\": { \"moneyDecimals\": 0 }, ", "True the ruleset: settings › moneyDecimals, new: 0")]
    public void WhatHoldsUnwritten_IsNoDifferenceWhereItIsWritten(string settings, string told)
    {
        const string Bare = """
            { "id": "x", "version": "1", "measures": { "s": {} }, "kpis": { "k": { "formula": "s", "target": 1 } } }
            """;
        var after = Bare.Replace("\"measures\"", settings + "\"measures\"", StringComparison.Ordinal)
            .Replace("\"target\"", "\"status\": {}, \"target\"", StringComparison.Ordinal);
        string.Join("|", Differences(Bare, after).Select(one => $"{one.ChangesNumbers} {one.Message("en")}")).Should().Be(told);
        Differences(after, Bare).Should().HaveCount(told.Length == 0 ? 0 : 1);
    }

    /// <summary>Of long texts, what is shown differs.</summary>
    [Fact]
    public void LongTexts_AreShownWhereTheyDiffer()
    {
        var sum = string.Join(" + ", Enumerable.Range(1, 60));
        Differences(Replaced("sales * hurdle", sum), Replaced("sales * hurdle", sum + "0")).Should().ContainSingle()
            .Which.Message("en").Should().Be(
                "KPI Margin (margin): formula: … + 55 + 56 + 57 + 58 + 59 + 60) → … + 55 + 56 + 57 + 58 + 59 + 600)");
    }

    private static void Tells(
        string written, string by, string told, string? also = null, string? alsoBy = null, bool changesNumbers = true)
    {
        var after = Replaced(written, by);
        if (also is not null)
            after = after.Replace(also, alsoBy, StringComparison.Ordinal);
        var differences = Differences(Ruleset, after);
        var message = string.Join("|", differences.Select(difference => difference.Message("en")));
        message.Should().Be(told);
        differences.Where(difference => difference.ChangesNumbers != changesNumbers || difference.Message("zh") == difference.Message("en"))
            .Should().BeEmpty();
    }

    private static string Replaced(string written, string by)
    {
        Ruleset.Should().Contain(written);
        return Ruleset.Replace(written, by, StringComparison.Ordinal);
    }

    private static System.Collections.Generic.IReadOnlyList<RulesetDifference> Differences(string before, string after) =>
        Read(after).DifferencesFrom(Read(before));

    private static Policy Read(string ruleset)
    {
        var read = Policy.Read(ruleset);
        read.Diagnostics.Where(diagnostic => read.Policy is null).Should().BeEmpty();
        return read.Policy!;
    }
}
