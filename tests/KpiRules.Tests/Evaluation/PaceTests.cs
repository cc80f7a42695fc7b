using System;
using System.Globalization;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

public sealed class PaceTests
{
    private static readonly Policy Policy = Policy.Read("""
        { "id": "x", "version": "1",
          "settings": { "workdays": { "days": [ "mon", "tue", "wed", "thu", "fri" ], "holidays": [ "2026-06-19" ], "extra": [ "2026-06-28" ] } },
          "measures": { "own": { "unit": "money" }, "visits": { "unit": "count" } },
          "kpis": {
            "goal": { "formula": "own", "target": 300, "unit": "money" },
            "rate": { "formula": "own / visits", "target": 0.5, "unit": "percent" },
            "summed": { "formula": "own / visits", "target": 0.5, "unit": "percent", "combine": "sum" },
            "kept": { "formula": "own", "target": 300, "unit": "money", "combine": "last" },
            "behind": { "formula": "if(goal.pace < 1, 1, 0)" },
            "done": { "formula": "elapsed()" }, "left": { "formula": "remaining()" }
          } }
        """).Policy!;

    /// <summary>June 2026 has 22 workdays: 22 Mondays to Fridays, one of them a holiday, and a Sunday worked instead.</summary>
    [Theory]
    [InlineData("2026-06-21", "14 / 22", 8, "300 * 14 / 22", "140 * 22 / (300 * 14)", "140 * 22 / 14", "20")]
    [InlineData("2026-06-01", "1 / 22", 21, "300 * 1 / 22", "140 * 22 / (300 * 1)", "140 * 22 / 1", "160 / 21")]
    [InlineData("2026-06-30", "22 / 22", 0, "300", "140 / 300", "140", null)]
    [InlineData("2026-07-15", "22 / 22", 0, "300", "140 / 300", "140", null)]
    [InlineData(null, "22 / 22", 0, "300", "140 / 300", "140", null)]
    [InlineData("2026-05-31", "0 / 22", 22, "0", null, null, "160 / 22")]
    public void ASum_GrowsWithTheWorkdays(
        string? asOf, string done, int left, string expected, string? pace, string? forecast, string? required)
    {
        var june = Evaluate(asOf);
        var goal = june.Kpis["goal"];
        june["done"].Number.Should().Be(Value(done));
        june["left"].Number.Should().Be(left);
        goal.Expected.Should().Be(Value(expected));
        goal.Pace.Should().Be(Value(pace));
        goal.Forecast.Should().Be(Value(forecast));
        goal.Required.Should().Be(Value(required));
        june["behind"].Number.Should().Be(pace is null ? null : Value(pace) < 1 ? 1 : 0);
    }

    [Theory]
    [InlineData("rate")]
    [InlineData("kept")]
    public void WhatDoesNotSum_DoesNotGrow(string name)
    {
        var kpi = Evaluate("2026-06-21").Kpis[name];
        (kpi.Expected, kpi.Pace, kpi.Forecast, kpi.Required).Should().Be((kpi.Target, kpi.Attainment, kpi.Value, null));
        kpi.Part("required")!.Value.Cause!.Explain("en").Should().Be($"'{name}' does not grow with the days of the period");
    }

    [Fact]
    public void CombineOverridesTheUnit() => Evaluate("2026-06-21").Kpis["summed"].Expected.Should().Be(0.5m * 14 / 22);

    [Fact]
    public void BeforeThePeriod_TheCauseIsThatNoDayHasPassed() =>
        Evaluate("2026-05-31").Kpis["goal"].Part("pace")!.Value.Cause!.Kind.Should().Be(KpiRules.Facts.CauseKind.NoWorkdays);

    private static SubjectEvaluation Evaluate(string? asOf) => Policy.Evaluate(
        new Subject("s") { ["own"] = 140, ["visits"] = 350 },
        Period.Parse("2026-06"),
        asOf is null ? null : DateTime.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The value of "a * b / c" or "a * b / (c * d)", multiplied before it is divided.</summary>
    private static decimal? Value(string? written)
    {
        if (written is null)
            return null;
        var parts = written.Split(" / ");
        return Product(parts[0]) / (parts.Length > 1 ? Product(parts[1].Trim('(', ')')) : 1);

        static decimal Product(string text)
        {
            var product = 1m;
            foreach (var factor in text.Split(" * "))
                product *= decimal.Parse(factor, CultureInfo.InvariantCulture);
            return product;
        }
    }
}
