using System;
using System.Globalization;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>What people write for numbers in a spreadsheet; what can be read in two ways is not read.</summary>
public sealed class CellNumberTests
{
    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData(" 1,234.50 ", "1234.50")]
    [InlineData("¥ 12,345,678", "12345678")]
    [InlineData("￥１，２３４．５０元", "1234.50")]
    [InlineData("￥301,595.80", "301595.80")]
    [InlineData("1,0000", null)]
    [InlineData("1'234.00", "1234.00")]
    [InlineData("1 234.50", "1234.50")]
    [InlineData("1\u00A0234.50", "1234.50")]
    [InlineData("1\t234", null)]
    [InlineData("CNY 100", "100")]
    [InlineData("100 EUR", "100")]
    [InlineData("(1,234.50)", "-1234.50")]
    [InlineData("(￥1,234.50)", "-1234.50")]
    [InlineData("(-5)", null)]
    [InlineData("100-", "-100")]
    [InlineData("-100-", null)]
    [InlineData("-100", "-100")]
    [InlineData("−100", "-100")]
    [InlineData("-¥100", "-100")]
    [InlineData("¥-100", "-100")]
    [InlineData("--100", null)]
    [InlineData("-¥-100", null)]
    [InlineData("95.5%", "0.955")]
    [InlineData("￥１２．５％", "0.125")]
    [InlineData("+1,234", "1234")]
    [InlineData("3.15万", "31500")]
    [InlineData("10.2万", "102000")]
    [InlineData("10.2万元", "102000")]
    [InlineData("1.5e3", "1500")]
    [InlineData("1٢", null)]
    [InlineData("1\uFFFE", null)]
    [InlineData("\uD800", null)]
    [InlineData("1234,5", null)]
    [InlineData("1.234,50", null)]
    [InlineData("12,34", null)]
    [InlineData("1 2 x", null)]
    [InlineData("=A1", null)]
    [InlineData("元", null)]
    [InlineData("()", null)]
    [InlineData("", null)]
    public void WithADecimalPoint(string written, string? expected) => Check(written, false, expected);

    /// <summary>As where a semicolon divides the fields.</summary>
    [Theory]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1 234 567,8", "1234567.8")]
    [InlineData("0,5", "0.5")]
    [InlineData("1,234", null)]
    [InlineData("0,125", "0.125")]
    [InlineData("1,2345", "1.2345")]
    [InlineData("12,5%", "0.125")]
    [InlineData("301.595,80 €", "301595.80")]
    [InlineData("1234", "1234")]
    [InlineData("0.125", "0.125")]
    [InlineData("12.5", "12.5")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234", null)]
    [InlineData("-12.345 €", null)]
    [InlineData("(1.234)", null)]
    [InlineData("1.23,4", null)]
    public void WithADecimalComma(string written, string? expected) => Check(written, true, expected);

    [Fact]
    public void Null_IsRefused() =>
        FluentActions.Invoking(() => FactValue.TryParseCell(null!, false, out _)).Should().Throw<ArgumentNullException>();

    private static void Check(string written, bool decimalComma, string? expected)
    {
        FactValue.TryParseCell(written, decimalComma, out var number).Should().Be(expected is not null);
        number.Should().Be(expected is null ? 0 : decimal.Parse(expected, CultureInfo.InvariantCulture));
    }
}
