using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Policies;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Mapping;
using KpiRules.Results;
using Xunit;
using static KpiRules.Hosting.Tests.Support.Sales;

namespace KpiRules.Hosting.Tests;

/// <summary>Items of a host's own types: all together, or one at a time as they come.</summary>
public sealed class StreamTests
{
    private static readonly Policy Together = Read("together", """
        "measures": { "sales": { "unit": "money" } },
        "kpis": { "total": { "formula": "everyone(sales)" } },
        "attributes": { "team": { "type": "text" } },
        "incentives": { "bonus": { "pool": { "amount": 100, "among": "team" } }, "first": { "amount": "if(rank(team, sales) = 1, 1, 0)" } }
        """);

    private static readonly SubjectMap<Sale> Map = new SubjectMap<Sale>().Subject(sale => sale.Who).Fact("sales", sale => sale.Sales)
        .History(sale => sale.Earlier, new SubjectMap<Sale>().Period(sale => sale.Month).Fact("sales", sale => sale.Sales));

    private readonly KpiEvaluator _evaluator = new(RulesetCatalogue.Of(Alone, Together));

    [Fact]
    public async Task EachItem_HasItsResultBeforeTheNextIsAskedFor()
    {
        var asked = 0;
        var results = new List<string>();
        await foreach (var result in _evaluator.EvaluateAsync("Acme-alone", Items(), Flat, March))
        {
            results.Add($"{result.Subject} {result.Payout!.Amount:F0} after {asked}");
            result.Evaluation.ContentHash.Should().Be(Alone.ContentHash);
        }

        results.Should().Equal("ann 1 after 1", "bob 2 after 2", "ann 3 after 3");

        async IAsyncEnumerable<Sale> Items()
        {
            foreach (var (who, sales) in new[] { ("ann", 100m), ("bob", 200m), ("ann", 300m) })
            {
                asked++;
                await Task.Yield();
                yield return new Sale(who, sales);
            }
        }
    }

    [Fact]
    public async Task WhatAnItemBringsAlong_Counts()
    {
        Sale[] items =
        [
            new("ann", 100, "2026-03", [new("", 10, "2026-01"), new("", 20, "2026-02")]),
            new("bob", 100, "2026-03", [new("", 20, "2026-02")])
        ];
        (await ListAsync(_evaluator.EvaluateAsync(Alone, Stream(items), Map, March))).Select(result => result["year"].Number)
            .Should().Equal(130, null);
        // bob began in February, and that is all there is of him
        (await ListAsync(_evaluator.EvaluateAsync(
            Alone, Stream(items), Map, March, options: new StreamOptions { CompleteFrom = Period.Parse("2026-01") })))
            .Select(result => result["year"].Number).Should().Equal(130, 120);
    }

