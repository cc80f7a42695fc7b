using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Comparing;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Comparing;

/// <summary>What another policy, other facts, or a range of values of a fact would come to, on policies small enough to follow.</summary>
public sealed class ComparisonTests
{
    private const string Text = """
        { "id": "pay", "version": "1", "settings": { "language": "en" }, "parameters": { "hurdle": { "value": 0.8, "unit": "percent", "min": 0, "max": 1 }, "most": 9000 },
          "measures": { "sales": { "unit": "money" }, "collected": { "unit": "money" } }, "attributes": { "team": { "type": "text" } },
          "records": { "orders": { "fields": { "amount": { "unit": "money" } } } },
          "tables": { "prices": { "keys": [ { "name": "team" } ], "values": { "bonus": { "unit": "money" } }, "rows": [ { "team": "north", "bonus": 100 }, { "team": "south", "bonus": 50 } ] } },
          "kpis": { "collection": { "title": { "zh": "回款率", "en": "Collection" }, "formula": "collected / sales", "target": 0.9, "weight": 1 } },
          "scorecard": { "grades": [ { "grade": "good", "from": 90 }, { "grade": "poor", "from": 0 } ] },
          "incentives": {
            "commission": { "title": { "zh": "提成", "en": "Commission" }, "gate": "collection >= hurdle", "amount": { "on": "sales", "marginal": [ { "from": 0, "rate": 0.05 }, { "from": 100000, "rate": 0.07 } ] }, "max": "most" },
            "bonus": { "amount": "lookup(prices.bonus, team)" },
            "orders_bonus": { "each": "orders", "amount": "if(amount >= 1000, 10, 0)" },
            "drawn": { "amount": "sales * 1%", "draw": { "amount": 500, "recoverable": true } }
          } }
        """;

    private static readonly Period March = Period.Parse("2026-03");
    private static readonly Period January = Period.Parse("2026-01");

    private static readonly Dataset Facts = Dataset.Build(facts =>
    {
        foreach (var month in new[] { "2026-01", "2026-02", "2026-03" })
        {
            facts.Add("ann", month, ("team", "north"), ("sales", 120000), ("collected", 100000));
            facts.Add("bob", month, ("team", "south"), ("sales", 20000), ("collected", 15000));
            facts.AddRecord("ann", month, "orders", ("amount", 2000));
        }

        facts.Add("eve", "2026-03", ("team", "west"), ("sales", 20000));
        facts.AddRecords("orders");
    });

    private static Policy Pay => PolicyOf(Text);

    [Fact]
    public void With_IsTheRulesetWithThatValue()
    {
        var policy = Pay.With([new("hurdle", 0.7m)]);
        policy.Parameters.Select(parameter => (parameter.Name, parameter.Value, parameter.Unit))
            .Should().Equal(("hurdle", 0.7m, "percent"), ("most", 9000m, null));
        policy.ContentHash.Should().Be(PolicyOf(Text.Replace("0.8, \"unit\"", "0.7, \"unit\"")).ContentHash);
        policy.Evaluate(Facts, March)["bob"]["commission.state"].Text.Should().Be("paid");
        Pay.With([]).ContentHash.Should().Be(Pay.ContentHash);
    }

    [Fact]
    public void With_AnUnknownParameter_SaysWhichIsClose() =>
        Pay.Invoking(policy => policy.With([new("hurdel", 0.7m)])).Should().Throw<ArgumentException>()
            .WithMessage("There is no parameter 'hurdel'; did you mean 'hurdle'? There are: hurdle, most.");

    [Fact]
    public void With_AValueBeyondItsBounds_IsRefusedAsTheReaderDoes() =>
        Pay.Invoking(policy => policy.With([new("hurdle", 85m)])).Should().Throw<RulesetException>()
            .WithMessage("hurdle=85:1:1: error KPI2016: *85*");

