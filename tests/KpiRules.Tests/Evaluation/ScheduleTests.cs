using System;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>A schedule of each form gives what ten naive lines give.</summary>
public sealed class ScheduleTests
{
    private const int Cases = 10_000;

    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Policy = Policy.Read("""
        { "id": "x", "version": "1",
          "measures": { "x": {}, "y": {}, "per": {}, "b0": {}, "b1": {}, "b2": {}, "v0": {}, "v1": {}, "v2": {}, "a": {} },
          "attributes": { "text": { "type": "text" } },
          "kpis": {
            "steps": { "formula": { "on": "x", "per": "per", "steps": [ { "from": "b0", "value": "v0" }, { "from": "b1", "value": "v1" }, { "from": "b2", "value": "v2" } ] } },
            "marginal": { "formula": { "on": "x", "per": "per", "marginal": [ { "from": "b0", "rate": "v0" }, { "from": "b1", "rate": "v1" }, { "from": "b2", "rate": "v2" } ] } },
            "points": { "formula": { "on": "x", "per": "per", "points": [ { "at": "b0", "value": "v0" }, { "at": "b1", "value": "v1" }, { "at": "b2", "value": "v2" } ] } },
            "blocks": { "formula": { "on": "x", "blocks": { "from": "b0", "size": 2.5, "value": "v0", "most": 6 } } },
            "cases": { "formula": { "on": "text", "cases": { "one": "v0", "two": "v1" }, "else": "v2" } },
            "strict": { "formula": { "on": "text", "cases": { "one": "v0", "two": "v1" } } },
            "grid": { "formula": { "rows": { "on": "x", "from": [ "b0", "b1" ] }, "columns": { "on": "y", "from": [ "b0", "b1", "b2" ] }, "values": [ [ "v0", "v1", "v2" ], [ "v2", "v0", "v1" ] ] } }
          } }
        """).Policy!;

    [Fact]
    public void Steps_GiveTheValueOfTheRow() => Compare("steps", row =>
    {
        var value = 0m;
        for (var i = 0; i < 3; i++)
        {
            if (row.X >= row.Bounds[i] * row.Per)
                value = row.Values[i];
        }

        return value;
    });

    [Fact]
    public void Marginal_AddsUpTheParts() => Compare("marginal", row =>
    {
        if (row.X < 0 && row.Bounds[0] == 0)
            return row.X * row.Values[0];
        var sum = 0m;
        for (var i = 0; i < 3; i++)
        {
            var (from, to) = (row.Bounds[i] * row.Per, i < 2 ? row.Bounds[i + 1] * row.Per : decimal.MaxValue);
            sum += row.Values[i] * Math.Max(0, Math.Min(row.X, to) - from);
        }

        return sum;
    });

    [Fact]
    public void Points_AreJoinedByStraightLines() => Compare("points", row =>
    {
        var at = row.Bounds.Select(bound => bound * row.Per).ToArray();
        if (row.X < at[0])
            return row.Values[0];
        if (row.X >= at[2])
            return row.Values[2];
        var i = row.X >= at[1] ? 1 : 0;
        return row.X == at[i] ? row.Values[i] : row.Values[i] + (row.Values[i + 1] - row.Values[i]) * (row.X - at[i]) / (at[i + 1] - at[i]);
    });

    [Fact]
    public void Grid_GivesTheValueOfRowAndColumn() => Compare("grid", row =>
    {
        int[][] order = [[0, 1, 2], [2, 0, 1]];
        var i = row.X >= row.Bounds[1] ? 1 : row.X >= row.Bounds[0] ? 0 : -1;
        var j = row.Y >= row.Bounds[2] ? 2 : row.Y >= row.Bounds[1] ? 1 : row.Y >= row.Bounds[0] ? 0 : -1;
        return i < 0 || j < 0 ? 0 : row.Values[order[i][j]];
    });

    [Fact]
    public void Blocks_PayForEachFullOne() => Compare("blocks", row =>
    {
        var full = 0;
        while (full < 6 && row.Bounds[0] + (full + 1) * 2.5m <= row.X)
            full++;
        return full * row.Values[0];
    });

