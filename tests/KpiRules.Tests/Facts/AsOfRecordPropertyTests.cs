// An attribute as of a record's day is what a search through all that was given finds: over random days, periods and records.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

public sealed class AsOfRecordPropertyTests
{
    private const int Rounds = 100;
    private const int SubjectsEach = 100;
    private static readonly string[] Months = ["2026-01", "2026-02", "2026-03"];

    private static readonly Policy Policy = Policy.Read("""
        { "id": "x", "version": "1", "attributes": { "level": { "type": "number", "asOf": "record" } },
          "records": { "deals": { "fields": { "amount": {} } } },
          "kpis": { "k": { "formula": "sum(deals, amount * level)" }, "to_date": { "formula": "ytd(k)" },
            "before": { "formula": "previous(k)" }, "end": { "formula": "level" } } }
        """).Policy!;

    [Fact]
    public void ALevel_IsWhatANaiveSearchByDateFinds()
    {
        var random = new Random(20260326);
        for (var round = 0; round < Rounds; round++)
        {
            var people = Enumerable.Range(0, SubjectsEach).Select(number => new Person($"s{number}", random)).ToList();
            var evaluation = Policy.Evaluate(
                Dataset.Build(builder =>
                {
                    builder.CompleteFrom("2026-01");
                    foreach (var person in people)
                        person.AddTo(builder);
                }),
                Period.Parse("2026-03"));
            evaluation.Subjects.Should().HaveCount(SubjectsEach);
            foreach (var person in people)
            {
                var found = evaluation[person.Id];
                found["k"].Number.Should().Be(person.Sum("2026-03"));
                found["before"].Number.Should().Be(person.Sum("2026-02"));
                found["to_date"].Number.Should().Be(Months.Select(person.Sum).Aggregate((decimal?)0, (sum, month) => sum + month));
                found["end"].Number.Should().Be(person.LevelOn(new DateTime(2026, 3, 31)));
            }
        }
    }

    private sealed class Person
    {
        private readonly List<(Period Period, decimal Level)> _levels;
        private readonly List<(string Month, DateTime? Day, decimal Amount)> _deals;
        private readonly decimal? _own;

        public Person(string id, Random random)
        {
            Id = id;
            _own = random.Next(3) == 0 ? random.Next(1, 10) : null;
            var periods = new[] { "2025", "2026-Q1", "2026-01", "2026-02", "2026-03", "2025-12" }.Where(_ => random.Next(4) == 0)
                .Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Day(random, random.Next(3)).ToString("yyyy-MM-dd")));
            _levels = periods.Distinct().Select(period => (Period.Parse(period), (decimal)random.Next(1, 10))).ToList();
            _deals = Months.SelectMany((month, number) => Enumerable.Range(0, random.Next(1, 4)).Select(
                _ => (month, random.Next(4) == 0 ? (DateTime?)null : Day(random, number), (decimal)random.Next(-3, 100)))).ToList();
        }

        public string Id { get; }

        public void AddTo(DatasetBuilder builder)
        {
            foreach (var (period, level) in _levels)
                builder.Add(Id, period, ("level", level));
            if (_own is { } own)
                builder.AddSubject(Id, ("level", own));
            foreach (var (month, day, amount) in _deals)
                builder.AddRecord(Id, month, "deals", ("amount", amount), ("date", day));
        }

        public decimal? Sum(string month) => _deals.Where(deal => deal.Month == month)
            .Aggregate((decimal?)0, (sum, deal) => sum + deal.Amount * LevelOn(deal.Day ?? Period.Parse(month).LastDay()));

        /// <summary>Of all that has begun, what began last; of those that began together, the shortest.</summary>
        public decimal? LevelOn(DateTime day)
        {
            decimal? found = _own;
            var best = (Begin: DateTime.MinValue, Kind: PeriodKind.Year);
            foreach (var (period, level) in _levels)
            {
                var begin = period.FirstDay();
                if (begin <= day && (begin > best.Begin || (begin == best.Begin && period.Kind < best.Kind)))
                    (found, best) = (level, (begin, period.Kind));
            }

            return found;
        }

        private static DateTime Day(Random random, int month) => new(2026, month + 1, random.Next(1, 29));
    }
}
