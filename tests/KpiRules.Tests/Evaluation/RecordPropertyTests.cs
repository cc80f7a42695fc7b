using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>Functions and lines over records, against loops.</summary>
public sealed class RecordPropertyTests
{
    private const int Months = 4;
    private const int Subjects = 50;

    private static readonly (string Formula, Func<Deal, bool?> Model)[] Conditions =
    [
        ("", _ => true), (", product = 'A'", deal => deal.IsA), (", amount > 2", deal => deal.Amount is { } amount ? amount > 2 : null),
        (", product = 'A' or not won", deal => deal.IsA | !deal.Won),
    ];

    private static readonly (string Formula, Func<List<Deal>, decimal?> Model)[] Functions =
    [
        ("sum(deals, amount", deals => All(deals, deal => deal.Amount)?.Sum()),
        ("sum(deals, 2 * amount + factor", deals => All(deals, deal => 2 * deal.Amount + deal.Factor)?.Sum()),
        ("count(deals", deals => deals.Count),
        ("countDistinct(deals, product", deals => All(deals, deal => deal.IsA is null ? null : deal.IsA.Value ? 1 : 2)?.Distinct().Count()),
        ("average(deals, amount", deals => All(deals, deal => deal.Amount) is { Count: > 0 } amounts ? amounts.Average() : null),
        ("min(deals, amount", deals => All(deals, deal => deal.Amount) is { Count: > 0 } amounts ? amounts.Min() : null),
        ("max(deals, amount", deals => All(deals, deal => deal.Amount) is { Count: > 0 } amounts ? amounts.Max() : null),
        ("median(deals, amount", deals => Percentile(All(deals, deal => deal.Amount), 50)),
        ("percentile(deals, amount * 3, 35%", deals => Percentile(All(deals, deal => deal.Amount * 3), 35)),
        ("percentile(deals, amount, 0", deals => Percentile(All(deals, deal => deal.Amount), 0)),
        ("percentile(deals, amount, 1", deals => Percentile(All(deals, deal => deal.Amount), 100)),
    ];

    [Fact]
    public void FunctionsOverRecords_AreWhatALoopGives()
    {
        var random = new Random(20261208);
        var cases = Functions.SelectMany(function =>
            Conditions.Select(condition => (Formula: $"{function.Formula}{condition.Formula})", Model: (Func<List<Deal>, decimal?>)(deals =>
                deals.Any(deal => condition.Model(deal) is null)
                    ? null
                    : function.Model(deals.Where(deal => condition.Model(deal)!.Value).ToList()))))).ToList();
        // what adds up can be had to date
        var added = cases.Where(one => one.Formula.StartsWith("sum(deals, amount", StringComparison.Ordinal)
            || one.Formula.StartsWith("count(", StringComparison.Ordinal)).ToList();
        var policy = Read($$"""
            "kpis": { {{string.Join(", ", cases.SelectMany((one, k) => new[] { Kpi($"k{k}", one.Formula), Kpi($"p{k}", $"previous({one.Formula})") }).Concat(added.Select((one, k) => Kpi($"y{k}", $"ytd({one.Formula})"))))}} }
            """);
        for (var i = 0; i < 10_000 / Subjects; i++)
        {
            var histories = Enumerable.Range(0, Subjects).Select(s => History.Random(random, $"s{s}")).ToList();
            var results = policy.Evaluate(Facts(histories), Month(Months - 1));
            foreach (var history in histories)
            {
                var (result, now, before) = (results[history.Id], history.Deals[Months - 1]!, history.Deals[Months - 2]);
                for (var k = 0; k < cases.Count; k++)
                {
                    result[$"k{k}"].Number.MustBe(cases[k].Model(now), "{0} with {1}", cases[k].Formula, history);
                    result[$"p{k}"].Number.MustBe(
                        before is null ? null : cases[k].Model(before), "{0} before, with {1}", cases[k].Formula, history);
                }

                var months = history.Deals.SkipWhile(month => month is null).ToList();
                for (var k = 0; k < added.Count; k++)
                    result[$"y{k}"].Number.MustBe(
                        months.Contains(null) ? null : added[k].Model(months.SelectMany(month => month!).ToList()),
                        "{0} to date, with {1}",
                        added[k].Formula,
                        history);
            }
        }
    }