    [Fact]
    public void Compare_TellsTheParameterThatOpensAGate()
    {
        var comparison = Pay.With([new("hurdle", 0.7m)]).Compare(Pay, new(Facts, March));
        comparison.ByPeriod().Select(change => (change.Subject, change.Difference, change.Kind)).Should().Equal(
            ("ann", 0m, ChangeKind.Unchanged), ("bob", 1000m, ChangeKind.Gain), ("eve", 0m, ChangeKind.Unchanged));
        var cause = comparison.CausesOf("bob", March).Should().ContainSingle().Subject;
        (cause.Name, cause.Part, cause.Reason, cause.FormulaAfter)
            .Should().Be(("commission.gate", "", CellChangeReason.Parameter, "collection >= hurdle"));
        cause.Inputs.Select(input => (input.Name, input.Before.Number, input.After.Number)).Should().Equal(("hurdle", 0.8m, 0.7m));
        comparison.Crossings.Select(crossing => (crossing.Result, crossing.From, crossing.To, crossing.Subjects.Count))
            .Should().Equal(("commission.state", "closed", "paid", 1));
    }

    [Theory]
    [InlineData("\"rate\": 0.05", "\"rate\": 0.06", "commission:amount:Rule")]
    [InlineData("\"north\", \"bonus\": 100", "\"north\", \"bonus\": 120", "bonus:amount:Table")]
    [InlineData("amount >= 1000, 10", "amount >= 1000, 20", "orders_bonus:earned:Rule")]
    [InlineData("\"bonus\": { \"amount\": \"lookup(prices.bonus, team)\"", "\"gift\": { \"amount\": \"70\"", "bonus::Rule, gift::Rule")]
    [InlineData("{ \"from\": 0, \"rate\": 0.05 }", "{   \"rate\": 0.050, \"from\": 0 }", "")]
    public void CausesOf_NamesTheCellsWhoseRuleDiffers(string was, string now, string expected)
    {
        var comparison = PolicyOf(Text.Replace(was, now)).Compare(Pay, new(Facts, March));
        string.Join(", ", comparison.CausesOf("ann", March).Select(cause => $"{cause.Name}:{cause.Part}:{cause.Reason}")
            .OrderBy(name => name, StringComparer.Ordinal)).Should().Be(expected);
    }

    /// <summary>What is held on one side is a class of its own, and in no gain or loss.</summary>
    [Fact]
    public void WhatIsHeldOnOneSide_IsNeitherGainNorLoss()
    {
        var comparison = PolicyOf(Text.Replace("\"south\", \"bonus\": 50", "\"west\", \"bonus\": 70"))
            .Compare(Pay, new(Facts, March));
        var payout = comparison.Costs[^1];
        payout[ChangeKind.NotAvailableAfter].Subjects.Should().Be(1, "bob's bonus is held now");
        payout[ChangeKind.NotAvailableBefore].Subjects.Should().Be(1, "eve's was held");
        (payout[ChangeKind.Gain].Subjects, payout[ChangeKind.Loss].Subjects, payout[ChangeKind.Unchanged].Subjects).Should().Be((0, 0, 1));
        comparison.Largest().Should().OnlyContain(change => change.Difference == null);
    }

    [Fact]
    public void Compare_OverARange_CarriesEachPolicysOwnDebts()
    {
        var after = PolicyOf(Text.Replace("\"draw\": { \"amount\": 500", "\"draw\": { \"amount\": 1000"));
        var comparison = after.Compare(Pay, new(Facts, January, March));
        var plain = after.Evaluate(new(Facts, January, March));
        comparison.After.Select(period => period["bob"]["drawn.closing"].Number)
            .Should().Equal(plain.Select(period => period["bob"]["drawn.closing"].Number)).And.Equal(800, 1600, 2400);
        comparison.BySubject().Single(change => change.Subject == "bob").Difference.Should().Be(1500);
        comparison.CausesOf("bob", March).Should().Contain(cause => cause.Reason == CellChangeReason.Rule && cause.Name == "drawn");
    }

    [Fact]
    public void WhatIf_OneMoreOrder_TellsWhatItPaysAndByWhichSteps()
    {
        var result = Pay.WhatIf(
            new(Facts, January, March), "ann", change => change
                .Add("sales", 20000).Add("collected", 20000).AddRecord("orders", ("amount", 20000m)));
        result.Changes.Where(change => change.Result.Kind == ValueKind.Number).Select(change => (change.Result.Name, change.Difference))
            .Should().Contain(("commission", 1400m)).And.Contain(("orders_bonus", 10m)).And.Contain(("drawn", 200m))
            .And.Contain(("payout", 1610m));
        result.StepsOf("commission").Should().Contain(step => step.Name == "commission" && step.After!.Role == "amount");
        result.Comparison.CausesOf("ann", March).SelectMany(cause => cause.Inputs).Select(input => input.Name).Distinct()
            .Should().BeEquivalentTo("sales", "orders");
    }

