using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>
/// Half-years and years made of quarters and months, and months made of weeks, against the fewest lines that say what they are.
/// </summary>
public sealed class PeriodLengthPropertyTests
{
    private static readonly string[] Combines = ["sum", "average", "last", "min", "max"];

    /// <summary>Formulas of a measure and what it was the period before; null where that is not known.</summary>
    private static readonly (string Text, Func<decimal?, decimal?, decimal?> Of)[] Formulas =
    [
        ("a", (now, _) => now), ("a * a - 3 * a", (now, _) => now * now - 3 * now), ("previous(a)", (_, before) => before),
        ("a * previous(a)", (now, before) => now * before),
        ("if(a > 4, a, previous(a) * 2)", (now, before) => now is null ? null : now > 4 ? now : before * 2),
        ("growth(a)", (now, before) => before is null or 0 ? null : now / before - 1),
    ];

    /// <summary>Each quarter comes as a quarter, as its months, as both, or not at all; a quarter goes before its months.</summary>
    [Fact]
    public void ALongerPeriodOfQuartersAndMonths_TakesTheTargetOfEach()
    {
        var random = new Random(20261127);
        var available = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var start = random.Next(2) == 0 ? 1 : 4;
            var (formula, combine) = (Formulas[random.Next(Formulas.Length)], Combines[random.Next(Combines.Length)]);
            var policy = Read($"\"fiscalYearStart\": {start}", formula.Text, combine);
            var facts = new Dictionary<Period, decimal>();
            var first = Period.Containing(PeriodKind.Quarter, new DateTime(2025, start, 1), start);
            for (var quarter = first; quarter.CompareTo(first.Add(8)) < 0; quarter = quarter.Add(1))
            {
                var kind = random.Next(9);
                if (kind < 4)
                    facts.Add(quarter, random.Next(1, 9));
                foreach (var month in kind is > 2 and < 8 ? MonthsOf(quarter, start) : [])
                    facts.Add(month, random.Next(1, 9));
            }

            var dataset = Dataset.Build(builder =>
            {
                builder.CompleteFrom(Period.Containing(PeriodKind.Month, first.FirstDay(start)));
                foreach (var (period, value) in facts)
                    builder.Add("s", period, ("a", value));
            });
            var begin = facts.Keys.Select(period => period.FirstDay(start)).DefaultIfEmpty(DateTime.MaxValue).Min();
            foreach (var period in new[] { PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year }
                .Select(kind => Period.Containing(kind, first.Add(4 + random.Next(4)).FirstDay(start), start)))
            {
                var results = policy.Evaluate(dataset, period);
                if (!results.TryGet("s", out var s))
                    continue;
                var why = $"{combine} of {formula.Text} in {period}, year from {start}, "
                    + $"of {string.Join(", ", facts.Select(fact => $"{fact.Key} {fact.Value}"))}";
                var expected = Together(combine, PartsOf(period).Where(part => part.LastDay(start) >= begin)
                    .Select(part => formula.Of(Value(part), Value(part.Add(-1)))).ToArray());
                s["k.target"].Number.Should().Be(expected, why);
                s["k"].Number.Should().Be(Value(period), why);
                available += expected is null ? 0 : 1;

                // to date, each quarter before it in its own way
                if (period.Kind != PeriodKind.Quarter)
                    continue;
                var toDate = Enumerable.Range(0, 4).Select(back => period.Add(-back))
                    .Where(one => one.Year == period.Year && one.CompareTo(period) <= 0).Reverse().SelectMany(PartsOf)
                    .Where(part => part.LastDay(start) >= begin).Select(part => formula.Of(Value(part), Value(part.Add(-1)))).ToArray();
                s["to_date"].Number.Should().Be(Together(combine, toDate), why);
            }

            // the months, or the quarter where it gives the measure itself; those that give nothing are months too
            IEnumerable<Period> PartsOf(Period period)
            {
                if (period.Kind == PeriodKind.Month || facts.ContainsKey(period))
                    return [period];
                var quarters = period.Kind == PeriodKind.Quarter ? [] : QuartersOf(period, start);
                return quarters.Any(facts.ContainsKey) ? quarters.SelectMany(PartsOf)
                    : period.Kind == PeriodKind.Quarter ? MonthsOf(period, start)
                    : quarters.SelectMany(quarter => MonthsOf(quarter, start));
            }

            decimal? Value(Period period)
            {
                if (facts.TryGetValue(period, out var given))
                    return given;
                if (period.Kind == PeriodKind.Month || period.LastDay(start) < begin)
                    return null;
                var parts = PartsOf(period).Where(part => part.LastDay(start) >= begin)
                    .Select(part => facts.TryGetValue(part, out var one) ? one : default(decimal?)).ToArray();
                return period.FirstDay(start) < first.FirstDay(start) || parts.Contains(null) ? null : parts.Sum();
            }
        }

