// What the property tests have in common: a policy from its sections, months by number, rounding said in another way.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;

namespace KpiRules.Tests.Evaluation;

internal static class PropertyCases
{
    public static readonly string[] Roundings = ["halfUp", "halfEven", "down", "up"];

    public static Policy Policy(string sections)
    {
        var read = KpiRules.Policy.Read($$"""{ "id": "x", "version": "1", {{sections}} }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }

    public static Period Month(int month) => Period.Parse("2025-01").Add(month);

    /// <summary>Half of the cases have it, as random as the rest.</summary>
    public static bool Half(this Random random) => random.Next(2) == 0;

    /// <summary>A value, or with some probability none.</summary>
    public static T? Maybe<T>(this Random random, int oneIn, T value)
        where T : struct => random.Next(oneIn) == 0 ? null : value;

    /// <summary>An assertion takes longer than what it is about, so it is made only where it fails.</summary>
    public static void MustBe<T>(this T actual, T expected, string because, params object[] arguments)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
            actual.Should().BeEquivalentTo(expected, because, arguments);
    }

    public static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    /// <summary>The nearer of the two whole multiples of the unit, or the one the rule names.</summary>
    public static decimal Rounded(decimal value, int decimals, string rounding)
    {
        var (size, unit) = (Math.Abs(value), Unit(decimals));
        var below = size - size % unit;
        var rest = size - below;
        var isUp = rounding switch
        {
            "up" => rest > 0,
            "down" => false,
            "halfUp" => rest * 2 >= unit,
            _ => rest * 2 > unit || (rest * 2 == unit && below / unit % 2 == 1),
        };
        return Math.Sign(value) * (isUp ? below + unit : below);
    }

    /// <summary>Counted off in hundredths of the distance between neighbours, without a fraction; null over none.</summary>
    public static decimal? Percentile(IEnumerable<decimal>? values, int percent)
    {
        var sorted = values?.OrderBy(value => value).ToList();
        if (sorted is null or { Count: 0 })
            return null;
        var hundredths = percent * (sorted.Count - 1);
        var (low, high) = (sorted[hundredths / 100], sorted[(hundredths + 99) / 100]);
        return ((low * (100 - (hundredths % 100))) + (high * (hundredths % 100))) / 100;
    }
}