    [Fact]
    public void WhatIf_OfAHostsSubject_ByItself()
    {
        var subject = new Subject("ann") { ["sales"] = 90000, ["collected"] = 90000, ["team"] = "north" };
        Pay.WhatIf(subject, March, change => change.Add("sales", 20000)).Changes.Single(change => change.Result.Name == "commission")
            .Difference.Should().Be(1200, "10,000 of them are paid at 5 %, 10,000 at 7 %");
        subject["sales"].Number.Should().Be(90000);
    }

    [Fact]
    public void WhatIf_AddingToWhatIsNotThere_ChangesNothing() =>
        Pay.WhatIf(new(Facts, March), "eve", change => change.Add("collected", 1000)).Changes.Should().BeEmpty();

    [Fact]
    public void WhatIf_OfSomebodyNew_HasNoBefore()
    {
        var result = Pay.WhatIf(new(Facts, March), "zoe", change => change.Set("sales", 1000).Set("team", "north"));
        result.Before.Should().BeNull();
        result.Changes.Should().Contain(change => change.Result.Name == "bonus" && change.Before.Value.Kind == null);
        Facts.Subjects.Should().NotContain("zoe");
    }

    [Theory]
    [InlineData("sale", "There is no fact 'sale'; did you mean 'sales'?*")]
    [InlineData("team", "Fact 'team' is no number: nothing can be added to it.")]
    public void WhatIf_OfAFactThatIsNone_IsRefused(string fact, string message) =>
        Pay.Invoking(policy => policy.WhatIf(new(Facts, March), "ann", change => change.Add(fact, 1)))
            .Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void Curve_HasBothSidesOfATiersEdge_AndOfAGate()
    {
        var curve = Pay.Curve("commission", "sales", 0, 200000, new(Facts, March), "ann", new CurveOptions { Steps = 4 });
        var edges = curve.Points.Zip(curve.Points.Skip(1)).Where(pair => pair.Second.IsEdge)
            .Select(pair => (pair.First.At, pair.First.Value, pair.Second.At, pair.Second.Value)).ToList();
        edges.Should().Contain((100000m, 5000m, 100000.01m, 5000m), "there the next tier begins");
        edges.Should().Contain((125000m, 6750m, 125000.01m, 0m), "beyond, too little of it is collected");
        edges[0].Should().Be((0m, null, 0.01m, 0m), "nothing can be said of a collection rate of nothing");
    }

    [Fact]
    public void Curve_FindsAJumpInsideAFormula()
    {
        var policy = PolicyOf(Text.Replace("lookup(prices.bonus, team)", "if(sales / 2 > 12345.67, 5000, 1000)"));
        var curve = policy.Curve("bonus", "sales", 0, 100000, new(Facts, March), "ann", new CurveOptions { Steps = 10, EdgesOnly = true });
        curve.Points.Select(point => (point.At, point.Value))
            .Should().Equal((0m, 1000m), (24691.34m, 1000m), (24691.35m, 5000m), (100000m, 5000m));
    }

    [Fact]
    public void Curve_OfTheLastOfARange_CarriesDebts()
    {
        var curve = Pay.Curve("drawn", "sales", 0, 200000, new(Facts, January, March), "bob", new CurveOptions { Steps = 2 });
        curve.Points.Last().Value.Should().Be(1400, "2,000 less 600 that were advanced");
    }

    [Fact]
    public void Of_OtherPeriods_IsRefused()
    {
        var (one, two) = (Pay.Evaluate(new(Facts, January, March)), Pay.Evaluate(new(Facts, March, March)));
        FluentActions.Invoking(() => Comparison.Of(one, two)).Should().Throw<ArgumentException>();
        Comparison.Of(two, two).Invoking(same => same.BySubject("nothing")).Should().Throw<KeyNotFoundException>();
    }

    private static Policy PolicyOf(string text)
    {
        var read = Policy.Read(text);
        read.Policy.Should().NotBeNull(string.Join("\n", read.Diagnostics));
        return read.Policy!;
    }
}
