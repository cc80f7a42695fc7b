using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>
/// Random series with holes and late beginnings, small numbers that often meet a limit, long ones and huge ones, against the
/// definitions in whole numbers: every value is a multiple of 10^-28, and a mean stands for itself times the number of values.
/// </summary>
public sealed class ControlPropertyTests
{
    private const int Series = 12_000;
    private const int Longest = 7;
    private const int Months = (2 * Longest) + 1;

    private static readonly string[] Limits = ["0", "0.5", "1", "1.5", "2", "3", "1.4142135623730950488016887242", "-1"];

    private static readonly BigInteger One = BigInteger.Pow(10, 28);

    private static readonly Policy[] Policies = Enumerable.Range(1, Longest).Select(n => Policy($$"""
        "measures": { "x": {}, "y": {}, "k": {} }, "kpis": {
          "z": { "formula": "zscore(x, {{Math.Max(n, 2)}})" }, "before": { "formula": "previous(zscore(x, {{Math.Max(n, 2)}}))" },
          "beyond": { "formula": "if(beyond(x, {{Math.Max(n, 2)}}, k), 1, 0)" },
          "side": { "formula": "if(sameSide(x, {{n}}), 1, 0)" },
          "way": { "formula": "if(monotone(x, {{Math.Max(n, 2)}}), 1, 0)" },
          "steps": { "formula": "if(rising(x, {{Math.Max(n, 2) - 1}}) or declining(x, {{Math.Max(n, 2) - 1}}), 1, 0)" } }
        """)).ToArray();

    [Fact]
    public void FunctionsOfAControlChart_AreWhatTheySay()
    {
        var random = new Random(20261201);
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < Series; i++)
        {
            var n = random.Next(1, Longest + 1);
            var first = random.Next(3) == 0 ? random.Next(Months) : 0;
            var holes = random.Next(4) == 0 ? 12 : int.MaxValue;
            var drawn = Drawn(random);
            // nothing for a month without facts, no value for one in which the measure alone is missing
            var months = Enumerable.Range(0, Months).Select(month =>
                (X: random.Maybe(holes, drawn()), IsThere: month >= first && (month == Months - 1 || random.Next(holes) > 0))).ToArray();
            var limit = Limits[random.Next(Limits.Length)];
            var facts = Dataset.Build(builder =>
            {
                builder.Add("t", Month(0).ToString(), ("y", 1));
                for (var month = 0; month < Months; month++)
                {
                    if (!months[month].IsThere)
                        continue;
                    builder.Add("s", Month(month).ToString(), ("y", 1), ("k", decimal.Parse(limit, CultureInfo.InvariantCulture)));
                    if (months[month].X is { } value)
                        builder.Add("s", Month(month).ToString(), ("x", value));
                }
            });
            var last = Policies[n - 1].Evaluate(facts, Month(Months - 1))["s"];
            // the latest first
            var values = months.Reverse().Select(month => month.IsThere ? month.X : null).ToArray();
            var what = FormattableString.Invariant(
                $"n = {n}, k = {limit}, {string.Join(", ", values.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "?"))}");
            var few = Math.Max(n, 2);

            (last["beyond"].Number is { } isBeyond ? isBeyond == 1 : default(bool?))
                .MustBe(limit == "-1" ? null : Beyond(values, few, limit), what);
            (last["side"].Number is { } isSame ? isSame == 1 : default(bool?)).MustBe(SameSide(values, n), what);
            (last["way"].Number is { } isMonotone ? isMonotone == 1 : default(bool?)).MustBe(Monotone(values.Take(few).ToArray()), what);
            last["way"].Number.MustBe(last["steps"].Number, "n values have n - 1 steps: " + what);
            Check(last["z"].Number, last["z"].Cause?.Kind, values, few, what);
            if (months[Months - 2].IsThere)
                Check(last["before"].Number, last["before"].Cause?.Root.Kind, values.Skip(1).ToArray(), few, what);
            foreach (var (name, reach) in new[] { ("z", few + 1), ("beyond", few + 1), ("side", 2 * n), ("way", few) })
            {
                // the first that is wanting, from the latest on, says why
                if (Array.FindIndex(values, 0, reach, value => value is null) is >= 0 and var back)
                {
                    var (root, month) = (last[name].Cause!.Root, Months - 1 - back);
                    (root.Kind, root.Kind == CauseKind.NoFacts ? root.Name : (root.Period ?? Month(Months - 1)).ToString())
                        .MustBe(
                            (months[month].IsThere ? CauseKind.MissingFact : CauseKind.NoFacts, Month(month).ToString()),
                            name + ": " + what);
                }

                Count($"{name} {(last[name].Cause is { } cause ? cause.Root.Kind : name == "z" ? "value" : last[name].Number)}");
            }
        }

