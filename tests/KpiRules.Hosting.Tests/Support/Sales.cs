// Items as a host streams them, a map of them, and a policy that looks at one at a time.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Results;

namespace KpiRules.Hosting.Tests.Support;

internal sealed record Sale(string Who, decimal? Sales, string Month = "2026-03", IReadOnlyList<Sale>? Earlier = null);

internal static class Sales
{
    public static readonly Period March = Period.Parse("2026-03");

    public static readonly Policy Alone = Read("alone", """
        "measures": { "sales": { "unit": "money" } },
        "records": { "deals": { "fields": { "amount": {} } } },
        "kpis": { "year": { "formula": "ytd(sales)" }, "dealt": { "formula": "sum(deals, amount)" } },
        "incentives": { "bonus": { "basis": "sales", "rate": "1%" } }
        """);

    public static readonly SubjectMap<Sale> Flat = new SubjectMap<Sale>().Subject(sale => sale.Who).Fact("sales", sale => sale.Sales);

    public static async IAsyncEnumerable<Sale> Endless(int count = int.MaxValue)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 1000 == 0)
                await Task.Yield();
            yield return new Sale("s" + i.ToString(CultureInfo.InvariantCulture), i);
        }
    }

    public static async IAsyncEnumerable<T> Stream<T>(params T[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    public static async Task<List<SubjectEvaluation>> ListAsync(IAsyncEnumerable<SubjectEvaluation> stream)
    {
        var results = new List<SubjectEvaluation>();
        await foreach (var result in stream)
            results.Add(result);
        return results;
    }

    public static Policy Read(string id, string sections)
    {
        var read = Policy.Read(
            $$"""{ "id": "{{id}}", "version": "1", "company": "Acme-{{id}}", "settings": { "language": "en" }, {{sections}} }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }
}