    [Fact]
    public async Task AList_IsEvaluatedAsAStreamIs()
    {
        var list = new List<Sale> { new("ann", 1), new("bob", 2), new("ann", 3) };
        var amounts = new List<decimal?>();
        await foreach (var result in _evaluator.EvaluateAsync(Alone, list, Flat, March))
            amounts.Add(result.Payout!.Amount);
        amounts.Should().Equal(0.01m, 0.02m, 0.03m);
        FluentActions.Invoking(() => _evaluator.EvaluateAsync("together", list, Flat, March)).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => _evaluator.EvaluateAsync(Alone, (List<Sale>)null!, Flat, March))
            .Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void AChoiceOfNothing_IsRefused()
    {
        FluentActions.Invoking(() => _evaluator.Evaluate(default, new Subject("ann"), March)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _evaluator.Evaluate((string)null!, new Subject("ann"), March)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void APolicyThatLooksAtOthers_IsRefusedAtOnce()
    {
        var refusal = FluentActions.Invoking(() => _evaluator.EvaluateAsync("together", Stream<Sale>(), Flat, March))
            .Should().Throw<NotSupportedException>().Which;
        refusal.Message.Should().Be("The ruleset 'together' 1 cannot be evaluated on a stream, "
            + "where one subject does not know the others: total (everyone), bonus (pool), first (rank). "
            + "Evaluate all subjects together instead.");
        _evaluator.Evaluate("together", [new Sale("ann", 1), new Sale("bob", 2)], Flat, March)["ann"]["total"].Number.Should().Be(3);
    }

    [Fact]
    public void AMapThatDoesNotFit_IsRefusedAtOnce()
    {
        var map = new SubjectMap<Sale>().Subject(sale => sale.Who).Fact("slaes", sale => sale.Sales);
        FluentActions.Invoking(() => _evaluator.EvaluateAsync(Alone, Stream<Sale>(), map, March))
            .Should().Throw<ArgumentException>().WithMessage("*there is no fact 'slaes'; did you mean 'sales'?*");
        FluentActions.Invoking(() => _evaluator.EvaluateAsync("nobody", Stream<Sale>(), Flat, March))
            .Should().Throw<RulesetNotFoundException>();
        FluentActions.Invoking(() => _evaluator.EvaluateAsync(Alone, null!, Flat, March)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => _evaluator.EvaluateAsync<Sale>(Alone, Stream<Sale>(), null!, March))
            .Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => _evaluator.EvaluateAsync((Policy)null!, Stream<Sale>(), Flat, March))
            .Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task ItemsWithoutAResult_AreTold_AndDoNotStopTheRest()
    {
        var map = new SubjectMap<Sale>().Subject(sale => sale.Who).Period(sale => sale.Month).Fact("sales", sale => sale.Sales);
        var leftOut = new List<string>();
        var results = await ListAsync(_evaluator.EvaluateAsync(
            Alone,
            Stream(new Sale(" ", 1), new Sale("ann", 1, "March"), null!, new Sale("bob", 1, "2026-02"), new Sale("cat", 300)),
            map,
            March,
            options: new StreamOptions { LeftOut = issue => leftOut.Add(issue.ToString("en")) }));
        results.Should().ContainSingle().Which.Payout!.Amount.Should().Be(3);
        leftOut.Should().Equal(
            "Sale:1: data issue KPI6008: the row has no subject; it is left out",
            "Sale:2: data issue KPI6007: ann: 'March' is not a period such as 2026-03, 2026-Q1 or 2026-W10; the row is left out",
            "Sale:3: data issue KPI6008: the row has no subject; it is left out",
            "Sale:4: data issue KPI6022: bob 2026-03: the item has no facts of 2026-03, the period evaluated; it is left out");
    }

    [Fact]
    public async Task ShorterPeriods_AreOfTheLongerOneEvaluated()
    {
        var day = new SubjectMap<Sale>().Subject(sale => sale.Who)
            .Period(sale => Period.Parse(sale.Month)).Fact("sales", sale => sale.Sales);
        var days = new SubjectMap<Sale>().Subject(sale => sale.Who)
            .Period(sale => Period.Parse(sale.Month))
            .Fact("sales", sale => sale.Sales)
            .History(sale => sale.Earlier, day);
        var ann = new Sale("ann", 100, "2026-03-02", [new Sale("", 200, "2026-03-01")]);
        (await ListAsync(_evaluator.EvaluateAsync(Alone, Stream(ann), days, March, new DateTime(2026, 3, 2))))
            .Should().ContainSingle().Which.Payout!.Amount.Should().Be(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_EndsTheStreamBeforeTheNextItem(bool byTheCall)
    {
        using var stop = new CancellationTokenSource();
        var stream = _evaluator.EvaluateAsync(Alone, Endless(), Flat, March, cancellationToken: byTheCall ? stop.Token : default);
        var count = 0;
        var reading = async () =>
        {
            await foreach (var _ in byTheCall ? stream : WithToken(stream, stop.Token))
            {
                if (++count == 3)
                    await stop.CancelAsync();
            }
        };
        await reading.Should().ThrowAsync<OperationCanceledException>();
        count.Should().Be(3);

        static async IAsyncEnumerable<SubjectEvaluation> WithToken(
            IAsyncEnumerable<SubjectEvaluation> stream, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var result in stream.WithCancellation(token))
                yield return result;
        }
    }

    [Fact]
    public async Task TheItemsAreLetGo_WhenNoMoreResultsAreAskedFor()
    {
        var isClosed = false;
        await foreach (var _ in _evaluator.EvaluateAsync(Alone, Items(), Flat, March))
            break;
        isClosed.Should().BeTrue();

        async IAsyncEnumerable<Sale> Items()
        {
            try
            {
                await Task.Yield();
                yield return new Sale("ann", 1);
                yield return new Sale("bob", 1);
            }
            finally
            {
                isClosed = true;
            }
        }
    }

    [Fact]
    public async Task ADataReader_IsStreamed()
    {
        var table = new DataTable { Columns = { { "subject", typeof(int) }, { "sales", typeof(decimal) }, { "hours", typeof(double) } } };
        table.Rows.Add(7, 300m, 1.0);
        table.Rows.Add(8, DBNull.Value, 1.0);
        DbDataReader reader = table.CreateDataReader();
        var results = await ListAsync(_evaluator.EvaluateAsync("alone", reader.RowsAsync(), SubjectMap.OfRows(), March));
        results.Select(result => $"{result.Subject} {result.Payout!["bonus"].Amount:F0}").Should().Equal("7 3", "8 ");
        results[0].Evaluation.Issues.Should().ContainSingle().Which.ToString("en").Should().Contain("'hours'");
    }
}
