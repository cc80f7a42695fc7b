using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reconciling;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.Tests.Reconciling;

/// <summary>
/// Random ledgers of last month, worked out by plain C# under one rule or another and from one set of facts or another: each planted
/// difference is found under its cause, and the causes add up.
/// </summary>
public sealed class ReconciliationPropertyTests(ITestOutputHelper output)
{
    private const int Ledgers = 1000;
    private const int People = 8;
    private const decimal Most = 20000;

    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Pay = Policy.Read("""
        { "id": "pay", "version": "1", "measures": { "sales": { "unit": "money" }, "collected": { "unit": "money" }, "extra": { "unit": "money" } },
          "records": { "orders": { "fields": { "amount": { "unit": "money" } } } },
          "incentives": {
            "commission": { "gate": "collected >= 80% * sales", "amount": { "on": "sales", "marginal": [ { "from": 0, "rate": 0.04 }, { "from": 100000, "rate": "6%" } ] }, "max": 20000 },
            "bonus": { "amount": "3% * extra" },
            "per_order": { "each": "orders", "amount": "amount * 1.5%" }
          } }
        """).Policy!;

    private enum Planted
    {
        Nothing,
        FirstRate,
        SecondRate,
        NoMax,
        NoGate,
        WholeAtTier,
        WholeYuan,
        OtherFact,
        NotInTheList,
        NothingPaid,
        Unknown,
        BonusRate,
        RoundedPerRecord,
    }

    [Fact]
    public void EachPlantedDifference_IsFoundUnderItsCause_AndTheCausesAddUp()
    {
        var (random, found) = (new Random(20261201), new Dictionary<Planted, int>());
        for (var i = 0; i < Ledgers; i++)
        {
            var people = Enumerable.Range(0, People).Select(number => Person.Of($"s{number}", random)).ToList();
            var expected = new ExpectedPay();
            foreach (var person in people)
                person.AddTo(expected);
            expected.Add("stranger", "commission", 500).Add("stranger", "payout", 500);
            var reconciliation = Pay.Reconcile(new(Facts(people), March), expected);
            foreach (var person in people)
            {
                Check(person, reconciliation);
                found[person.Planted] = found.TryGetValue(person.Planted, out var count) ? count + 1 : 1;
            }

            reconciliation.Amounts.Where(amount => amount.Subject == "stranger").Select(amount => amount.Cause)
                .Should().OnlyContain(cause => cause == ReconciliationCause.MissingHere);
            foreach (var result in reconciliation.Amounts.GroupBy(amount => amount.Result))
            {
                var whole = result.Sum(amount => amount.Actual ?? 0) - result.Sum(amount => amount.Expected ?? 0);
                reconciliation.Groups.Where(group => group.Result == result.Key).Sum(group => group.Difference).Should().Be(whole);
            }
        }

        output.WriteLine(string.Join(", ", found.Select(one => $"{one.Key} {one.Value}")));
        found.Keys.Should().BeEquivalentTo(Enum.GetValues<Planted>());
        found.Values.Should().OnlyContain(count => count > Ledgers / 20);
    }

    private static void Check(Person person, Reconciliation reconciliation)
    {
        var lines = reconciliation.Amounts.Where(amount => amount.Subject == person.Id).ToDictionary(amount => amount.Result);
        var because = $"{person.Planted} is planted: {person.Sales} {person.Collected} {person.Extra} {string.Join(" ", person.Orders)}";
        var differing = lines.Values
            .Where(amount => amount.Result != "payout")
            .Where(amount => amount.Cause is not (ReconciliationCause.Equal or ReconciliationCause.Rounding)).ToList();
        if (person.Planted is Planted.Nothing or Planted.WholeYuan
            || (person.Planted == Planted.RoundedPerRecord && person.IsWithinRounding))
        {
            differing.Should().BeEmpty(because);
            return;
        }

        var one = differing.Should().ContainSingle(because).Subject;
        (one.Cause, one.Rule?.Kind, one.Rule?.Theirs.Number).Should().Be(
            person.Planted switch
            {
                Planted.FirstRate => (ReconciliationCause.Rule, AnotherRuleKind.Rate, 0.035m),
                Planted.SecondRate => (ReconciliationCause.Rule, AnotherRuleKind.Rate, 0.05m),
                Planted.BonusRate => (ReconciliationCause.Rule, AnotherRuleKind.Rate, 0.025m),
                Planted.NoMax => (ReconciliationCause.Rule, AnotherRuleKind.NoMax, null),
                Planted.NoGate => (ReconciliationCause.Rule, AnotherRuleKind.NoGate, null),
                Planted.WholeAtTier => (ReconciliationCause.Rule, AnotherRuleKind.WholeAtTier, null),
                Planted.RoundedPerRecord => (ReconciliationCause.Rule, AnotherRuleKind.RoundedPerRecord, null),
                Planted.NothingPaid => (ReconciliationCause.Rule, AnotherRuleKind.LeftOut, null),
                Planted.OtherFact => (ReconciliationCause.Facts, null, null),
                Planted.NotInTheList => (ReconciliationCause.MissingThere, null, null),
                Planted.Unknown => (ReconciliationCause.Rule, null, (decimal?)null),
                Planted.Nothing or Planted.WholeYuan => throw new InvalidOperationException("They differ by rounding at most."),
            },
            because);
        if (person.Planted == Planted.OtherFact)
            one.Facts.Select(fact => (fact.Name, fact.Before.Number, fact.After.Number))
                .Should().Equal(("sales", person.Sales + 1000, person.Sales));
        lines["payout"].Cause.Should().Be(
            person.Planted == Planted.NotInTheList ? ReconciliationCause.MissingThere : ReconciliationCause.Lines, because);
    }

