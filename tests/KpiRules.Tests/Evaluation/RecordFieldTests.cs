// What stands in for fields of records, and what becomes of those that are wrong.
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What is not given has the default; what is wrong is not available; what is implausible is used and reported.</summary>
public sealed class RecordFieldTests
{
    private static readonly Policy Policy = Policy.Read("""
        {
          "id": "fields", "version": "1", "measures": { "sales": {} },
          "attributes": { "level": { "type": "text", "values": ["junior", "senior"], "default": "junior" } },
          "records": { "deals": { "fields": {
            "amount": { "min": 0, "max": 1000, "default": 7 }, "product": { "type": "text", "values": ["A", "GTX Pro"], "default": "A" },
            "signed": { "type": "date", "default": "2026-01-01" }, "express": { "type": "boolean", "default": true } } } },
          "kpis": {
            "total": { "formula": "sum(deals, amount)" }, "pro": { "formula": "count(deals, product = 'GTX Pro')" },
            "new_year": { "formula": "count(deals, signed = #2026-01-01#)" }, "fast": { "formula": "count(deals, express)" },
            "deals_made": { "formula": "count(deals)" }, "senior": { "formula": "if(level = 'senior', 1, 0)" },
            "before": { "formula": "if(previous(level) = 'senior', 1, 0)" } }
        }
        """).Policy!;

    [Fact]
    public void WhatIsNotGiven_HasTheDefault()
    {
        var facts = Dataset.Build(builder =>
            builder.AddRecord("ann", "2026-03", "deals").AddRecord("ann", "2026-03", "deals", ("amount", 3)));
        var ann = Policy.Evaluate(facts, Period.Parse("2026-03"))["ann"];
        new[] { "total", "pro", "new_year", "fast" }.Select(name => ann[name].Number).Should().Equal(10m, 0m, 2m, 2m);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("host")]
    public void WhatIsWrong_IsNotAvailable_AndNoDefaultStandsIn(string from)
    {
        var facts = Dataset.Build(builder =>
        {
            if (from == "csv")
                new RecordRowReader(builder, Policy, "deals", "deals.csv", ["subject", "period", "amount", "product", "signed", "express"])
                    .Read(2, ["ann", "2026-03", "ten", "GTXPro", "2026-02-30", "perhaps"]);
            else if (from == "json")
                new JsonRecordReader(builder, Policy.Records[0], Policy.PeriodOf).Read(Json(
                    """[{ "subject": "ann", "period": "2026-03", "amount": "ten", "product": "GTXPro", "signed": "2026-02-30", "express": 3 }]"""));
            else
                builder.AddRecord(
                    "ann", "2026-03", "deals", ("amount", double.NaN), ("product", "GTXPro"), ("signed", true), ("express", "yes"));
        });
        var evaluation = Policy.Evaluate(facts, Period.Parse("2026-03"));
        var ann = evaluation["ann"];
        new[] { "total", "pro", "new_year", "fast" }.Should().OnlyContain(name => !ann[name].IsAvailable);
        ann["deals_made"].Number.Should().Be(1);
        ann["pro"].Cause!.Explain("en").Should().Be(
            "record 1 of 'deals': 'product' is 'GTXPro', which is not among its values");
        evaluation.Issues.Single(issue => issue.Code == "KPI6086").ToString().Should().Be(
            "data issue KPI6086: ann 2026-03: 'product' of record 1 of 'deals' is 'GTXPro', which is not among its values (A, GTX Pro); "
            + "it is not available; did you mean 'GTX Pro'?");
    }

    [Fact]
    public void WhatIsImplausible_IsUsed_AndReportedOnceASubjectAndPeriod()
    {
        var facts = Dataset.Build(builder => builder.AddRecord("ann", "2026-03", "deals", ("amount", 0))
            .AddRecord("ann", "2026-03", "deals", ("amount", 1000.01m)).AddRecord("ann", "2026-03", "deals", ("amount", -1)));
        var evaluation = Policy.Evaluate(facts, Period.Parse("2026-03"));
        evaluation["ann"]["total"].Number.Should().Be(999.01m);
        evaluation.Issues.Select(issue => issue.ToString()).Should().Equal(
            "data issue KPI6085: ann 2026-03: 'amount' of record 2 of 'deals' is 1000.01, which the ruleset calls implausible "
            + "(from 0 to 1000); it is used all the same");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnAttributeNotAmongItsValues_IsNotAvailable_AndNeitherTheDefaultNorLastMonthStandsIn(bool alone)
    {
        var subject = new Subject("ann") { ["level"] = "snior", ["sales"] = 1 };
        var evaluation = Policy.Evaluate(
            Dataset.Build(builder => builder.Add("ann", "2026-02", ("level", "senior")).Add("ann", "2026-03", ("level", "snior"))),
            Period.Parse("2026-03"));
        var (senior, issues) = alone
            ? (Policy.Evaluate(subject, Period.Parse("2026-03"))["senior"], [])
            : (evaluation["ann"]["senior"], evaluation.Issues);
        senior.Cause!.Explain("en").Should().Be("'level' is 'snior', which is not among its values");
        senior.Cause.Explain("zh").Should().Be("“level”是“snior”，不在取值之中");
        if (!alone)
            issues.Single().Message("en").Should().EndWith("it is not available; did you mean 'senior'?");
    }

    [Fact]
    public void WhatWasWrongInAnEarlierPeriod_IsNamedWithThatPeriod()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-01", ("level", "senior"), ("sales", 1)).Add("ann", "2026-02", ("level", "chief"), ("sales", 1))
            .Add("ann", "2026-03", ("level", "senior"), ("sales", 1)));
        var ann = Policy.Evaluate(facts, Period.Parse("2026-03"))["ann"];
        ann["senior"].Number.Should().Be(1);
        ann["before"].Cause!.Explain("en").Should().Be("'level' is 'chief', which is not among its values (2026-02)");
    }

    private static System.Collections.Generic.IReadOnlyList<KpiRules.Source.Json.JsonValue> Json(string text) =>
        ((KpiRules.Source.Json.JsonArray)KpiRules.Source.Json.JsonReader.Read(
            new KpiRules.Source.SourceText("deals.json", text), new KpiRules.Diagnostics.DiagnosticBag())!).Items;
}