    [Fact]
    public void ALineForEachRecord_IsWhatALoopGives()
    {
        var random = new Random(20261209);
        for (var i = 0; i < 200; i++)
        {
            var (applies, gate, multiplier, min, max) = (random.Half(), random.Half(), random.Half(), random.Half(), random.Half());
            var policy = Read($$"""
                "incentives": { "line": { "each": "deals", "basis": "amount", "rate": "7.5%" {{If(applies, "\"appliesTo\": \"product = 'A' or won\"")}} {{If(gate, "\"gate\": \"amount >= factor\"")}}
                  {{If(multiplier, "\"multiplier\": \"if(won, 2, 1)\"")}} {{If(min, "\"min\": 0.04")}} {{If(max, "\"max\": \"factor / 8\"")}} } }
                """);
            var histories = Enumerable.Range(0, Subjects).Select(s => History.Random(random, $"s{s}")).ToList();
            var results = policy.Evaluate(Facts(histories), Month(Months - 1));
            foreach (var history in histories)
            {
                var (sum, isHeld, applicable, open) = (0m, false, 0, 0);
                foreach (var deal in history.Deals[Months - 1]!)
                {
                    var appliesTo = applies ? deal.IsA | deal.Won : true;
                    var isOpen = gate && deal.Amount is null ? default(bool?) : !gate || deal.Amount >= deal.Factor;
                    applicable += appliesTo == true ? 1 : 0;
                    open += appliesTo == true && isOpen == true ? 1 : 0;
                    var amount = deal.Amount * 0.075m * (multiplier ? deal.Won is { } won ? won ? 2 : 1 : null : 1);
                    amount = min && amount < 0.04m ? 0.04m : amount;
                    amount = max && amount > deal.Factor / 8m ? deal.Factor / 8m : amount;
                    isHeld |= appliesTo is null || (appliesTo.Value && (isOpen is null || (isOpen.Value && amount is null)));
                    sum += appliesTo == true && isOpen == true ? amount ?? 0 : 0;
                }

                results[history.Id]["line.state"].Text.MustBe(
                    isHeld ? "held" : applicable > 0 && open == 0 ? "closed" : "paid", "of {0}", history);
                results[history.Id]["line"].Number.MustBe(isHeld ? null : Rounded(sum, 2, "halfUp"), "of {0}", history);
            }
        }
    }

    [Fact]
    public void OrderOfRecords_ChangesNoNumber()
    {
        var random = new Random(20261210);
        var policy = Read($$"""
            "kpis": { {{string.Join(", ", Functions.SelectMany((function, f) => Conditions.Select((condition, c) => Kpi($"k{f}{c}", $"{function.Formula}{condition.Formula})"))))}} },
            "incentives": { "line": { "each": "deals", "appliesTo": "product = 'A'", "gate": "won", "amount": { "on": "amount", "marginal": [ { "from": 0, "rate": 0.05 }, { "from": 3, "rate": 0.07 } ] } } }
            """);
        for (var i = 0; i < 10_000 / Subjects; i++)
        {
            var histories = Enumerable.Range(0, Subjects).Select(s => History.Random(random, $"s{s}")).ToList();
            Results(histories.OrderBy(_ => random.Next()).Select(
                history => history with { Deals = history.Deals.Select(deals => deals?.OrderBy(_ => random.Next()).ToList()).ToArray() }))
                .Should().Be(Results(histories));
        }

        string Results(IEnumerable<History> histories)
        {
            var results = policy.Evaluate(Facts(histories), Month(Months - 1));
            return string.Join("\n", results.Subjects.SelectMany(
                subject => policy.Results.Select(result => $"{subject} {result.Name}: {results[subject][result.Name]}")));
        }
    }

    private static List<decimal>? All(List<Deal> deals, Func<Deal, decimal?> value) =>
        deals.Any(deal => value(deal) is null) ? null : deals.Select(deal => value(deal)!.Value).ToList();

    private static Policy Read(string sections) => Policy($$"""
        "attributes": { "factor": { "type": "number" } }, "records": { "deals": { "fields": { "amount": {}, "product": { "type": "text" }, "won": { "type": "boolean" } } } }, {{sections}}
        """);

    private static string Kpi(string name, string formula) => $"\"{name}\": {{ \"formula\": \"{formula}\" }}";

    private static string If(bool has, string property) => has ? ", " + property : "";

    private static Dataset Facts(IEnumerable<History> histories) => Dataset.Build(builder =>
    {
        builder.AddRecords("deals").CompleteFrom(Month(0));
        foreach (var history in histories)
        {
            for (var month = 0; month < Months; month++)
            {
                if (history.Deals[month] is not { } deals)
                    continue;
                builder.Add(history.Id, Month(month), ("factor", history.Factor));
                foreach (var deal in deals)
                    builder.AddRecord(
                        history.Id,
                        Month(month),
                        "deals",
                        [new("amount", deal.Amount), new("product", deal.IsA is { } isA ? isA ? "A" : "B" : null), new("won", deal.Won)]);
            }
        }
    });

    private sealed record Deal(decimal? Amount, bool? IsA, bool? Won, int Factor);

    /// <summary>One subject's records; null for a month without any facts.</summary>
    private sealed record History(string Id, int Factor, List<Deal>?[] Deals)
    {
        public static History Random(Random random, string id)
        {
            var (factor, oneIn) = (random.Next(1, 5), random.Half() ? 8 : 1_000);
            return new(id, factor, Enumerable.Range(0, Months)
                .Select(month => month < Months - 1 && random.Next(5) == 0 ? null : Enumerable.Range(0, random.Next(6))
                    .Select(_ => new Deal(
                        random.Maybe(oneIn, random.Next(-4, 12) / 2m),
                        random.Maybe(oneIn, random.Half()),
                        random.Maybe(oneIn, random.Half()),
                        factor)).ToList()).ToArray());
        }

        public override string ToString() =>
            $"factor {Factor}: {string.Join("; ", Deals.Select(deals => deals is null ? "-" : string.Join(", ", deals)))}";
    }
}
