using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>The functions over dates against a calendar of its own that goes from day to day and knows no <see cref="DateTime"/>.</summary>
public sealed class CalendarPropertyTests
{
    private const string DateKpis = """
        "kpis": {
          "months": { "formula": "monthsBetween(a, b)" },
          "on": { "formula": "daysBetween(#0001-01-01#, addMonths(a, n))" },
          "days": { "formula": "daysBetween(#0001-01-01#, addDays(a, n))" } }
        """;

    private const string PeriodKpis = """
        "kpis": {
          "first": { "formula": "daysBetween(#0001-01-01#, periodStart())" },
          "last": { "formula": "daysBetween(#0001-01-01#, periodEnd())" },
          "as_of": { "formula": "daysBetween(#0001-01-01#, asOf())" },
          "first_before": { "formula": "previous(daysBetween(#0001-01-01#, periodStart()), 2)" },
          "last_before": { "formula": "previous(daysBetween(#0001-01-01#, periodEnd()), 2)" },
          "as_of_before": { "formula": "previous(daysBetween(#0001-01-01#, asOf()), 2)" } }
        """;

    [Fact]
    public void MonthsAndDaysOnAndBetween_AreThoseOfACalendarGoneThroughByHand()
    {
        var random = new Random(20261201);
        var policy = Read(
            "month", 1, """ "attributes": { "a": { "type": "date" }, "b": { "type": "date" }, "n": { "type": "number" } }, """ + DateKpis);
        var cases = Enumerable.Range(0, 4_000).Select(_ => (A: Day(), B: Day(), N: Number())).ToList();
        var results = policy.Evaluate(
            Dataset.Build(builder =>
            {
                for (var i = 0; i < cases.Count; i++)
                    builder.Add($"s{i}", "2026-03", ("a", cases[i].A.ToDate()), ("b", cases[i].B.ToDate()), ("n", cases[i].N));
            }),
            Period.Parse("2026-03"));
        var (whole, none) = (0, 0);
        for (var i = 0; i < cases.Count; i++)
        {
            var (a, b, n) = cases[i];
            var result = results[$"s{i}"];
            result["months"].Number.Should().Be(a.IsAfter(b) ? -b.MonthsTo(a) : a.MonthsTo(b), "months from {0} to {1}", a, b);
            result["on"].Number.Should().Be(n % 1 == 0 ? a.MonthsOn((long)n)?.Number : null, "{1} months on from {0}", a, n);
            result["days"].Number.Should().Be(
                n % 1 == 0 && a.Number + n is >= 0 and <= 3_652_058 ? a.Number + n : null, "{1} days on from {0}", a, n);
            if (result["on"].Number is null)
                result["on"].Cause!.Explain("en").Should().Contain("addMonths(a, n)", "the cause says what has no value");
            (whole, none) = result["on"].Number is null ? (whole, none + 1) : (whole + 1, none);
        }

        whole.Should().BeGreaterThan(2_000);
        none.Should().BeGreaterThan(200);

        // ends of months more often than chance has them, and years that are and are not leap years
        Handmade Day()
        {
            var (year, month) = (
                random.Next(10) switch { 0 => 1, 1 => 9999, 2 => 1900, 3 => 2000, _ => 2020 + random.Next(9) }, random.Next(1, 13));
            var length = Handmade.LengthOf(year, month);
            return new(year, month, random.Next(2) == 0 ? length - random.Next(3) : random.Next(1, length + 1));
        }

        decimal Number() => random.Next(10) switch
        {
            0 => 0.5m + random.Next(9),
            1 => 2.0m,
            2 => random.Next(-130_000, 130_000),
            3 => 4_000_000_000m,
            _ => random.Next(-60, 61)
        };
    }

