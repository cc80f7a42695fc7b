using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Kernel;
using Xunit;

namespace KpiRules.Tests.Analysis;

/// <summary>What comes of numbers of intervals lies in what comes of the intervals.</summary>
public sealed class IntervalTests
{
    private static readonly decimal[] Numbers = [-30, -2.5m, -1, -0.5m, 0, 0.5m, 1, 3, 40];

    [Fact]
    public void EveryOperation_HoldsWhatComesOfItsNumbers()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 4000; i++)
        {
            var (one, other) = (Next(random), Next(random));
            foreach (var a in Numbers.Where(one.Holds))
            {
                foreach (var b in Numbers.Where(other.Holds))
                {
                    (one + other).Holds(a + b).Should().BeTrue("{0} + {1}", a, b);
                    (one - other).Holds(a - b).Should().BeTrue("{0} - {1}", a, b);
                    (one * other).Holds(a * b).Should().BeTrue("{0} * {1} of {2} and {3}", a, b, one, other);
                    Interval.Least(one, other).Holds(Math.Min(a, b)).Should().BeTrue("min({0}, {1})", a, b);
                    Interval.Greatest(one, other).Holds(Math.Max(a, b)).Should().BeTrue("max({0}, {1})", a, b);
                    Interval.Hull(one, other).Holds(a).Should().BeTrue("{0}", a);
                    one.Size().Holds(Math.Abs(a)).Should().BeTrue("|{0}| of {1}", a, one);
                    one.Rounded().Holds(Math.Round(a)).Should().BeTrue("{0} rounded", a);
                    // 1/3 is rounded, and may then lie just outside
                    if (b is not (0 or 3 or -30) && a != 0)
                        (one / other).Holds(a / b).Should().BeTrue("{0} / {1} of {2} and {3}", a, b, one, other);
                }
            }
        }
    }

    [Fact]
    public void WhatADecimalCannotHold_HasNoBound()
    {
        var great = Interval.Exactly(decimal.MaxValue);
        (great + great).Should().Be(Interval.Any);
        (great * great).High.Should().BeNull();
        (Interval.One / Interval.Exactly(0)).Should().Be(Interval.Any);
    }

    private static Interval Next(Random random)
    {
        var (low, high) = (Bound(random), Bound(random));
        var interval = new Interval(low, high);
        return interval.IsEmpty ? new Interval(high, low) : interval;
    }

    private static (decimal Value, bool IsIn)? Bound(Random random) =>
        random.Next(4) == 0 ? null : (Numbers[random.Next(Numbers.Length)], random.Next(2) == 0);
}