    private static Dataset Facts(IEnumerable<Person> people) => Dataset.Build(facts =>
    {
        facts.AddRecords("orders");
        foreach (var person in people)
        {
            facts.Add(person.Id, March, ("sales", person.Sales), ("collected", person.Collected), ("extra", person.Extra));
            foreach (var order in person.Orders)
                facts.AddRecord(person.Id, March, "orders", [new("amount", order)]);
        }
    });

    private sealed record Person(string Id, Planted Planted, decimal Sales, decimal Collected, decimal Extra, IReadOnlyList<decimal> Orders)
    {
        /// <summary>Whether nobody can tell that it was rounded in another way: it is near, or has fewer decimals.</summary>
        public bool IsWithinRounding
        {
            get
            {
                var (paid, whole) = (Orders.Sum(order => Rounded(order * 0.015m)), Rounded(Orders.Sum() * 0.015m));
                var difference = Math.Abs(paid - whole);
                return difference <= 0.01m || (paid == Math.Round(paid, 1) && difference < 0.1m);
            }
        }

        public static Person Of(string id, Random random)
        {
            var planted = (Planted)random.Next((int)Planted.RoundedPerRecord + 1);
            // each difference is planted where it makes one
            var sales = planted switch
            {
                Planted.NoMax => Money(random, 400000, 600000),
                Planted.SecondRate or Planted.WholeAtTier => Money(random, 150000, 300000),
                _ => Money(random, 50000, 300000),
            };
            var collected = Math.Round(sales * (planted == Planted.NoGate ? 0.7m : 0.9m), 2);
            return new Person(
                id, planted, sales, collected, Money(random, 20000, 90000),
                Enumerable.Range(0, random.Next(0, 30)).Select(_ => Money(random, 100, 900)).ToList());
        }

        /// <summary>What the old way paid.</summary>
        public void AddTo(ExpectedPay expected)
        {
            var (first, second) = (Planted == Planted.FirstRate ? 0.035m : 0.04m, Planted == Planted.SecondRate ? 0.05m : 0.06m);
            var sales = Planted == Planted.OtherFact ? Sales + 1000 : Sales;
            var amount = Planted == Planted.WholeAtTier
                ? sales * (sales >= 100000 ? second : first)
                : Math.Min(sales, 100000) * first + Math.Max(0, sales - 100000) * second;
            if (Planted != Planted.NoMax)
                amount = Math.Min(amount, Most);
            if (Collected < 0.8m * sales && Planted != Planted.NoGate)
                amount = 0;
            decimal? commission = Planted switch
            {
                Planted.WholeYuan => Math.Round(amount, 0, MidpointRounding.AwayFromZero),
                Planted.NothingPaid => 0,
                Planted.NotInTheList => null,
                Planted.Unknown => Rounded(amount) + 777.77m,
                _ => Rounded(amount),
            };
            var bonus = Rounded(Extra * (Planted == Planted.BonusRate ? 0.025m : 0.03m));
            var perOrder = Planted == Planted.RoundedPerRecord
                ? Orders.Sum(order => Rounded(order * 0.015m))
                : Rounded(Orders.Sum() * 0.015m);
            expected.Add(Id, "commission", commission).Add(Id, "bonus", bonus).Add(Id, "per_order", perOrder);
            expected.Add(Id, "payout", commission is null ? null : commission + bonus + perOrder);
            if (Planted == Planted.OtherFact)
                expected.AddFact(Id, "sales", sales).AddFact(Id, "collected", Collected);
            if (Planted == Planted.Nothing)
                expected.AddFact(Id, "sales", Sales);
        }

        private static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

        private static decimal Money(Random random, int from, int to) => random.Next(from * 100, to * 100) / 100m;
    }
}
