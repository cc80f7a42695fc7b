using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using Xunit;
using static KpiRules.Tests.Mapping.TestPolicy;

namespace KpiRules.Tests.Mapping;

/// <summary>A record with a date counts in its period, and never in another that an item happens to be of.</summary>
public sealed class RecordDateTests
{
    private static readonly Period February = Period.Parse("2026-02");

    private static readonly Sale[] AllTime = [new("2026-02-28", 1), new("2026-03-01", 10), new("2026-03-31", 20), new("2026-04-01", 100)];

    [Fact]
    public void AnItemOfAPeriod_TakesItsOwnRecordsOnly()
    {
        var facts = Dataset.Build(d => d.AddAll([new Person("ann", AllTime), new Person("bob", [])], Written().For(Store), March));
        var results = Store.Evaluate(facts, March);
        results["ann"]["dealt"].Number.Should().Be(30);
        Issues(results).Should().Equal("Person:1: data issue KPI6055: ann 2026-02: records of 'deals' dated in 2026-02 are left out, "
            + "for the item is of another period and no item is of this one (2 such cases in all)");
    }

    /// <summary>Each month's item has the same collection, as an entity has that a program navigates from.</summary>
    [Fact]
    public void ItemsOfSeveralPeriods_CountEachRecordOnce()
    {
        var map = Written().For(Store);
        var facts = Dataset.Build(d => d.AddAll([new Person("ann", AllTime)], map, February)
            .AddAll([new Person("ann", AllTime)], map, March).AddAll([new Person("ann", AllTime)], map, Period.Parse("2026-04")));
        facts.Issues.Should().BeEmpty();
        Store.Evaluate(new(facts, February, Period.Parse("2026-04"))).Select(results => results["ann"]["dealt"].Number)
            .Should().Equal(1, 30, 100);
    }

    [Fact]
    public void ItemsWithoutAPeriod_HaveTheirRecordsPlaced()
    {
        var facts = Dataset.Build(d => d.AddAll([new Person("ann", AllTime)], Written().For(Store)));
        facts.Issues.Should().BeEmpty();
        facts.Periods.Select(period => period.ToString()).Should().Equal("2026-02", "2026-03", "2026-04");
        Store.Evaluate(facts, March)["ann"]["dealt"].Number.Should().Be(30);
    }

    /// <summary>What one item is evaluated on is all that it brings, so its earlier records are its history.</summary>
    [Fact]
    public void OneItemAlone_HasItsRecordsPlaced()
    {
        var policy = Read("""
            "records": { "deals": { "fields": { "amount": {} } } },
            "kpis": { "dealt": { "formula": "sum(deals, amount)" }, "before": { "formula": "previous(sum(deals, amount))" } }
            """);
        var result = Written().For(policy)
            .Evaluate(new Person("ann", AllTime), March, null, null, null, new RowOrigin("Person", 1), out var leftOut)!;
        leftOut.Should().BeNull();
        (result["dealt"].Number, result["before"].Number).Should().Be((30, 1));
        result.Evaluation.Issues.Should().BeEmpty();
    }

    [Fact]
    public void ItemsOfALongerOrShorterPeriod_TakeWhatLiesInIt()
    {
        foreach (var (period, expected) in new[] { ("2026-Q1", 31m), ("2026-03-31", 20), ("2026-W14", 120) })
        {
            var facts = Dataset.Build(d => d.AddAll([new Person("ann", AllTime)], Written().For(Store), Period.Parse(period)));
            Store.Evaluate(facts, Period.Parse(period))["ann"]["dealt"].Number.Should().Be(expected, period);
        }
    }

    [Fact]
    public void ARecordWithoutADate_IsLeftOutAndReported()
    {
        var facts = Dataset.Build(d => d.AddAll(
            [new Person("ann", [new(null, 5), new("soon", 6), new("0001-01-01", 7), new("2026-03-31 17:45:00", 8), null!])],
            Written().For(Store),
            March));
        var results = Store.Evaluate(facts, March);
        results["ann"]["dealt"].Number.Should().Be(8);
        Issues(results).Should().Equal(
            "Person:1: data issue KPI6054: ann: '' is no date of a record of 'deals'; the record is left out",
            "Person:1: data issue KPI6054: ann: 'soon' is no date of a record of 'deals'; the record is left out",
            "Person:1: data issue KPI6054: ann: '0001-01-01' is no date of a record of 'deals'; the record is left out",
            "Person:1: data issue KPI6054: ann: '' is no date of a record of 'deals'; the record is left out");
    }

    [Fact]
    public void ByAttributes_ItIsTheSame()
    {
        var closed = new Closed
        {
            Id = "ann",
            Deals = [new(10, new DateTime(2026, 3, 31)), new(1, new DateTime(2026, 2, 1)), new(5, null)]
        };
        var results = Evaluate(SubjectMap.Of<Closed>(), closed);
        results["ann"]["dealt"].Number.Should().Be(10);
        results.Issues.Select(issue => issue.Code).Should().Equal("KPI6054", "KPI6055");
        SubjectMap.Of<Closed>().For(Store).Warnings.Should().BeEmpty();
        FluentActions.Invoking(() => SubjectMap.Of<WrongDate>()).Should().Throw<ArgumentException>()
            .WithMessage("*Amount [RecordDate]: Decimal is no date; these are: DateTime, DateOnly and string*");
    }

    [Fact]
    public void RecordsWithoutADate_AreAWarningOfTheMap()
    {
        Undated(_ => { }).For(Store).Warnings.Should().Equal(
            "The map of Person says no date for the records 'deals', and the ruleset 'store' is by 'month': every record that an item "
                + "brings counts in the item's period, whenever it was. "
            + "Write Date(x => …) or [RecordDate]; or InPeriod(), where all of them are of that period.");
        Undated(sale => sale.InPeriod()).For(Store).Warnings.Should().BeEmpty();
        Undated(sale => sale.Date(one => one.On)).For(Store).Warnings.Should().BeEmpty();
        SubjectMap.Of<Seller>().For(Store).Warnings.Should().ContainSingle();
        SubjectMap.Of<InPeriod>().For(Store).Warnings.Should().BeEmpty();

        static SubjectMap<Person> Undated(Action<RecordMap<Sale>> more) => new SubjectMap<Person>().Subject(person => person.Id)
            .Records("deals", person => person.Sales, sale => more(sale.Field("amount", one => one.Amount)));
    }

    private static SubjectMap<Person> Written() => new SubjectMap<Person>()
        .Subject(person => person.Id)
        .Records("deals", person => person.Sales, sale => sale.Date(one => one.On).Field("amount", one => one.Amount));

    internal sealed record Person(string Id, IReadOnlyList<Sale> Sales);

    internal sealed record Sale(string? On, decimal Amount);

    internal sealed record Deal([property: Field("amount")] decimal Amount, [property: RecordDate] DateTime? ClosedOn);

    internal sealed class Closed
    {
        [SubjectId]
        public string? Id { get; set; }

        [Records("deals")]
        public List<Deal> Deals { get; set; } = [];
    }

    internal sealed class InPeriod
    {
        [SubjectId]
        public string? Id { get; set; }

        [Records("deals", InPeriod = true)]
        public List<Mapping.Deal> Deals { get; set; } = [];
    }

    internal sealed record Dated([property: Field("amount"), RecordDate] decimal Amount);

    internal sealed class WrongDate
    {
        [SubjectId]
        public string? Id { get; set; }

        [Records("deals")]
        public List<Dated> Deals { get; set; } = [];
    }
}
