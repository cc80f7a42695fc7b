using System;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using Xunit;
using static KpiRules.Tests.Mapping.TestPolicy;

namespace KpiRules.Tests.Mapping;

/// <summary>A map that cannot be meant as it stands is refused before the first item, and all that is wrong is told at once.</summary>
public sealed class MapFaultTests
{
    private const string Known = "The ruleset has the facts sales, collected_amount, level, team, hired, active, rate.target, "
        + "drawn.opening, and the records deals (amount, product).";

    [Fact]
    public void AttributesOnWhatCannotBeIt_AreRefused() => Fault(() => SubjectMap.Of<Wrong>()).Should().Be("""
        Wrong cannot be mapped:
        - Id [SubjectId]: Decimal is no id; these are: text, whole numbers and Guid
        - Month [Period]: Int32 is no period; these are: Period, string, DateTime and DateOnly
        - Photo [Measure]: Byte[] is no fact; these are: decimal, int, long, short, byte, double, float, bool, DateTime, DateOnly, string, Guid, an enum, FactValue, or a nullable of these
        - Duration [Measure]: TimeSpan is no fact; these are: decimal, int, long, short, byte, double, float, bool, DateTime, DateOnly, string, Guid, an enum, FactValue, or a nullable of these
        - Hidden: it has no public getter of an instance
        - WriteOnly: it has no public getter of an instance
        - Shared: it has no public getter of an instance
        - Deals [Records]: String is no collection of one type of elements
        - Orders [Records]: the records 'orders' have no field: it takes [Field] on a property, or Field(…)
        - Second [Measure]: The map of Wrong already has a fact 'twice'.
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void AMapThatDoesNotFitThePolicy_SaysAllThatDoesNot() => Fault(() => SubjectMap.Of<Unfit>().For(Store)).Should().Be($"""
        The map of Unfit does not fit the ruleset 'store' 1:
        - it says no subject: [SubjectId] on a property, or Subject(x => …)
        - there is no fact 'slaes'; did you mean 'sales'?
        - Level: 'level' is declared as attribute, not as measure
        - Team: 'team' must be text, but is a number
        - there is no measure called as the property Nowhere is
        - Again: 'sales' is there twice
        - there is no fact 'rates.target'; did you mean 'rate.target'?
        - there is no list of records 'deels'; did you mean 'deals'?
        - the records 'deals' have no field 'amuont'; did you mean 'amount'?
        - the history has no period: [Period] on a property of Deal2, or Period(x => …)
        - there is no fact 'past'
        {Known}
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void AMapWrittenOut_IsHeldToTheSame() => Fault(() => new SubjectMap<Seller>().Subject(seller => seller.Id)
        .Fact("level", seller => seller.Level).Fact("sales", seller => seller.Level).Fact("cost", seller => seller.Sales)
        .Records("orders", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount)).For(Store)).Should().Be($"""
        The map of Seller does not fit the ruleset 'store' 1:
        - 'sales' must be a number, but is text
        - there is no fact 'cost'
        - there is no list of records 'orders'
        {Known}
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ANameThatMayBeTwoFacts_MustBeWritten() =>
        Fault(() => SubjectMap.Of<Ambiguous>().For(Read(""" "measures": { "net_sales": {}, "netSales": {} }, "kpis": {} """)))
            .Should().Be("""
        The map of Ambiguous does not fit the ruleset 'store' 1:
        - the property NetSales may be 'net_sales' or 'netSales': write which
        The ruleset has the facts net_sales, netSales.
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void WhatIsOptional_IsLeftOutWhereThePolicyHasItNot()
    {
        var map = new SubjectMap<Seller>().Subject(seller => seller.Id).Fact("visits", seller => seller.Visits, optional: true)
            .Records("orders", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount), optional: true)
            .Records(
                "deals",
                seller => seller.Deals,
                deal => deal.Field("amount", one => one.Amount).Field("cost", one => one.Amount, optional: true));
        Evaluate(map, new Seller { Id = "ann", Visits = 3, Deals = [new Deal(5)] }).Issues.Should().BeEmpty();
    }

    [Fact]
    public void TheSameTwice_IsRefusedAtOnce()
    {
        var map = new SubjectMap<Seller>().Subject(seller => seller.Id).Period(seller => seller.Day)
            .Facts(_ => null).History(seller => seller.Earlier, new SubjectMap<Seller>())
            .Records("deals", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount));
        foreach (Action again in new Action[]
        {
            () => map.Subject(seller => seller.Id), () => map.Period(_ => March), () => map.Period(_ => "2026-03"),
            () => map.Facts(_ => null),
            () => map.History(seller => seller.Earlier, new SubjectMap<Seller>()),
            () => map.Records("deals", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount)),
            () => map.Records(
                "orders", seller => seller.Deals, deal => deal.Field("amount", one => one.Amount).Field("amount", one => one.Amount)),
        })
            Fault(again).Should().Contain("already has a ");
        Fault(() => map.Fact(" ", seller => seller.Sales)).Should().Be("A fact needs a name.");
    }

    [Fact]
    public void MoreThanAttributesWithoutAPeriod_AreRefused()
    {
        var map = new SubjectMap<Seller>().Subject(seller => seller.Id).Fact("sales", seller => seller.Sales).For(Store);
        Fault(() => Dataset.Build(d => d.AddAll([new Seller()], map)))
            .Should().StartWith("The map of Seller says no period, and nor does the call: without one, items can have attributes only.");
    }

    private static string Fault(Action action) => action.Should().Throw<ArgumentException>().Which.Message;

    private sealed class Ambiguous
    {
        [SubjectId]
        public string Id => "";

        [Measure]
        public decimal NetSales => 1;
    }
}