    [Theory]
    [InlineData("49999.99", "0")]
    [InlineData("50000", "0")]
    [InlineData("59999.9999999999999999999999", "0")]
    [InlineData("60000", "500")]
    [InlineData("79999.99", "1000")]
    [InlineData("1000000", "5000")]
    public void ABlockCounts_OnceItIsFull(string sales, string bonus)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } },
              "incentives": { "bonus": { "amount":
                { "on": "sales", "blocks": { "from": 50000, "size": 10000, "value": 500, "most": 10 } } } } }
            """).Policy!;
        var evaluation = policy.Evaluate(new Subject("s") { ["sales"] = decimal.Parse(sales, CultureInfo.InvariantCulture) }, March);
        evaluation["bonus"].Number.Should().Be(decimal.Parse(bonus, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void AnExplanation_SaysHowManyBlocksCount()
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } },
              "incentives": { "bonus": { "amount": { "on": "sales", "blocks": { "from": 50000, "size": 10000, "value": 500 } } } } }
            """).Policy!;
        var text = policy.Evaluate(new Subject("s") { ["sales"] = 86_000 }, March).Explain("bonus").ToString("zh");
        text.Should().Contain("50,000 起：3 × 500 = 1,500");
    }

    [Theory]
    [InlineData("one", 10, 10)]
    [InlineData("two", 20, 20)]
    [InlineData("three", 30, null)]
    public void Cases_GoByText(string text, int expected, int? strict)
    {
        var subject = new Subject("s") { ["text"] = text, ["v0"] = 10, ["v1"] = 20, ["v2"] = 30 };
        var evaluation = Policy.Evaluate(subject, March);
        evaluation["cases"].Number.Should().Be(expected);
        evaluation["strict"].Number.Should().Be(strict);
    }

    [Theory]
    [InlineData(100, 1, 0, 1, 1, "the bounds of a schedule in 'steps' are out of order")]
    [InlineData(100, 0, 0, 1, 2, "the 'per' of a schedule in 'steps' is not positive (per)")]
    [InlineData(100, -1, 0, 1, 2, "the 'per' of a schedule in 'steps' is not positive (per)")]
    public void BoundsThatOnlyFactsGive_AreCheckedThen(int x, int per, int b0, int b1, int b2, string cause)
    {
        var subject =
            new Subject("s") { ["x"] = x, ["per"] = per, ["b0"] = b0, ["b1"] = b1, ["b2"] = b2, ["v0"] = 1, ["v1"] = 1, ["v2"] = 1 };
        Policy.Evaluate(subject, March)["steps"].Cause!.Explain("en").Should().Be(cause);
    }

    [Fact]
    public void ARowThatTakesNoPart_NeedsNoFacts()
    {
        var subject = new Subject("s") { ["x"] = 5, ["per"] = 1, ["b0"] = 0, ["b1"] = 10, ["b2"] = 20, ["v0"] = 2 };
        var evaluation = Policy.Evaluate(subject, March);
        evaluation["steps"].Number.Should().Be(2);
        evaluation["marginal"].Number.Should().Be(10);
    }

    private static void Compare(string kpi, Func<Row, decimal> naive)
    {
        var random = new Random(20260305);
        for (var i = 0; i < Cases; i++)
        {
            var bounds = Enumerable.Range(0, 3)
                .Select(_ => random.Next(-20, 21))
                .OrderBy(bound => bound)
                .Select(bound => (decimal)bound).ToArray();
            if (random.Next(3) == 0)
                bounds[0] = 0;
            if (bounds[0] >= bounds[1] || bounds[1] >= bounds[2])
                continue;
            var row = new Row(
                random.Next(-250, 250) / 10m,
                random.Next(-25, 25),
                bounds,
                Enumerable.Range(0, 3).Select(_ => random.Next(-30, 30) / 7m).ToArray(),
                random.Next(1, 4) / 2m);
            var subject = new Subject("s") { ["x"] = row.X, ["y"] = row.Y, ["per"] = row.Per };
            for (var j = 0; j < 3; j++)
                (subject[$"b{j}"], subject[$"v{j}"]) = (row.Bounds[j], row.Values[j]);
            Policy.Evaluate(subject, March)[kpi].Number.Should().BeApproximately(naive(row), 1e-22m, "{0}", row);
        }
    }

    private sealed record Row(decimal X, decimal Y, decimal[] Bounds, decimal[] Values, decimal Per);
}
