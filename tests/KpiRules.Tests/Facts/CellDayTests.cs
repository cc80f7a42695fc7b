using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>Days and months as spreadsheets and exports write them; which of 3/4/2026 is the month nobody knows.</summary>
public sealed class CellDayTests
{
    private static readonly Policy Monthly = Policy.Read("""
        {
          "id": "p", "version": "1",
          "measures": { "sales": { "title": { "zh": "销售额", "en": "Sales" }, "unit": "money" }, "orders": { "title": "单数" } },
          "attributes": { "hired": { "title": "入职日", "type": "date" }, "away": { "title": "休假", "type": "boolean" } },
          "records": { "deals": { "fields": { "amount": { "title": { "zh": "金额", "en": "Amount" } }, "closed": { "type": "date" } } } },
          "kpis": { "goal": { "title": { "zh": "业绩", "en": "Goal" }, "formula": "sales", "target": "given" } }
        }
        """).Policy!;

    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026/3", "2026-03")]
    [InlineData("2026-3", "2026-03")]
    [InlineData("2026/03", "2026-03")]
    [InlineData("2026年3月", "2026-03")]
    [InlineData("2026年03月份", "2026-03")]
    [InlineData("２０２６年３月", "2026-03")]
    [InlineData("202603", "2026-03")]
    [InlineData("Mar-26", "2026-03")]
    [InlineData("mar-26", "2026-03")]
    [InlineData("March 2026", "2026-03")]
    [InlineData("2026/3/1", "2026-03")]
    [InlineData("2026/3/1 0:00", "2026-03")]
    [InlineData("2026年3月31日", "2026-03")]
    [InlineData("2026-03-16 09:30:00", "2026-03")]
    [InlineData("20260316", "2026-03")]
    [InlineData("16-Mar-26", "2026-03")]
    [InlineData("2026年", "2026")]
    [InlineData("2026-Q1", "2026-Q1")]
    [InlineData("2026.1", null)]
    [InlineData("3/2026", null)]
    [InlineData("3/4/2026", null)]
    [InlineData("202613", null)]
    [InlineData("46082", null)]
    [InlineData("2026/2/30", null)]
    [InlineData("9999/12/31", null)]
    [InlineData("2026-03-16T00:00:00+08:00", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void APeriod(string? written, string? expected) => (Monthly.PeriodOf(written)?.ToString()).Should().Be(expected);

    [Theory]
    [InlineData("subject", "period", "sales", "goal.target", "hired", "away")]
    [InlineData("姓名", "月份", "销售额", "业绩目标", "入职日", "休假")]
    [InlineData("Name", "MONTH", "Ｓａｌｅｓ", "Goal target", "hired", "休假")]
    [InlineData("工号", "期间", "sales", "goal目标值", "入职日", "away")]
    public void AColumn_IsFoundByIdOrTitle(params string[] header)
    {
        var facts = Dataset.Build(builder =>
        {
            var reader = new WideFactReader(builder, Monthly, "facts.csv", header);
            (reader.HasSubject, reader.HasPeriod).Should().Be((true, true));
            reader.Read(2, ["ann", "2026年3月", "￥301,595.80", "30万", "2019/7/1", "否"]);
        });
        facts.Issues.Should().BeEmpty();
        var ann = Monthly.Evaluate(facts, Period.Parse("2026-03"))["ann"];
        (ann.Kpis["goal"].Value, ann.Kpis["goal"].Target).Should().Be((301595.80m, 300000m));
    }

    [Fact]
    public void Records_AreReadAlike()
    {
        var facts = Dataset.Build(builder => new RecordRowReader(builder, Monthly, "deals", "deals.csv", ["姓名", "日期", "金额", "closed"])
            .Read(2, ["ann", "2026/3/16", "1,000.50", "16-Mar-2026"]));
        facts.Issues.Should().BeEmpty();
    }

    /// <summary>Told, not guessed.</summary>
    [Fact]
    public void WhatIsNotCertain_IsNamedByItsPlace()
    {
        var facts = Dataset.Build(builder =>
        {
            var reader = new WideFactReader(builder, Monthly, "facts.csv", ["工号", "姓名", "月份", "销售额", "hired"], 3);
            reader.Read(4, ["1", "ann", "2026/3", "1,23", "3/4/2026"]);
            reader.Read(5, ["2", "bob", "3/2026", "5", ""]);
        });
        facts.Issues.Select(issue => issue.ToString("en")).Should().Equal(
            "facts.csv:3:2: data issue KPI6001: nothing in the ruleset can use the fact '姓名'; it is ignored",
            "facts.csv:4:4: data issue KPI6006: 1 2026-03: '1,23' in 'sales' is not a number; write it like 1234.5; it counts as not given",
            "facts.csv:4:5: data issue KPI6006: 1 2026-03: '3/4/2026' in 'hired' is not a date; write it like 2026-01-31; "
                + "it counts as not given",
            "facts.csv:5:3: data issue KPI6007: 2: '3/2026' is not a period such as 2026-03, 2026-Q1 or 2026-W10; the row is left out");
    }
}
