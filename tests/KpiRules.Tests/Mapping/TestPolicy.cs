// The policy that tests of mapping are about.
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Results;

namespace KpiRules.Tests.Mapping;

internal static class TestPolicy
{
    public static readonly Period March = Period.Parse("2026-03");

    public static readonly Policy Store = Read("""
        "measures": { "sales": { "unit": "money" }, "collected_amount": { "unit": "money" } },
        "attributes": { "level": { "type": "text" }, "team": { "type": "text" }, "hired": { "type": "date" }, "active": { "type": "boolean" } },
        "records": { "deals": { "fields": { "amount": {}, "product": { "type": "text" } } } },
        "kpis": {
          "rate": { "formula": "collected_amount / sales", "target": "given" },
          "year": { "formula": "ytd(sales)" },
          "before": { "formula": "previous(sales)" },
          "dealt": { "formula": "sum(deals, amount)" },
          "managed": { "formula": "count(deals, product = 'Manager')" }
        },
        "incentives": { "drawn": { "amount": 100, "draw": { "amount": 50, "recoverable": true } } }
        """);

    public static Policy Read(string sections)
    {
        var read = Policy.Read($$"""{ "id": "store", "version": "1", "settings": { "language": "en" }, {{sections}} }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }

    /// <summary>The results of items, all evaluated together.</summary>
    public static PeriodEvaluation Evaluate<T>(SubjectMap<T> map, params IEnumerable<T> items) =>
        Store.Evaluate(Dataset.Build(d => d.AddAll(items, map.For(Store), March)), March);

    public static IEnumerable<string> Issues(PeriodEvaluation evaluation) => evaluation.Issues.Select(issue => issue.ToString("en"));
}
