using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Reading;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>
/// In a column of periods a day's text means what a date does: the policy's period that holds it, by whatever way it comes.
/// </summary>
public sealed class DayAsPeriodTests
{
    private static readonly string[] Ways =
        ["csv", "json", "dictionary", "map", "records csv", "records json", "records rows", "record date csv"];

    public static TheoryData<string, string, string, string> Days
    {
        get
        {
            var days = new TheoryData<string, string, string, string>();
            foreach (var way in Ways)
            {
                days.Add(way, "month", "2026-03-01", "2026-03");
                days.Add(way, "month", "2026-03-31 00:00:00", "2026-03");
                days.Add(way, "month", "2026-03-31T23:59:59.1234567", "2026-03");
                days.Add(way, "week", "2026-03-01", "2026-W09");
                days.Add(way, "quarter", "2026-03-31", "2026-Q1");
                days.Add(way, "day", "2026-03-01", "2026-03-01");
                days.Add(way, "day", "2026-03-01 12:00", "2026-03-01");
                days.Add(way, "month", "2026-03-01T00:00:00Z", "");
                days.Add(way, "month", "0001-01-01", "");
                if (way == "record date csv")
                    continue;
                days.Add(way, "month", "2026-W10", "2026-W10");
                days.Add(way, "month", "2026-03", "2026-03");
                days.Add(way, "week", "2026-03", "2026-03");
            }

            return days;
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void ADay_IsThePolicysPeriod(string way, string policyPeriod, string written, string expected)
    {
        var facts = Read(way, PolicyBy(policyPeriod), written);
        facts.Periods.Select(period => period.ToString()).Should().Equal(expected.Length == 0 ? [] : [expected]);
        facts.Issues.Select(issue => issue.Code).Should().Equal(expected.Length == 0 ? ["KPI6007"] : []);
    }

    /// <summary>A date in a field or attribute that a database has only as a text, with a time of day.</summary>
    [Fact]
    public void ADateWithATime_IsADate()
    {
        var policy = PolicyBy("month");
        var facts = Dataset.Build(d => d.AddAll(
            [Row(("subject", "ann"), ("period", "2026-03-01 00:00:00"), ("hired", "2025-01-31 00:00:00"), ("sales", 1))],
            SubjectMap.OfRows().For(policy)));
        var ann = policy.Evaluate(facts, Period.Parse("2026-03"))["ann"];
        (ann.ValueOf("hired").Value.ToString(), ann.Evaluation.Issues.Count).Should().Be(("2025-01-31", 0));
    }

    private static Dataset Read(string way, Policy policy, string written) => Dataset.Build(builder =>
    {
        switch (way)
        {
            case "csv":
                new WideFactReader(builder, policy, "f.csv", ["subject", "period", "sales"]).Read(2, ["ann", written, "1"]);
                break;
            case "json":
                JsonFactReader.Read(builder, policy, $$"""[ { "subject": "ann", "period": "{{written}}", "sales": 1 } ]""", "f.json")
                    .Should().BeEmpty();
                break;
            case "dictionary":
                builder.AddAll([Row(("subject", "ann"), ("period", written), ("sales", 1))], SubjectMap.OfRows().For(policy));
                break;
            case "map":
                builder.AddAll(
                    [written], new SubjectMap<string>().Subject(_ => "ann").Period(day => day).Fact("sales", _ => 1).For(policy));
                break;
            case "records csv" or "record date csv":
                new RecordRowReader(builder, policy, "deals", "f.csv", ["subject", way == "records csv" ? "period" : "date", "amount"])
                    .Read(2, ["ann", written, "1"]);
                break;
            case "records json":
                var json = KpiRules.Source.Json.JsonReader.Read(
                    new KpiRules.Source.SourceText("f.json", $$"""[ { "subject": "ann", "period": "{{written}}", "amount": 1 } ]"""),
                    new KpiRules.Diagnostics.DiagnosticBag());
                new JsonRecordReader(builder, policy.Records[0], policy.PeriodOf).Read(((KpiRules.Source.Json.JsonArray)json!).Items);
                break;
            default:
                builder.AddRecords(policy, "deals", [Row(("subject", "ann"), ("period", written), ("amount", 1))]);
                break;
        }
    });

    private static Dictionary<string, object?> Row(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    private static Policy PolicyBy(string period) => Policy.Read($$"""
        { "id": "x", "version": "1", "settings": { "period": "{{period}}" }, "measures": { "sales": {} }, "attributes": { "hired": { "type": "date" } },
          "records": { "deals": { "fields": { "amount": {} } } }, "kpis": { "k": { "formula": "sales" } } }
        """).Policy!;
}
