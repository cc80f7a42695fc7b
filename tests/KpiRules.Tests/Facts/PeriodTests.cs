using System;
using System.Globalization;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-03-31", 1, "2026-03-31", "2026-03-31")]
    [InlineData("2026-W10", 1, "2026-03-02", "2026-03-08")]
    [InlineData("2026-W01", 1, "2025-12-29", "2026-01-04")]
    [InlineData("2020-W53", 1, "2020-12-28", "2021-01-03")]
    [InlineData("2026-03", 1, "2026-03-01", "2026-03-31")]
    [InlineData("2024-02", 1, "2024-02-01", "2024-02-29")]
    [InlineData("2026-Q4", 1, "2026-10-01", "2026-12-31")]
    [InlineData("2026-H2", 1, "2026-07-01", "2026-12-31")]
    [InlineData("2026", 1, "2026-01-01", "2026-12-31")]
    [InlineData("2026-Q1", 4, "2026-01-01", "2026-03-31")]
    [InlineData("FY2027-Q1", 4, "2026-04-01", "2026-06-30")]
    [InlineData("FY2027-Q4", 4, "2027-01-01", "2027-03-31")]
    [InlineData("FY2026-H1", 7, "2025-07-01", "2025-12-31")]
    [InlineData("FY2026", 7, "2025-07-01", "2026-06-30")]
    [InlineData("FY2026", 1, "2026-01-01", "2026-12-31")]
    public void RunsFromItsFirstDayToItsLast(string text, int fiscalYearStart, string first, string last)
    {
        var period = Period.Parse(text);
        period.ToString().Should().Be(text);
        period.FirstDay(fiscalYearStart).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Should().Be(first);
        period.LastDay(fiscalYearStart).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Should().Be(last);
        period.Add(1).FirstDay(fiscalYearStart).Should().Be(period.LastDay(fiscalYearStart).AddDays(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-3")]
    [InlineData("2026-02-30")]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("26")]
    [InlineData("2026-")]
    [InlineData("FY2026-03")]
    [InlineData("FY2026-W10")]
    [InlineData("fy2026")]
    [InlineData(" 2026")]
    [InlineData("２０２６")]
    [InlineData("99999")]
    [InlineData("0000")]
    public void RefusesWhatIsNone(string text)
    {
        Period.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => Period.Parse(text)).Should().Throw<FormatException>().WithMessage("*2026-Q1*");
    }

    [Fact]
    public void AddingAndTakingAway_ComeBackToTheSame()
    {
        var random = new Random(20260301);
        string[] starts = ["2026-03-31", "2026-W10", "2026-03", "2026-Q1", "2026-H1", "2026", "FY2026-Q3"];
        for (var i = 0; i < 10_000; i++)
        {
            var period = Period.Parse(starts[i % starts.Length]).Add(random.Next(-300, 300));
            var steps = random.Next(-500, 500);
            period.Add(steps).Add(-steps).Should().Be(period);
            period.Add(steps).CompareTo(period).Should().Be(Math.Sign(steps));
        }
    }
}
