using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Rulesets;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What lines and records do at their edges, and how a host sees them.</summary>
public sealed class IncentiveTests
{
    private static readonly Period March = Period.Parse("2026-03");

    [Fact]
    public void Payout_ListsLinesWithStatesAndCauses()
    {
        var policy = Read("""
            "commission": { "title": "Commission", "kind": "commission", "appliesTo": "level = 'rep'", "basis": "sales", "rate": "10%" },
            "bonus": { "gate": "sales > 1000", "amount": 50 }, "quarterly": { "every": "quarter", "amount": 7 }
            """);
        var ann = policy.Evaluate(new Subject("ann") { ["sales"] = 100, ["level"] = "rep" }, March);
        ann.Payout!.Amount.Should().Be(17);
        ann.Payout.Held.Should().Be(0);
        ann.Payout.Lines.Select(line => (line.Name, line.State, line.Amount)).Should().Equal(
            ("commission", LineState.Paid, 10m), ("bonus", LineState.Closed, 0m), ("quarterly", LineState.Paid, 7m));
        ann.Payout["commission"].Part("rate")!.Value.Number.Should().Be(0.1m);

        var bob = policy.Evaluate(new Subject("bob") { ["sales"] = 100, ["level"] = "clerk" }, Period.Parse("2026-02"));
        bob.Payout!.Lines.Select(line => line.State).Should().Equal(LineState.None, LineState.Closed, LineState.None);
        bob["commission.basis"].IsAvailable.Should().BeFalse("a line that is not there has no parts");
        var eve = policy.Evaluate(new Subject("eve") { ["sales"] = 100 }, March);
        (eve.Payout!.Amount, eve.Payout.Held).Should().Be((7m, 1));
        eve.Payout["commission"].Cause!.Explain("en")
            .Should().Be("whether 'commission' applies to this subject is not known: 'level' is missing");
        FluentActions.Invoking(() => eve.Payout["comission"])
            .Should().Throw<System.Collections.Generic.KeyNotFoundException>()
            .WithMessage("There is no incentive 'comission'; did you mean 'commission'?");
    }

    /// <summary>A total that is too large is none, and never 0; what is held is told wherever the total is.</summary>
    [Fact]
    public void APayoutThatCannotBeWorkedOut_IsNotAvailable()
    {
        var policy = Read("""
            "one": { "amount": "sales" }, "two": { "amount": "sales" }, "three": { "appliesTo": "level = 'rep'", "amount": 1 }
            """, "", """
            "warnings": { "w": { "when": "sales > 0", "message": { "en": "pays {payout:N0}", "zh": "发放 {payout:N0}" } } },
            """);
        var ann = policy.Evaluate(new Subject("ann") { ["sales"] = decimal.MaxValue }, March);
        ann.Payout!.Amount.Should().BeNull();
        ann.Payout.Cause!.Explain("en").Should().Be("a number in 'payout' is too large (beyond 7.9 × 10^28)");
        ann.Payout.Held.Should().Be(1);
        ann["payout.held"].Number.Should().Be(1);
        ann.Explain("payout").Held.Should().Be(1);
        ann.Explain("payout").ToString().Should().StartWith("payout = not available, 1 held\n");
        var bob = policy.Evaluate(new Subject("bob") { ["sales"] = 20 }, March);
        (bob.Payout!.Amount, bob.Payout.Cause, bob.Payout.Held).Should().Be((40m, null, 1));
        bob.Explain("payout").ToString().Should().StartWith("payout = 40.00, 1 held\n");
        bob.Explain("payout").ToString("zh").Should().StartWith("payout = 40.00，另有 1 项待定\n");
        bob.Explain("one").Held.Should().BeNull();
        bob.Warnings.Single().Message("en").Should().Be("pays 40 (1 held)");
        bob.Warnings.Single().Message("zh").Should().Be("发放 40（另有 1 项待定）");
        var eve = policy.Evaluate(new Subject("eve") { ["sales"] = 20, ["level"] = "rep" }, March);
        eve.Explain("payout").ToString().Should().StartWith("payout = 41.00\n");
        eve.Warnings.Single().Message("en").Should().Be("pays 41");
    }

    [Fact]
    public void ADebtThatNobodyKnows_HoldsTheLineWhateverWasEarned()
    {
        var policy = Read("""
            "drawn": { "amount": "sales", "draw": { "amount": 100, "recoverable": true } }
            """, "\"before\": { \"formula\": \"previous(drawn)\" },");
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-01", ("sales", 40)).Add("ann", "2026-02", ("sales", 90)).Add("ann", "2026-03", ("sales", 300)));
        policy.Evaluate(facts, Period.Parse("2026-02"))["ann"]
            .Payout!["drawn"].State.Should().Be(LineState.Held, "90 is less than the draw, but what was owed is not known");
        var range = policy.Evaluate(new(facts, Period.Parse("2026-01"), March));
        range.Select(month => (month["ann"]["drawn"].Number, month["ann"]["drawn.closing"].Number))
            .Should().Equal((100m, 60m), (100m, 70m), (230m, 0m));
        range[2]["ann"]["before"].Number.Should().Be(100, "the month before is what it was");
    }