        available.Should().BeGreaterThan(1_000);
    }

    /// <summary>A week belongs to the month, quarter and year of its Thursday.</summary>
    [Fact]
    public void AMonthOfWeeks_TakesThoseOfItsThursdays()
    {
        var random = new Random(20261128);
        var available = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var start = random.Next(2) == 0 ? 1 : 4;
            var (formula, combine) = (Formulas[random.Next(Formulas.Length)], Combines[random.Next(Combines.Length)]);
            var policy = Read($"\"period\": \"week\", \"fiscalYearStart\": {start}", formula.Text, combine);
            var first = Period.Parse("2025-W01");
            var facts = Enumerable.Range(0, 110).Where(week => week < 3 || random.Next(150) > 0)
                .ToDictionary(week => first.Add(week), _ => (decimal)random.Next(1, 9));
            var dataset = Dataset.Build(builder =>
            {
                foreach (var (week, value) in facts)
                    builder.Add("s", week, ("a", value));
            });
            foreach (var kind in new[] { PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear })
            {
                var period = Period.Containing(kind, new DateTime(2025, 8, 1).AddMonths(random.Next(12)), start);
                var weeks = Enumerable.Range(0, 120).Select(week => first.Add(week))
                    .Where(week => Thursday(week) >= period.FirstDay(start) && Thursday(week) <= period.LastDay(start)).ToArray();
                var s = policy.Evaluate(dataset, period)["s"];
                var expected = Together(combine, weeks.Select(week => formula.Of(Value(week), Value(week.Add(-1)))).ToArray());
                s["k.target"].Number.Should().Be(expected, "{0} of {1} in {2}", combine, formula.Text, period);
                available += expected is null ? 0 : 1;
            }

            var last = first.Add(60 + random.Next(40));
            if (!facts.ContainsKey(last))
                continue;
            var yearBegins = Period.Containing(PeriodKind.Year, Thursday(last), start).FirstDay(start);
            var sofar = Enumerable.Range(0, 120).Select(week => first.Add(week))
                .Where(week => Thursday(week) >= yearBegins && week.CompareTo(last) <= 0).ToArray();
            policy.Evaluate(dataset, last)["s"]["to_date"]
                .Number.Should().Be(Together(combine, sofar.Select(week => formula.Of(Value(week), Value(week.Add(-1)))).ToArray()));

            decimal? Value(Period week) => facts.TryGetValue(week, out var value) ? value : null;
        }

        available.Should().BeGreaterThan(1_000);
    }

    private static DateTime Thursday(Period week) => week.FirstDay().AddDays(3);

    private static Period[] MonthsOf(Period quarter, int start) =>
        Enumerable.Range(0, 3).Select(month => Period.Containing(PeriodKind.Month, quarter.FirstDay(start).AddMonths(month))).ToArray();

    private static Period[] QuartersOf(Period period, int start) =>
        Enumerable.Range(0, period.Kind == PeriodKind.Year ? 4 : 2)
            .Select(quarter => Period.Containing(PeriodKind.Quarter, period.FirstDay(start).AddMonths(3 * quarter), start)).ToArray();

    private static decimal? Together(string combine, decimal?[] values) =>
        combine == "last" ? values[^1] : values.Contains(null) ? null : combine switch
        {
            "sum" => values.Sum(),
            "average" => values.Sum() / values.Length,
            "min" => values.Min(),
            _ => values.Max(),
        };

    private static Policy Read(string settings, string target, string combine)
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "settings": { {{settings}} }, "measures": { "a": {} },
              "kpis": { "k": { "formula": "a", "unit": "money", "combine": "{{combine}}", "target": {{JsonConvert.ToString(target)}} }, "to_date": { "formula": "ytd(k.target)" } } }
            """);
        read.Policy.Should().NotBeNull("{0}", string.Join("\n", read.Diagnostics.Select(diagnostic => diagnostic.Print("en"))));
        return read.Policy!;
    }
}
