using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>Written in rows: ? is unknown, 1 plain, # a tally; a unit with ~ before it is only inferred, one without is said.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("1", "1", "1")]
    [InlineData("1", "money", "money")]
    [InlineData("1", "percent", "percent")]
    [InlineData("1", "?", "?")]
    [InlineData("money", "?", "?")]
    [InlineData("percent", "?", "?")]
    [InlineData("percent", "money", "money")]
    [InlineData("ratio", "money", "money")]
    [InlineData("score", "percent", "score")]
    [InlineData("percent", "ratio", "ratio")]
    [InlineData("money", "count", "~count*money")]
    [InlineData("money", "money", "~money*money")]
    [InlineData("money/count", "count", "money")]
    [InlineData("~money/count", "count", "~money")]
    [InlineData("money/count", "days", "~days*money/count")]
    [InlineData("money/count", "count/money", "ratio")]
    [InlineData("money/count", "percent", "money/count")]
    [InlineData("~money/count", "percent", "~money/count")]
    [InlineData("money/count", "1", "money/count")]
    [InlineData("~money/count", "1", "?")]
    [InlineData("~ratio", "money", "~money")]
    [InlineData("a*b*c*d", "e*f*g*h", "~a*b*c*d*e*f*g*h")]
    [InlineData("a*b*c*d*e", "f*g*h*i", "?")]
    public void Product(string left, string right, string expected)
    {
        Written(Unit.Product(Read(left), Read(right))).Should().Be(expected);
        if ((left, right) is not ("percent", "ratio"))
            Written(Unit.Product(Read(right), Read(left))).Should().Be(expected);
    }

    [Theory]
    [InlineData("1", "1", "1")]
    [InlineData("money", "1", "money")]
    [InlineData("1", "money", "?")]
    [InlineData("1", "percent", "?")]
    [InlineData("money", "?", "?")]
    [InlineData("?", "money", "?")]
    [InlineData("money", "percent", "money")]
    [InlineData("percent", "ratio", "percent")]
    [InlineData("money", "money", "ratio")]
    [InlineData("money", "count", "~money/count")]
    [InlineData("~money/count", "days", "~money/count/days")]
    [InlineData("money/count", "1", "money/count")]
    [InlineData("~money/count", "1", "?")]
    [InlineData("money", "money/count", "count")]
    [InlineData("money", "~money/count", "~count")]
    [InlineData("money/count", "money/count", "ratio")]
    [InlineData("~money/count", "~money/count", "~ratio")]
    [InlineData("percent", "days", "~/days")]
    [InlineData("~/days", "days", "~/days/days")]
    [InlineData("money", "#", "?")]
    [InlineData("count", "#", "ratio")]
    [InlineData("#", "money", "~count/money")]
    [InlineData("a/b/c/d", "e*f*g*h", "~a/b/c/d/e/f/g/h")]
    [InlineData("a/b/c/d/e", "f*g*h*i", "?")]
    public void Quotient(string left, string right, string expected) =>
        Written(Unit.Quotient(Read(left), Read(right))).Should().Be(expected);

    [Theory]
    [InlineData("money", "count", "money")]
    [InlineData("1", "money", "money")]
    [InlineData("money", "1", "money")]
    [InlineData("?", "1", "?")]
    [InlineData("1", "?", "?")]
    [InlineData("?", "money", "money")]
    [InlineData("money", "?", "money")]
    [InlineData("~money/count", "money", "money")]
    [InlineData("money", "~money/count", "money")]
    [InlineData("~money/count", "1", "~money/count")]
    [InlineData("1", "~money/count", "~money/count")]
    [InlineData("~money/count", "?", "~money/count")]
    [InlineData("?", "~money/count", "~money/count")]
    [InlineData("~money/count", "money / count", "money / count")]
    public void Common(string left, string right, string expected) =>
        Written(Unit.Common(Read(left), Read(right))).Should().Be(expected);

    [Theory]
    [InlineData("?", "money", true)]
    [InlineData("1", "money", true)]
    [InlineData("money", "money", true)]
    [InlineData("percent", "ratio", true)]
    [InlineData("money", "count", false)]
    [InlineData("money", "percent", false)]
    [InlineData("money", "~money/count", false)]
    [InlineData("money", "money/count", false)]
    [InlineData("count", "~money/count", false)]
    [InlineData("money/count", "~money/count", true)]
    [InlineData("money/count", "money / count", true)]
    [InlineData("money/count", "~money/days", false)]
    [InlineData("money/count/days", "money/days/count", true)]
    [InlineData("~money", "money", true)]
    [InlineData("~money", "count", false)]
    [InlineData("~ratio", "percent", true)]
    [InlineData("~ratio", "money", false)]
    [InlineData("~/days", "days", false)]
    [InlineData("money*percent", "money", true)]
    [InlineData("~count*money", "money", true)]
    [InlineData("~days*money/count", "money/count", true)]
    [InlineData("count*money", "money", false)]
    public void GoesWith(string left, string right, bool expected)
    {
        Read(left).GoesWith(Read(right)).Should().Be(expected);
        Read(right).GoesWith(Read(left)).Should().Be(expected);
    }

    [Theory]
    [InlineData("money", "count", true)]
    [InlineData("money", "~money/count", false)]
    [InlineData("元/人", "~money/count", false)]
    [InlineData("money/count", "~money/count", false)]
    [InlineData("money/count", "~count/money", true)]
    [InlineData("money/count", "money", true)]
    [InlineData("money/count", "~money", false)]
    [InlineData("?", "~money/count", false)]
    public void Contradicts(string declared, string found, bool expected) => Read(declared).Contradicts(Read(found)).Should().Be(expected);

    [Theory]
    [InlineData("money", "money")]
    [InlineData("门店 数", "门店 数")]
    [InlineData("money/count", "money/count")]
    [InlineData("money / count", "money/count")]
    [InlineData("元／人÷月", "元/人/月")]
    [InlineData("a/b*c", "a*c/b")]
    [InlineData("a/b×b", "a")]
    [InlineData("count*percent", "count")]
    [InlineData("a*a*a*a*a*a*a*a", "a*a*a*a*a*a*a*a")]
    [InlineData("a*a*a*a*a*a*a*a*a", null)]
    [InlineData("/count", null)]
    [InlineData("money/", null)]
    [InlineData("money//count", null)]
    [InlineData("money/ /count", null)]
    [InlineData(" ", null)]
    public void Parse_KeepsTheText(string text, string? factors)
    {
        Unit.Parse(text)?.Text.Should().Be(text);
        (Unit.Parse(text) is { } unit ? Written(unit.Factors!) : null).Should().Be(factors);
    }

    [Fact]
    public void WhatOneFormulaMultiplies_TheNextMayDivide()
    {
        var random = new Random(20261126);
        for (var i = 0; i < 5_000; i++)
        {
            var (a, b, c) = (Any(random), Any(random), Any(random));
            Unit.Product(Unit.Quotient(a, b), b).Factors.Should().Be(a.Factors);
            Unit.Quotient(Unit.Product(a, b), b).Factors.Should().Be(a.Factors);
            Unit.Product(Unit.Product(a, b), c).Factors.Should().Be(Unit.Product(a, Unit.Product(b, c)).Factors);
            Unit.Quotient(Unit.Quotient(a, b), c).Factors.Should().Be(Unit.Quotient(a, Unit.Product(b, c)).Factors);
            Unit.Quotient(a, Unit.Quotient(b, c)).Factors.Should().Be(Unit.Quotient(Unit.Product(a, c), b).Factors);
            Unit.Product(a, b).Factors.Should().Be(Unit.Product(b, a).Factors);
        }
    }

    /// <summary>What hosts see of words alone is what a calculation with nothing but words makes of them.</summary>
    [Fact]
    public void WithoutDeclaredQuotients_HostsSeeWhatWordsAloneGive()
    {
        string?[] words = [null, "", "percent", "ratio", "score", "money", "count", "days", "km"];
        var random = new Random(20261127);
        for (var i = 0; i < 20_000; i++)
        {
            var word = words[random.Next(words.Length)];
            var unit = OfWord(word);
            for (var steps = random.Next(1, 6); steps > 0; steps--)
            {
                var other = words[random.Next(words.Length)];
                (unit, word) = random.Next(3) switch
                {
                    0 => (Unit.Product(unit, OfWord(other)), WordsAlone.Product(word, other)),
                    1 => (Unit.Quotient(unit, OfWord(other)), WordsAlone.Quotient(word, other)),
                    _ => (Unit.Common(unit, OfWord(other)), WordsAlone.Common(word, other)),
                };
                unit.Text.Should().Be(word);
            }
        }
    }

    private static Unit OfWord(string? word) => word is null ? Unit.Unknown : word.Length == 0 ? Unit.Plain : Unit.Word(word);

    /// <summary>One to three of four words, above and below.</summary>
    private static Unit Any(Random random)
    {
        var text = Word();
        for (var more = random.Next(3); more > 0; more--)
            text += (random.Next(2) == 0 ? "*" : "/") + Word();
        return random.Next(2) == 0 ? Unit.Parse(text)!.Value : Inferred(text);

        string Word() => "abcd"[random.Next(4)].ToString();
    }

    private static Unit Read(string text) => text switch
    {
        "?" => Unit.Unknown,
        "1" => Unit.Plain,
        "#" => Unit.Tally,
        "~ratio" => Inferred("a/a"),
        _ when text.StartsWith("~/", StringComparison.Ordinal) => Inferred("percent" + text.Substring(1)),
        _ => text[0] == '~' ? Inferred(text.Substring(1)) : Unit.Parse(text)!.Value,
    };

    /// <summary>Times one whose words cancel, but that nobody said.</summary>
    private static Unit Inferred(string text)
    {
        var a = Unit.Word("a");
        var ratio = Unit.Quotient(Unit.Quotient(a, Unit.Word("b")), Unit.Quotient(a, Unit.Word("b")));
        return Unit.Product(Unit.Parse(text)!.Value, ratio);
    }

    private static string Written(Unit unit) => unit switch
    {
        { IsPlain: true } => "1",
        { Text: { } text } => text,
        { Factors: null } => "?",
        _ => "~" + Written(unit.Factors),
    };

    private static string Written(UnitFactors factors) => factors.Above.Count + factors.Below.Count == 0
        ? "ratio"
        : string.Join("*", factors.Above) + string.Concat(factors.Below.Select(word => "/" + word));
}
