using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

public sealed class WorkdaysTests
{
    [Fact]
    public void Count_IsThatOfWalkingOverTheDays()
    {
        var random = new Random(20260302);
        var start = DayNumber.Of(2026, 1, 1);
        for (var i = 0; i < 2_000; i++)
        {
            var weekdays = Enumerable.Range(0, 7).Select(_ => random.Next(2) == 0).ToArray();
            var holidays = Enumerable.Range(0, random.Next(20)).Select(_ => start + random.Next(400)).ToArray();
            var extra = Enumerable.Range(0, random.Next(20)).Select(_ => start + random.Next(400)).ToArray();
            var (from, to) = (start + random.Next(400), start + random.Next(400));
            var expected = Enumerable.Range(from, Math.Max(0, to - from + 1))
                .Count(day => extra.Contains(day) || (weekdays[day % 7] && !holidays.Contains(day)));
            new Workdays(weekdays, holidays, extra).Count(from, to).Should().Be(expected);
        }
    }

    [Fact]
    public void FirstFlag_IsMonday() =>
        Workdays.MondayToFriday.Count(DayNumber.Of(2026, 6, 6), DayNumber.Of(2026, 6, 7)).Should().Be(0, "6 June 2026 is a Saturday");
}
