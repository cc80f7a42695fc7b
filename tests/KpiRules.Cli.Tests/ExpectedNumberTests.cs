using System.Globalization;
using FluentAssertions;
using Xunit;

namespace KpiRules.Cli.Tests;

/// <summary>What people write for amounts in a spreadsheet; what can be read in two ways is not read.</summary>
public sealed class ExpectedNumberTests
{
    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData(" 1,234.50 ", "1234.50")]
    [InlineData("¥ 12,345,678", "12345678")]
    [InlineData("￥１，２３４．５０元", "1234.50")]
    [InlineData("1,0000", null)]
    [InlineData("1'234.00", "1234.00")]
    [InlineData("CNY 100", "100")]
    [InlineData("(1,234.50)", "-1234.50")]
    [InlineData("100-", "-100")]
    [InlineData("-100", "-100")]
    [InlineData("95.5%", "0.955")]
    [InlineData("￥１２．５％", "0.125")]
    [InlineData("+1,234", "1234")]
    [InlineData("3.15万", "31500")]
    [InlineData("1٢", null)]
    [InlineData("1\uFFFE", null)]
    [InlineData("\uD800", null)]
    [InlineData("1234,5", null)]
    [InlineData("1.234,50", null)]
    [InlineData("12,34", null)]
    [InlineData("1 2 x", null)]
    [InlineData("=A1", null)]
    public void Read(string written, string? expected) => ExpectedNumber.Read(written).Should().Be(
        expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("—")]
    [InlineData("－")]
    public void IsNone(string written) => ExpectedNumber.IsNone(written).Should().BeTrue();
}