        seen.Keys.Should().Contain(
        [
            "z value", "z NoSpread", "z Overflow", "z NoFacts", "z MissingFact", "beyond 0", "beyond 1", "beyond NoFacts",
            "beyond MissingFact", "beyond OutOfDomain",
            "side 0", "side 1", "side NoFacts", "side MissingFact", "way 0", "way 1", "way NoFacts", "way MissingFact",
        ]);
        seen.Values.Should().OnlyContain(times => times >= 30, "each is met often enough: {0}", string.Join(", ", seen));

        void Count(string outcome) => seen[outcome] = seen.TryGetValue(outcome, out var times) ? times + 1 : 1;
    }

    /// <summary>As near to the true value as 24 digits and 28 decimals can be, and to binary arithmetic as near as that is.</summary>
    private static void Check(decimal? actual, CauseKind? cause, decimal?[] values, int n, string what)
    {
        if (values.Take(n + 1).Contains(null))
        {
            actual.MustBe(null, what);
            return;
        }

        var (distance, squares) = Distances(values, n, values[0]!.Value);
        if (squares.IsZero)
        {
            (actual, cause).MustBe((null, CauseKind.NoSpread), what);
            return;
        }

        // z = distance / √(squares / (n − 1)): both are n times what they are of
        var binary = (double)distance / Math.Sqrt((double)squares / (n - 1));
        if (Math.Abs(binary) > (double)decimal.MaxValue)
        {
            (actual, cause).MustBe((null, CauseKind.Overflow), what);
            return;
        }

        (Math.Abs((double)actual!.Value - binary) <= 1e-13 * Math.Abs(binary) + 1e-28).MustBe(true, what);
        var (value, within) = (Whole(actual.Value), BigInteger.Abs(Whole(actual.Value)) / BigInteger.Pow(10, 23) + 1);
        BigInteger Above(BigInteger z) => z * z * squares - distance * distance * (n - 1) * One * One;
        (value.Sign * distance.Sign >= 0).MustBe(true, what);
        (Above(BigInteger.Abs(value) + within) >= 0).MustBe(true, "it is not too small: " + what);
        (BigInteger.Abs(value) <= within || Above(BigInteger.Abs(value) - within) <= 0).MustBe(true, "it is not too large: " + what);
    }

    /// <summary>(x − m)² > k²s², times n².</summary>
    private static bool? Beyond(decimal?[] values, int n, string limit)
    {
        if (values.Take(n + 1).Contains(null))
            return null;
        var (distance, squares) = Distances(values, n, values[0]!.Value);
        var k = Whole(decimal.Parse(limit, CultureInfo.InvariantCulture));
        return distance * distance * (n - 1) * One * One > k * k * squares;
    }

    private static bool? SameSide(decimal?[] values, int n)
    {
        if (values.Take(2 * n).Contains(null))
            return null;
        var before = values.Skip(n).ToArray();
        var signs = values.Take(n).Select(value => Distances([0, .. before], n, value!.Value).Distance.Sign).Distinct().ToArray();
        return signs.Length == 1 && signs[0] != 0;
    }

    private static bool? Monotone(decimal?[] values)
    {
        if (values.Contains(null))
            return null;
        return values.Zip(values.OrderBy(value => value)).All(pair => pair.First == pair.Second)
            && values.Distinct().Count() == values.Length
            || values.Zip(values.OrderByDescending(value => value)).All(pair => pair.First == pair.Second)
                && values.Distinct().Count() == values.Length;
    }

    /// <summary>n times the distance from the mean of the n values behind the first, and n² times the squares of theirs.</summary>
    private static (BigInteger Distance, BigInteger Squares) Distances(decimal?[] values, int n, decimal x)
    {
        var before = values.Skip(1).Take(n).Select(value => Whole(value!.Value)).ToArray();
        var sum = before.Aggregate(BigInteger.Zero, (all, value) => all + value);
        return (n * Whole(x) - sum, before.Aggregate(BigInteger.Zero, (all, value) => all + (n * value - sum) * (n * value - sum)));
    }

    /// <summary>As a multiple of 10^-28, read from its text.</summary>
    private static BigInteger Whole(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture).Split('.');
        return BigInteger.Parse(
            text[0] + (text.Length > 1 ? text[1] : "").PadRight(28, '0'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>How the numbers of a series are drawn.</summary>
    private static Func<decimal> Drawn(Random random)
    {
        var width = random.Next(1, 5);
        switch (random.Next(7))
        {
            case 0:
                return () => random.Next(width);
            case 1:
                return () => random.Next(-width, width + 1) / 4m;
            case 2:
                return () => random.Next(100_000_000) / 100m;
            case 3: // large money, a cent apart
                return () => 1_000_000_000_000_000m + random.Next(-width, width + 1) / 100m;
            case 4: // any decimal at all
                return () => new decimal(random.Next(), random.Next(), random.Next(), random.Half(), (byte)random.Next(29));
            case 5: // the largest
                return () => random.Half() ? decimal.MaxValue : decimal.MinValue + random.Next(width);
            default: // hardly any difference, and then a huge one
                return () => random.Next(Months) == 0 ? decimal.MaxValue : 1 + Unit(28) * random.Next(width);
        }
    }
}
