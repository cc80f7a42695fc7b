using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Releases;

/// <summary>What was deferred before the first period evaluated, and whether anybody knows.</summary>
public sealed class OpeningTests
{
    private const string Release = "\"release\": [ { \"share\": 0.7 }, { \"share\": \"rest\", \"after\": 2 } ]";

    private static readonly Policy Bonus = Policy($$"""
        "attributes": { "level": { "type": "text", "asOf": "record" } }, "measures": { "sales": { "unit": "money" } },
        "records": { "deals": { "fields": { "amount": { "unit": "money" } } } },
        "incentives": { "bonus": { "amount": "sales", {{Release}} } }
        """);

    [Fact]
    public void AnAttributeGivenByDay_IsNoPeriodInWhichSomethingMayHaveBeenEarned()
    {
        var january = Bonus.Evaluate(Facts(), Period.Parse("2026-01"));
        january.Deferred!.Select(part => (part.Earned?.ToString(), part.Amount)).Should().Equal(("2026-01", 30m));
        var february = Bonus.Evaluate(Facts(january.AddOpenings), Period.Parse("2026-02"))["ann"];
        Shown(february).Should().Be("70, 60, paid");

        static Dataset Facts(System.Action<DatasetBuilder>? more = null) => Dataset.Build(builder =>
        {
            builder.Add("ann", "2025-12-16", ("level", "senior"));
            builder.Add("ann", "2026-01", ("sales", 100)).Add("ann", "2026-02", ("sales", 100));
            more?.Invoke(builder);
        });
    }

    /// <summary>As last month's file would be, or one of a quarter: nobody may take it for a list without anything.</summary>
    [Theory]
    [InlineData("2026-02")]
    [InlineData("2026-04")]
    [InlineData("2026-Q1")]
    public void AListWithRecordsOfOtherPeriodsAlone_SaysNothingOfTheFirst(string period)
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-01", ("sales", 100)).Add("ann", "2026-03", ("sales", 100))
            .AddRecord("ann", period, "bonus.opening", Opening(30)));
        var march = Bonus.Evaluate(facts, Period.Parse("2026-03"));
        Shown(march["ann"]).Should().Be(", , held");
        march.Issues.Select(issue => (issue.Code, issue.Fact)).Should().Equal(("KPI6114", "bonus.opening"));
    }

    [Fact]
    public void AListWithoutAnyRecord_SaysThatNothingIsDeferred()
    {
        var facts = Dataset.Build(builder =>
            builder.Add("ann", "2026-01", ("sales", 100)).Add("ann", "2026-03", ("sales", 100)).AddRecords("bonus.opening"));
        Shown(Bonus.Evaluate(facts, Period.Parse("2026-03"))["ann"]).Should().Be("70, 30, paid");
    }

    /// <summary>Nothing is paid in fractions of a cent, whoever wrote the opening.</summary>
    [Theory]
    [InlineData("30.00", "100, 30, paid", "")]
    [InlineData("30.0000", "100, 30, paid", "")]
    [InlineData("30.005", ", , held", "KPI6115")]
    public void AnAmountFinerThanMoney_HoldsTheLine(string amount, string shown, string codes)
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-03", ("sales", 100))
            .AddRecord("ann", "2026-03", "bonus.opening", Opening(decimal.Parse(amount, CultureInfo.InvariantCulture))));
        var march = Bonus.Evaluate(facts, Period.Parse("2026-03"));
        Shown(march["ann"]).Should().Be(shown);
        string.Concat(march.Issues.Select(issue => issue.Code)).Should().Be(codes);
    }

    /// <summary>What is earned does not depend on what is released of it.</summary>
    [Theory]
    [InlineData("bonus >= 50")]
    [InlineData("other >= 25")]
    [InlineData("bonus >= 50 and previous(other) >= 25")]
    public void ACondition_MayNameItsOwnLine_AndOneThatStandsOnIt(string when)
    {
        var policy = Policy($$"""
            "measures": { "sales": { "unit": "money" } },
            "incentives": {
              "bonus": { "amount": "sales", "release": [ { "share": 0.7 }, { "share": "rest", "after": 1, "when": "{{when}}" } ] },
              "other": { "amount": "bonus * 50%" }
            }
            """);
        var facts = Dataset.Build(builder =>
            builder.Add("ann", "2026-01", ("sales", 100)).Add("ann", "2026-02", ("sales", 60)).Add("ann", "2026-03", ("sales", 40)));
        var periods = policy.Evaluate(new(facts, Period.Parse("2026-01"), Period.Parse("2026-03")));
        periods.Select(period => period["ann"]["bonus.due"].Number).Should().Equal(70, 72, 28);
        periods[2]["ann"]["bonus.forfeited"].Number.Should().Be(18);
    }

    private static (string, FactValue)[] Opening(decimal amount) =>
        [("earned", "2026-01"), ("part", 2), ("due", "2026-03"), ("until", "2026-03"), ("amount", amount)];

    private static string Shown(SubjectEvaluation subject) => string.Join(
        ", ",
        new[] { subject["bonus.due"].Number, subject["bonus.deferred"].Number }
            .Select(number => number?.ToString("0.###", CultureInfo.InvariantCulture)).Append(subject["bonus.state"].Text));
}