    [Fact]
    public void APool_IsOfThoseWhoHaveFacts_AndMayBeLookedAtLater()
    {
        var policy = Read("""
            "pot": { "pool": { "amount": 100, "among": "team" } }
            """, "\"before\": { \"formula\": \"previous(pot)\" }, \"mean\": { \"formula\": \"averageOf(payout, 2)\" },");
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-02", ("sales", 1), ("team", "a"))
            .Add("bob", "2026-02", ("sales", 1), ("team", "a"))
            .Add("ann", "2026-03", ("sales", 1))
            .Add("bob", "2026-03"));
        var march = policy.Evaluate(facts, March);
        march["ann"]["pot"].Number.Should().Be(100, "an empty row is nobody");
        march["ann"]["before"].Number.Should().Be(50);
        march["ann"]["mean"].Number.Should().Be(75);
        march["bob"].Payout!["pot"].State.Should().Be(LineState.Held);
        var left = Dataset.Build(builder => builder
            .Add("ann", "2026-02", ("sales", 1), ("team", "a"))
            .Add("eve", "2026-02", ("sales", 1), ("team", "a")).Add("ann", "2026-03", ("sales", 1)));
        policy.Evaluate(left, March)["ann"]["before"].Number.Should().Be(50, "eve was there then");
    }

    [Fact]
    public void RecordsOfShorterPeriods_LeaveMeasuresAlone()
    {
        var facts = Dataset.Build(builder =>
        {
            builder.Add("ann", "2026-03", ("sales", 10));
            foreach (var day in Enumerable.Range(1, 31))
                builder.AddRecord("ann", Period.Parse("2026-03-01").Add(day - 1), "deals", [new("amount", 1)]);
        });
        var ann = Read("\"each\": { \"each\": \"deals\", \"amount\": \"amount\" }").Evaluate(facts, March)["ann"];
        ann["k_base"].Number.Should().Be(100, "the default of a month is not that of its days");
        ann["revenue"].Number.Should().Be(31);
        ann["each"].Number.Should().Be(31);
    }

    [Fact]
    public void RecordsOfALongerPeriod_KnowHolesAndBeginnings()
    {
        var policy = Read("\"each\": { \"each\": \"deals\", \"amount\": \"amount\" }");
        var hole = Dataset.Build(
            builder => builder.AddRecord("ann", "2026-01", "deals", ("amount", 10)).AddRecord("ann", "2026-03", "deals", ("amount", 10)));
        var quarter = policy.Evaluate(hole, Period.Parse("2026-Q1"))["ann"];
        quarter["revenue"].Cause!.Explain("en").Should().Be("there are no facts for 2026-02");
        quarter["to_date"].Number.Should().BeNull();
        quarter.Payout!["each"].State.Should().Be(LineState.Held);
        var late = Dataset.Build(
            builder => builder.AddRecord("ann", "2026-02", "deals", ("amount", 10)).AddRecord("ann", "2026-03", "deals", ("amount", 10)));
        policy.Evaluate(late, Period.Parse("2026-Q1"))["ann"]["revenue"].Number.Should().BeNull("January may be missing");
        policy.Evaluate(
            Dataset.Build(builder => builder.CompleteFrom("2026-01").AddRecord("ann", "2026-02", "deals", ("amount", 10))
                .AddRecord("ann", "2026-03", "deals", ("amount", 10))),
            Period.Parse("2026-Q1"))["ann"]["revenue"]
            .Number.Should().Be(20);
    }

    /// <summary>The four ways to round, of amounts on both sides of zero.</summary>
    [Theory]
    [InlineData("halfUp", 2.345, 2.35)]
    [InlineData("halfUp", -2.345, -2.35)]
    [InlineData("halfEven", 2.345, 2.34)]
    [InlineData("halfEven", 2.355, 2.36)]
    [InlineData("down", 2.349, 2.34)]
    [InlineData("down", -2.349, -2.34)]
    [InlineData("up", 2.341, 2.35)]
    [InlineData("up", -2.341, -2.35)]
    [InlineData("up", 2.34, 2.34)]
    public void Rounding_IsTheRulesets(string rounding, double amount, double expected) =>
        Read("\"line\": { \"amount\": \"sales\" }", settings: $"\"settings\": {{ \"rounding\": \"{rounding}\" }},")
            .Evaluate(new Subject("ann") { ["sales"] = (decimal)amount }, March)["line"].Number.Should().Be((decimal)expected);

    private static Policy Read(string incentives, string kpis = "", string settings = "")
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", {{settings}}
              "measures": { "sales": { "unit": "money" }, "base": { "default": 100 } }, "attributes": { "level": { "type": "text" }, "team": { "type": "text" } },
              "records": { "deals": { "fields": { "amount": { "unit": "money" } } } },
              "kpis": { {{kpis}} "k_base": { "formula": "base" }, "revenue": { "formula": "sum(deals, amount)" }, "to_date": { "formula": "ytd(sum(deals, amount))" } },
              "incentives": { {{incentives}} } }
            """);
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }
}
