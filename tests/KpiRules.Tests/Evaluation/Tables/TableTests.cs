using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation.Tables;

/// <summary>What tables promise beyond search: causes, steps, periods of other lengths, what hosts see.</summary>
public sealed class TableTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Rates = Policy("""
        "attributes": { "product": { "type": "text" }, "on": { "type": "date" } }, "measures": { "sales": { "unit": "money" } },
        "records": { "orders": { "fields": { "amount": { "unit": "money" }, "currency": { "type": "text" } } } },
        "tables": {
          "rates": { "title": "Rates", "keys": [ { "name": "product" }, { "name": "from", "type": "number", "match": "from" } ],
            "values": { "rate": { "unit": "percent" }, "cap": { "unit": "money" }, "class": { "type": "text" } },
            "rows": [ { "product": "A", "from": 0, "rate": "3%", "class": "low" }, { "product": "A", "from": "1万", "rate": "5%", "cap": 900 } ],
            "else": { "class": "none" } },
          "fx": { "keys": [ { "name": "currency" } ], "values": { "rate": { "min": 0 } }, "rows": "given", "else": { "rate": 1 } },
          "prices": { "keys": [ { "name": "product" }, { "name": "since", "type": "date", "match": "from" } ], "values": { "price": { "unit": "money" } }, "rows": "given" }
        },
        "kpis": {
          "rate": { "formula": "lookup(rates.rate, product, sales)" }, "cap": { "formula": "lookup(rates.cap, product, sales)" },
          "is_low": { "formula": "if(lookup(rates.class, product, sales) = 'low', 1, 0)" },
          "dollar": { "formula": "lookup(fx.rate, 'USD')" }, "was": { "formula": "previous(dollar)" },
          "price": { "formula": "lookup(prices.price, product, on)" },
          "in_yuan": { "formula": "sum(orders, amount * lookup(fx.rate, currency))", "unit": "money" }
        },
        "incentives": { "bonus": { "each": "orders", "amount": "amount * lookup(fx.rate, currency)" } }
        """);

    [Theory]
    [InlineData("rate", "Z", 5, "no row for Z, 5 in rates", "rates没有 Z, 5 这一行")]
    [InlineData("cap", "A", 5, "the row for A, 0 in rates has no cap", "rates中 A, 0 那一行没有cap")]
    [InlineData("rate", null, 5, "'product' is missing", "缺少“product”")]
    [InlineData("dollar", "A", 5, "a faulty row leaves it open which row of fx is for USD (see the data issues)",
        "fx有错误的行，无法确定 USD 属于哪一行（见数据问题）")]
    [InlineData("was", "A", 5,
        "'dollar' is not available (2026-02): the rate in the row for USD in fx could not be used (see the data issues) (2026-02)",
        "“dollar”不可用（2026-02）：fx中 USD 那一行的rate无法使用（见数据问题）（2026-02）")]
    [InlineData("price", "A", 5, "there are no rows of prices for 2026-03", "prices没有适用于 2026-03 的行")]
    [InlineData("in_yuan", "A", 5,
        "record 2 of 'orders': a faulty row leaves it open which row of fx is for USD (see the data issues)",
        "“orders”的第 2 条记录：fx有错误的行，无法确定 USD 属于哪一行（见数据问题）")]
    public void Causes_NameKeysTableAndValue(string result, string? product, int sales, string en, string zh)
    {
        var facts = Dataset.Build(builder => builder
            .Add("a", "2026-02", ("sales", 1)).Add("a", "2026-03", ("product", product), ("sales", sales), ("on", new DateTime(2026, 3, 1)))
            .AddRecord("a", "2026-03", "orders", ("amount", 1), ("currency", "GBP"))
            .AddRecord("a", "2026-03", "orders", ("amount", 1), ("currency", "USD"))
            .AddTableRow("fx", "2026-02", ("currency", "USD"), ("rate", -7))
            .AddTableRow("fx", "2026-03", ("currency", "USD"), ("rate", 7)).AddTableRow("fx", "2026-03", ("currency", "USD"), ("rate", 7))
            .AddTableRow("prices", "2026-04", ("product", "A"), ("since", "2026-01-01"), ("price", 1)));
        var cause = Rates.Evaluate(facts, March)["a"][result].Cause!;
        cause.Explain("en").Should().Be(en);
        cause.Explain("zh").Should().Be(zh);
    }

    [Theory]
    [InlineData("rate", "rates.rate: A, 12000 → A, 10000: 0.05")]
    [InlineData("cap", "rates.cap: A, 12000 → A, 10000: 900")]
    [InlineData("is_low", "rates.class: A, 0: low")]
    [InlineData("price", "prices.price: A, 2026-03-05 → A, 2026-03-01: 12")]
    [InlineData("in_yuan", "fx.rate: USD: 7|fx.rate: GBP: no such row; else 1")]
    [InlineData("bonus", "fx.rate: USD: 7|fx.rate: USD: 7|fx.rate: GBP: no such row; else 1")]
    public void AnExplanation_TellsWhatWasLookedUp(string result, string steps)
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("a", "2026-03", ("product", "A"), ("sales", result == "is_low" ? 0 : 12000), ("on", new DateTime(2026, 3, 5)))
                .AddTableRow("fx", ("currency", "USD"), ("rate", 7)).AddTableRow("fx", ("currency", "EUR"), ("rate", 8))
                .AddTableRow("prices", ("product", "A"), ("since", "2026-03-01"), ("price", 12))
                .AddTableRow("prices", ("product", "A"), ("since", "2026-03-10"), ("price", 13));
            foreach (var currency in new[] { "USD", "USD", "GBP" })
                builder.AddRecord("a", "2026-03", "orders", ("amount", 1), ("currency", currency));
        });
        var text = Rates.Evaluate(facts, March)["a"].Explain(result).ToString("en").Split('\n').Select(line => line.Trim())
            .Where(line => line.Contains(": ") && line.Contains('.') && line.StartsWith(steps[..4], StringComparison.Ordinal));
        string.Join("|", text).Should().Be(steps);
    }

    [Fact]
    public void WhatARecordLookedUp_StandsUnderIt()
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("a", "2026-03", ("sales", 1)).AddTableRow("fx", ("currency", "USD"), ("rate", 7));
            foreach (var (amount, currency) in new[] { (2, "USD"), (3, "GBP"), (4, "USD") })
                builder.AddRecord("a", "2026-03", "orders", ("amount", amount), ("currency", currency));
        });
        var explanation = Rates.Evaluate(facts, March)["a"].Explain("bonus");
        explanation.ToString("en").Should().EndWith("""
                record 1 (amount = 2, currency = USD): 14.00
                  fx.rate: USD: 7
                record 2 (amount = 3, currency = GBP): 3.00
                  fx.rate: GBP: no such row; else 1
                record 3 (amount = 4, currency = USD): 28.00
                  fx.rate: USD: 7

            """.Replace("\r\n", "\n"));
        explanation.Steps.SelectMany(step => step.Details).Select(detail => (detail.Kind, detail.Result, detail.Details.Single().Kind))
            .Should().Equal(("record", 14m, "lookup"), ("record", 3m, "lookupElse"), ("record", 28m, "lookup"));
    }

    [Fact]
    public void ARecordThatIsNotKnown_IsToldWithWhatItLookedUp()
    {
        var facts = Dataset.Build(builder => builder.Add("a", "2026-03", ("sales", 1)).AddTableRow("fx", ("currency", "USD"), ("rate", 7))
            .AddRecord("a", "2026-03", "orders", ("amount", 2), ("currency", "USD"))
            .AddRecord("a", "2026-03", "orders", ("currency", "USD")));
        Rates.Evaluate(facts, March)["a"].Explain("bonus").ToString("en").Should().Contain("""
                record 1 (amount = 2, currency = USD): 14.00
                  fx.rate: USD: 7
                record 2 (amount = –, currency = USD): not available
            """.Replace("\r\n", "\n"));
    }

    /// <summary>Orders given by day are of a day that has no rates of its own: those of its month hold.</summary>
    [Fact]
    public void ARecordOfADay_HasTheRowsOfItsMonth_UnlessTheDayHasItsOwn()
    {
        var facts = Dataset.Build(builder => builder
            .Add("a", "2026-03", ("sales", 1))
            .AddRecord("a", "2026-03-10", "orders", ("amount", 1), ("currency", "USD"))
            .AddRecord("a", "2026-03-20", "orders", ("amount", 1000), ("currency", "USD"))
            .AddTableRow("fx", "2026-02", ("currency", "USD"), ("rate", 6)).AddTableRow("fx", "2026-03", ("currency", "USD"), ("rate", 7))
            .AddTableRow("fx", "2026-03-15", ("currency", "USD"), ("rate", 8))
            .AddTableRow("fx", "2026-04", ("currency", "USD"), ("rate", 9)));
        Rates.Evaluate(facts, March)["a"]["in_yuan"].Number.Should().Be(8007);
    }

    [Fact]
    public void WhatHostsSee_IsWhatTheRulesetDeclares()
    {
        var table = Rates.Tables[0];
        (table.Name, table.Title!.In("en"), table.IsGiven, Rates.Tables[1].IsGiven).Should().Be(("rates", "Rates", false, true));
        table.Keys.Select(key => (key.Name, key.Kind, key.IsFrom))
            .Should().Equal(("product", ValueKind.Text, false), ("from", ValueKind.Number, true));
        table.Values.Select(value => (value.Name, value.Kind, value.Unit, value.Role)).Should().Equal(
            ("rate", ValueKind.Number, "percent", FactRole.TableValue), ("cap", ValueKind.Number, "money", FactRole.TableValue),
            ("class", ValueKind.Text, null, FactRole.TableValue));
    }

    /// <summary>One subject alone has no rows that come with the facts; the ruleset's own are there.</summary>
    [Fact]
    public void ASubjectAlone_HasTheRulesetsRowsOnly()
    {
        var result = Rates.Evaluate(new Subject("a") { ["product"] = "A", ["sales"] = 10000 }, March);
        result["rate"].Number.Should().Be(0.05m);
        result["dollar"].Cause!.Kind.Should().Be(CauseKind.NoRows);
    }

    /// <summary>Rows that many datasets share are those of none of them alone; a table's own rows go before them.</summary>
    [Fact]
    public void SharedRows_HoldForTablesThatADatasetDoesNotGive()
    {
        var shared = Dataset.Build(builder => builder
            .AddTableRow("fx", ("currency", "USD"), ("rate", 7))
            .AddTableRow("prices", ("product", "A"), ("since", "2026-01-01"), ("price", 3)));
        var later = Dataset.Build(builder => builder.AddTables(shared).AddTableRow("fx", "2026-03", ("currency", "USD"), ("rate", 8)));
        var facts = Dataset.Build(builder => builder
            .Add("a", March, ("product", "A"), ("on", new DateTime(2026, 3, 1))).AddTables(shared).AddTables(later));
        var result = Rates.Evaluate(facts, March)["a"];
        (result["dollar"].Number, result["price"].Number).Should().Be((8, 3));
    }

    /// <summary>An empty list is given too: nothing is in it.</summary>
    [Fact]
    public void ATableGivenWithoutRows_HasNone()
    {
        var facts = Dataset.Build(builder => builder.Add("a", March, ("sales", 1)).AddTable("fx"));
        Rates.Evaluate(facts, March)["a"]["dollar"].Number.Should().Be(1);
    }
}
