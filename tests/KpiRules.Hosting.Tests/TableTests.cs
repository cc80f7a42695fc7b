using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Tests.Support;
using Xunit;
using static KpiRules.Hosting.Tests.Support.Sales;

namespace KpiRules.Hosting.Tests;

/// <summary>Rows of tables for a stream of items: given once, for all of them.</summary>
public sealed class TableTests
{
    private static readonly Policy Rates = Read("rates", """
        "measures": { "sales": { "unit": "money" } },
        "tables": { "fx": { "keys": [ { "name": "currency" } ], "values": { "rate": {} }, "rows": "given" } },
        "kpis": { "in_yuan": { "formula": "sales * lookup(fx.rate, 'USD')" } }
        """);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tables_HoldForEveryItem(bool areGiven)
    {
        var options = new StreamOptions
        {
            Tables = areGiven ? Dataset.Build(builder => builder.AddTableRow("fx", ("currency", "USD"), ("rate", 7))) : null,
        };
        var (found, evaluator) = (new List<decimal?>(), new KpiEvaluator(RulesetCatalogue.Of(Rates)));
        await foreach (var result in evaluator.EvaluateAsync(Rates, Items(), Flat, March, options: options))
            found.Add(result["in_yuan"].Number);
        found.Should().Equal(new decimal?[] { 1, 2, 3 }.Select(sales => areGiven ? sales * 7 : null));
    }

    private static async IAsyncEnumerable<Sale> Items()
    {
        foreach (var sales in new[] { 1, 2, 3 })
        {
            await Task.Yield();
            yield return new Sale($"s{sales}", sales);
        }
    }
}
