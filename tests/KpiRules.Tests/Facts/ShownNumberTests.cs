using System;
using System.Globalization;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>Numbers are rounded half up for the eye, and never across a line they are compared with.</summary>
public sealed class ShownNumberTests
{
    [Theory]
    [InlineData("0.1996", "P1", "0.2", "19.96%")]
    [InlineData("0.1996", "P0", "0.2", "19.96%")]
    [InlineData("0.194", "P0", "0.2", "19%")]
    [InlineData("0.195", "P0", "0.2", "19.5%")]
    [InlineData("0.2", "P0", "0.2", "20%")]
    [InlineData("0.2004", "P0", "0.2", "20.04%")]
    [InlineData("0.2004", "P0", "", "20%")]
    [InlineData("0.205", "P0", "", "21%")]
    [InlineData("-0.205", "P0", "", "-21%")]
    [InlineData("-0.1996", "P1", "-0.2", "-19.96%")]
    [InlineData("0.985", "P0", "0.985", "98.5%")]
    [InlineData("0.9996", "#,##0.00%", "1", "99.96%")]
    [InlineData("0.99996", "#,##0.00%", "1", "99.996%")]
    [InlineData("0.99996", "0.0%;(0.0%)", "1", "99.996%")]
    [InlineData("-0.99996", "0.0%;(0.0%)", "-1", "(99.996%)")]
    [InlineData("99999.996", "N2", "100000", "99,999.996")]
    [InlineData("99999.6", "#,##0", "100000", "99,999.6")]
    [InlineData("99999.6", "#,##0元", "100000", "99,999.6元")]
    [InlineData("99999.6", "#,##0,", "100000", "99.9996")]
    [InlineData("99999.6", "0.#‰", "100000", "99999600‰")]
    [InlineData("89.996", "0.00", "90|75", "89.996")]
    [InlineData("-0.001", "N2", "", "0.00")]
    [InlineData("-0.001", "N2", "0", "-0.001")]
    [InlineData("0.00001", "#,##0.00%", "0", "0.001%")]
    [InlineData("20.04", "N0", "19.96", "20.04")]
    [InlineData("19.96", "N0", "20.04", "19.96")]
    [InlineData("0.3333333333333333333333333333", "P0", "0.3333333333333333333333333333", "33%")]
    [InlineData("79228162514264337593543950335", "N2", "0", "79,228,162,514,264,337,593,543,950,335.00")]
    public void IsWrittenOnItsOwnSide(string value, string format, string lines, string expected)
    {
        var numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        (numbers.PercentPositivePattern, numbers.PercentNegativePattern) = (1, 1);
        ShownNumber.Write(Number(value), format, numbers, lines.Length == 0 ? [] : Array.ConvertAll(lines.Split('|'), Number))
            .Should().Be(expected);
    }

    /// <summary>Whatever two numbers are compared: shown, each beside the other, they stand as they do.</summary>
    [Fact]
    public void TwoShownNumbers_StandAsTheyAre()
    {
        var random = new Random(12);
        for (var i = 0; i < 20_000; i++)
        {
            var (one, step) = (random.Next(-20_000, 20_000) / 10_000m, random.Next(-3, 4) * (decimal)Math.Pow(10, -random.Next(0, 8)));
            var (other, format) = (one + step, new[] { "F0", "F1", "F2", "0.#", "0.00" }[random.Next(5)]);
            var (shown, beside) = (Number(ShownNumber.Write(one, format, other)), Number(ShownNumber.Write(other, format, one)));
            shown.CompareTo(beside).Should().Be(one.CompareTo(other), "{0} and {1} are shown as {2} and {3}", one, other, shown, beside);
            (Math.Abs(shown - one) <= 0.5m).Should().BeTrue();
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
