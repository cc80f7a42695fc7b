using System.Collections.Generic;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>
/// What a person has in a collection of all time is paid in its own periods, and a map that cannot tell them is warned of once.
/// </summary>
public sealed class RecordDateTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Person[] People =
        [new("ann", [("2026-02-28", 1), ("2026-03-01", 10), ("2026-03-31", 20), ("2026-04-01", 100)])];

    [Fact]
    public async Task RecordsOfAllTime_ArePlaced_TogetherAndInAStream()
    {
        using var catalogue = await LoadAsync();
        var evaluator = catalogue.Services.GetRequiredService<KpiEvaluator>();
        var map = Map(sale => sale.Date(one => one.On));
        var together = evaluator.Evaluate("Acme", People, map, March);
        together.Issues.Should().BeEmpty();
        (together["ann"]["dealt"].Number, together["ann"]["before"].Number).Should().Be((30, 1));
        await foreach (var one in evaluator.EvaluateAsync("Acme", Sales.Stream(People), map, March))
            (one["dealt"].Number, one["before"].Number, one.Evaluation.Issues.Count).Should().Be((30, 1, 0));
        catalogue.Log.Of(2005).Should().BeEmpty();
    }

    [Fact]
    public async Task RecordsWithoutADate_AreWarnedOfOnce()
    {
        using var catalogue = await LoadAsync();
        var evaluator = catalogue.Services.GetRequiredService<KpiEvaluator>();
        for (var i = 0; i < 3; i++)
            evaluator.Evaluate("Acme", People, Map(_ => { }), March);
        catalogue.Log.Of(2005).Should().ContainSingle()
            .Which.Should().StartWith("The map of Person says no date for the records 'deals', and the ruleset 'acme' is by 'month': ");
        evaluator.Evaluate("Acme", People, Map(sale => sale.InPeriod()), March);
        catalogue.Log.Of(2005).Should().ContainSingle();
    }

    private static SubjectMap<Person> Map(System.Action<RecordMap<(string On, decimal Amount)>> more) => new SubjectMap<Person>()
        .Subject(person => person.Id)
        .Records("deals", person => person.Sales, sale => more(sale.Field("amount", one => one.Amount)));

    private static Task<TestCatalogue> LoadAsync()
    {
        var store = new MemoryStore
        {
            ["acme"] = """
                { "id": "acme", "version": "1", "company": "Acme", "records": { "deals": { "fields": { "amount": {} } } },
                  "kpis": { "dealt": { "formula": "sum(deals, amount)" }, "before": { "formula": "previous(dealt)" } } }
                """,
        };
        return TestCatalogue.LoadAsync(options => options.Rulesets.From(store));
    }

    private sealed record Person(string Id, IReadOnlyList<(string On, decimal Amount)> Sales);
}
