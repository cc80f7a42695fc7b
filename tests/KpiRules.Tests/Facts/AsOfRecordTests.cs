// Attributes as of a record's own day, by whatever way they and the records come.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Reading;
using Xunit;

namespace KpiRules.Tests.Facts;

public sealed class AsOfRecordTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Policy = Policy.Read("""
        {
          "id": "days", "version": "1", "measures": { "sales": { "unit": "money" } },
          "attributes": { "level": { "type": "text", "values": ["junior", "senior"], "asOf": "record" }, "team": { "type": "text" } },
          "records": { "deals": { "fields": { "amount": { "unit": "money" } } } },
          "kpis": {
            "by_day": { "formula": "sum(deals, amount * case(level, 'junior', 1, 'senior', 10))" },
            "at_end": { "formula": "case(level, 'junior', 1, 'senior', 10)" },
            "at_end_before": { "formula": "sum(deals, amount * if(previous(level) = 'junior', 1, 10))" },
            "alike": { "formula": "headcount(level)" }, "sold": { "formula": "sales" }, "sold_to_date": { "formula": "ytd(sales)" } },
          "incentives": { "bonus": { "each": "deals", "amount": "amount * case(level, 'junior', 1%, 'senior', 2%)" } }
        }
        """).Policy!;

    /// <summary>Junior from the 1st, senior from the 16th: 100 + 10 × 10 + 10 × 1 without a day.</summary>
    [Theory]
    [InlineData("builder")]
    [InlineData("csv")]
    [InlineData("csv by day")]
    [InlineData("json")]
    [InlineData("json by day")]
    [InlineData("rows")]
    [InlineData("map")]
    public void ARecord_CountsByTheLevelOfItsDay(string way)
    {
        var facts = Dataset.Build(builder => Add(builder, way));
        var evaluation = Policy.Evaluate(facts, March);
        evaluation.Issues.Should().BeEmpty();
        var ann = evaluation["ann"];
        new[] { "by_day", "at_end", "bonus" }.Select(name => ann[name].Number).Should().Equal(210m, 10m, 1.22m);
        ann.Explain("bonus").ToString("en").Should().Contain("1 (amount = 100, level = junior): 1.00")
            .And.Contain("3 (amount = 1, level = senior): 0.02");
    }

    private static void Add(DatasetBuilder builder, string way)
    {
        switch (way)
        {
            case "builder":
                builder.Add("ann", "2026-03-01", ("level", "junior")).Add("ann", "2026-03-16", ("level", "senior"))
                    .AddRecord("ann", "2026-03", "deals", ("amount", 100), ("date", new DateTime(2026, 3, 15)))
                    .AddRecord("ann", "2026-03", "deals", ("amount", 10), ("date", "2026-03-16"))
                    .AddRecord("ann", "2026-03", "deals", ("amount", 1));
                return;
            case "csv" or "csv by day":
                var people = new WideFactReader(builder, Policy, "people.csv", ["subject", "period", "level"]);
                people.Read(2, ["ann", "2026-03-01", "junior"]);
                people.Read(3, ["ann", "2026-03-16", "senior"]);
                var dated = way == "csv";
                string[] header = dated ? ["subject", "period", "date", "amount"] : ["subject", "period", "amount"];
                var deals = new RecordRowReader(builder, Policy, "deals", "deals.csv", header);
                deals.Read(2, dated ? ["ann", "2026-03", "2026-03-15", "100"] : ["ann", "2026-03-15", "100"]);
                deals.Read(3, dated ? ["ann", "2026-03", "2026-03-16 08:00", "10"] : ["ann", "2026-03-16", "10"]);
                deals.Read(4, dated ? ["ann", "2026-03", "", "1"] : ["ann", "2026-03", "1"]);
                return;
            case "json" or "json by day":
                var key = way == "json" ? "\"period\": \"2026-03\", \"date\"" : "\"period\"";
                JsonFactReader.Read(builder, Policy, """
                    [ { "subject": "ann", "period": "2026-03-01", "level": "junior" },
                      { "subject": "ann", "period": "2026-03-16", "level": "senior" } ]
                    """, "people.json").Should().BeEmpty();
                var rows = $$"""
                    [ { "subject": "ann", {{key}}: "2026-03-15", "amount": 100 }, { "subject": "ann", {{key}}: "2026-03-16", "amount": 10 },
                      { "subject": "ann", "period": "2026-03", "amount": 1 } ]
                    """;
                var json = KpiRules.Source.Json.JsonReader.Read(
                    new KpiRules.Source.SourceText("deals.json", rows), new KpiRules.Diagnostics.DiagnosticBag());
                new JsonRecordReader(builder, Policy.Records[0], Policy.PeriodOf).Read(((KpiRules.Source.Json.JsonArray)json!).Items);
                return;
            case "rows":
                builder.AddAll(
                    [Row(("subject", "ann"), ("period", new DateTime(2026, 3, 1)), ("level", "junior")),
                        Row(("subject", "ann"), ("period", "2026-03-16"), ("level", "senior"))], SubjectMap.OfRows().For(Policy));
                builder.AddRecords(
                    Policy, "deals",
                    [Row(("subject", "ann"), ("period", "2026-03"), ("date", new DateTime(2026, 3, 15)), ("amount", 100)),
                        Row(("subject", "ann"), ("period", new DateTime(2026, 3, 16)), ("amount", 10)),
                        Row(("subject", "ann"), ("period", "2026-03"), ("amount", 1))]);
                return;
            default:
                builder.AddAll(
                    [new Person("ann", new DateTime(2026, 3, 1), "junior"), new Person("ann", new DateTime(2026, 3, 16), "senior")],
                    SubjectMap.Of<Person>().For(Policy));
                builder.AddAll(
                    [new Seller("ann", [new Deal(100, new DateTime(2026, 3, 15)), new Deal(10, new DateTime(2026, 3, 16))])],
                    SubjectMap.Of<Seller>().For(Policy), March);
                builder.AddRecord("ann", "2026-03", "deals", ("amount", 1));
                return;
        }
    }

    [Fact]
    public void ADayOfAnAttribute_MakesNoPeriodOfTheSubjects()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-01-10", ("level", "junior"))
            .Add("bob", "2026-03-02", ("level", "senior"))
            .Add("ann", "2026-03", ("sales", 5)).CompleteFrom("2026-01"));
        var evaluation = Policy.Evaluate(facts, March);
        evaluation.Subjects.Should().Equal("ann");
        evaluation.Issues.Should().BeEmpty();
        new[] { "sold", "sold_to_date", "at_end" }.Select(name => evaluation["ann"][name].Number).Should().Equal(5m, 5m, 1m);
    }

    [Fact]
    public void WhatLooksElsewhere_AndWhoIsAlike_GoesByTheEndOfThePeriod()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-02", ("sales", 1), ("level", "senior"))
            .Add("ann", "2026-03-20", ("level", "junior"))
            .AddRecord("ann", "2026-03", "deals", ("amount", 3), ("date", "2026-03-25"))
            .Add("bob", "2026-03", ("level", "junior")));
        var ann = Policy.Evaluate(facts, March)["ann"];
        (ann["by_day"].Number, ann["at_end_before"].Number, ann["alike"].Number).Should().Be((3m, 30m, 2m));
    }

    [Fact]
    public void UpToTheAsOfDate_WhatIsGivenForLaterDays_IsNotKnownYet()
    {
        var facts = Dataset.Build(builder => Add(builder, "builder"));
        Policy.Evaluate(facts, March, new DateTime(2026, 3, 15))["ann"]["at_end"].Number.Should().Be(1);
    }

    [Fact]
    public void ADateThatIsNone_LeavesWhatCountsByItNotAvailable()
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("ann", "2026-03", ("level", "junior"));
            new RecordRowReader(builder, Policy, "deals", "deals.csv", ["subject", "period", "date", "amount"])
                .Read(2, ["ann", "2026-03", "2026-02-30", "1"]);
        });
        var evaluation = Policy.Evaluate(facts, March);
        evaluation.Issues.Select(issue => issue.ToString()).Should().Equal(
            "deals.csv:2:3: data issue KPI6087: ann 2026-03: '2026-02-30' is no date of a record of 'deals', "
            + "so that what counts as of its day is not available");
        evaluation["ann"]["by_day"].Cause!.Explain("en").Should()
            .Be("record 1 of 'deals': 'date' was given but could not be used (see the data issues)");
    }

    private static Dictionary<string, object?> Row(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    internal sealed record Person(
        [property: SubjectId] string Id, [property: Period] DateTime Day, [property: SubjectAttribute("level")] string Level);

    internal sealed record Seller([property: SubjectId] string Id, [property: Records("deals")] IReadOnlyList<Deal> Deals);

    internal sealed record Deal([property: Field("amount")] decimal Amount, [property: RecordDate] DateTime On);
}