    [Fact]
    public void BoundsOfPeriods_AreThoseCountedByHand()
    {
        var random = new Random(20261202);
        for (var i = 0; i < 600; i++)
        {
            var (start, kind) = (random.Next(2) == 0 ? 1 : random.Next(2, 13), (PeriodKind)random.Next(6));
            var policy = Read(kind.ToString(), start, """ "measures": { "m": {} }, """ + PeriodKpis);
            var day = new Handmade(2024 + random.Next(4), random.Next(1, 13), random.Next(1, 29));
            var period = Period.Containing(kind, day.ToDate(), start);
            var asOf = random.Next(3) == 0 ? (Handmade?)null : new Handmade(2026, random.Next(1, 13), random.Next(1, 29));
            var (first, last) = BoundsOf(kind, day, start);
            var earlier = first;
            for (var back = 0; back < 2; back++)
                earlier = BoundsOf(kind, Handmade.OfNumber(earlier.Number - 1), start).First;
            var before = BoundsOf(kind, earlier, start);
            var facts = Dataset.Build(builder =>
            {
                for (var back = 0; back < 3; back++)
                    builder.Add("s", period.Add(-back), ("m", 1));
            });
            var result = policy.Evaluate(facts, period, asOf?.ToDate())["s"];
            var expected = new Dictionary<string, int>
            {
                ["first"] = first.Number,
                ["last"] = last.Number,
                ["as_of"] = (asOf ?? last).Number,
                ["first_before"] = before.First.Number,
                ["last_before"] = before.Last.Number,
                ["as_of_before"] = (asOf ?? before.Last).Number,
            };
            foreach (var (name, number) in expected)
                result[name].Number.Should().Be(number, "{0} of {1}, year from {2}, as of {3}", name, period, start, asOf);
        }
    }

    private static (Handmade First, Handmade Last) BoundsOf(PeriodKind kind, Handmade day, int start)
    {
        if (kind == PeriodKind.Day)
            return (day, day);
        if (kind == PeriodKind.Week)
        {
            // 0001-01-01 was a Monday
            var monday = day.Number - day.Number % 7;
            return (Handmade.OfNumber(monday), Handmade.OfNumber(monday + 6));
        }

        var months = kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, _ => 12 };
        var first = new Handmade(day.Year, day.Month, 1);
        while ((first.Month - start + 12) % months != 0)
            first = first.MonthsOn(-1)!.Value;
        return (first, Handmade.OfNumber(first.MonthsOn(months)!.Value.Number - 1));
    }

    private static Policy Read(string period, int start, string rest)
    {
        var kind = char.ToLowerInvariant(period[0]) + period.Substring(1);
        var read = Policy.Read(
            $$"""{ "id": "x", "version": "1", "settings": { "period": "{{kind}}", "fiscalYearStart": {{start}} }, {{rest}} }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }

    private readonly record struct Handmade(int Year, int Month, int Day)
    {
        private static readonly int[] Lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

        /// <summary>Days since 0001-01-01: those of the whole years, of the whole months, and of this one.</summary>
        public int Number
        {
            get
            {
                var (year, month) = (Year, Month);
                return (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400
                    + Enumerable.Range(1, month - 1).Sum(earlier => LengthOf(year, earlier)) + Day - 1;
            }
        }

        public static int LengthOf(int year, int month) =>
            month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : Lengths[month - 1];

        public static Handmade OfNumber(int number)
        {
            var (year, month, day) = (number / 366 + 1, 1, 1);
            while (new Handmade(year + 1, 1, 1).Number <= number)
                year++;
            while (month < 12 && new Handmade(year, month + 1, 1).Number <= number)
                month++;
            return new(year, month, number - new Handmade(year, month, day).Number + 1);
        }

        public DateTime ToDate() => new(Year, Month, Day);

        public bool IsAfter(Handmade other) => Number > other.Number;

        public Handmade? MonthsOn(long count)
        {
            var months = Year * 12 + Month - 1 + count;
            if (months is < 12 or >= 120_000)
                return null;
            var (year, month) = ((int)(months / 12), (int)(months % 12) + 1);
            return new(year, month, Math.Min(Day, LengthOf(year, month)));
        }

        /// <summary>Tries one month more until the day is passed, from two below the difference of the months.</summary>
        public int MonthsTo(Handmade later)
        {
            var count = Math.Max(0, (later.Year - Year) * 12 + later.Month - Month - 2);
            while (MonthsOn(count + 1) is { } next && !next.IsAfter(later))
                count++;
            return count;
        }

        public override string ToString() => $"{Year:0000}-{Month:00}-{Day:00}";
    }
}
