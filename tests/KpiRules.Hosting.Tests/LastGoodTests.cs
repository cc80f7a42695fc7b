using System;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Policies;
using KpiRules.Hosting.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>What is broken is told and takes nothing away.</summary>
public sealed class LastGoodTests
{
    private const string Broken = "{ \"id\": \"acme\"";

    [Fact]
    public async Task ABrokenRuleset_IsToldOnceAndTakesNothingAway()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        var before = catalogue.Rulesets.Get("acme", Period.Parse("2026-03"));
        store["acme"] = Broken;
        store.TellChange();
        catalogue.Settle();
        catalogue.Problems.Should().BeEmpty("it may be half-written");
        catalogue.LosePatience();
        catalogue.Problems.Should().Equal("acme: KPI1003");
        catalogue.Rulesets.Get("acme", Period.Parse("2026-03")).Should().BeSameAs(before);
        var problem = catalogue.Failures.Should().ContainSingle().Which.Problems.Single();
        problem.StandIn.Should().BeSameAs(before);
        catalogue.Log.Of(1005).Should().ContainSingle()
            .Which.Should().Be($"acme cannot be used; acme 1 ({before.ContentHash}) stays in use:\n{problem.Print("en")}");

        store.TellChange();
        catalogue.LosePatience();
        catalogue.Failures.Should().ContainSingle("nothing new is wrong");

        store["acme"] = Texts.Ruleset("acme", "1");
        store.TellChange();
        catalogue.Settle();
        catalogue.Problems.Should().BeEmpty();
        catalogue.Log.Of(1006).Should().Equal("acme is no problem any more");
    }

    [Fact]
    public async Task APolicyThatTheEngineRefuses_IsToldWhenItIsLoaded_AndTakesNothingAway()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options =>
        {
            options.Rulesets.From(store).ReloadOnChange();
            options.Engine = new RefusingEngine("2");
        });
        store["acme"] = Texts.Ruleset("acme", "2");
        store.TellChange();
        catalogue.LosePatience();
        catalogue.Problems.Should().Equal("acme: KPI5070");
        catalogue.InUse.Should().Equal("acme 1");
    }

    [Fact]
    public async Task ARulesetBrokenInAnotherWay_IsToldAgainAfterAWhile()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store["acme"] = Broken;
        store.TellChange();
        catalogue.LosePatience();
        store["acme"] = Texts.Ruleset("acme", "2").Replace("sales * 2", "slaes * 2");
        store.TellChange();
        catalogue.Settle();
        catalogue.Problems.Should().Equal("acme: KPI1003");
        catalogue.LosePatience();
        catalogue.Problems.Should().Equal("acme: KPI3002");
        catalogue.Failures.Should().HaveCount(2);
    }

    [Fact]
    public async Task ASourceThatFailsOrIsSuddenlyEmpty_TakesNothingAway()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store.Fault = new InvalidOperationException("the database is away");
        store.TellChange();
        catalogue.LosePatience();
        catalogue.InUse.Should().Equal("acme 1");
        catalogue.Problems.Should().Equal("MemoryStore: KPI7001");
        store.Fault = null;
        store.Texts.Clear();
        catalogue.Time.Advance(TimeSpan.FromSeconds(30));
        catalogue.LosePatience();
        catalogue.InUse.Should().Equal("acme 1");
        catalogue.Problems.Should().Equal("MemoryStore: KPI7003");
        store["acme"] = Texts.Ruleset("acme", "2");
        catalogue.Time.Advance(TimeSpan.FromSeconds(30));
        catalogue.InUse.Should().Equal("acme 2");
        catalogue.Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task ABaseThatCannotStandAlone_IsNoProblem()
    {
        var foundation =
            """{ "id": "base", "version": "1", "settings": { "language": "en" }, "kpis": { "margin": { "formula": "sales - cost" } } }""";
        var store = new MemoryStore
        {
            ["base"] = foundation,
            ["acme"] = """{ "id": "acme", "version": "1", "extends": "base", "measures": { "sales": {}, "cost": {} } }""",
        };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        (catalogue.InUse, catalogue.Problems).Should().BeEquivalentTo((new[] { "acme 1" }, Array.Empty<string>()));

        store["base"] = foundation.Replace("sales - cost", "sales - csot");
        store.TellChange();
        catalogue.LosePatience();
        catalogue.Problems.Should().Equal("acme: KPI3002");
        catalogue.Rulesets.Current.Problems[0].Diagnostics[0].File.Should().Be("base", "that is where the fault stands");
        catalogue.InUse.Should().Equal("acme 1");
    }

    [Fact]
    public async Task ANewVersionThatOverlaps_IsRefusedAndTheOldOneStays()
    {
        var store = new MemoryStore { ["a"] = Texts.Ruleset("acme", "1", effective: Texts.From(2026)) };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store["b"] = Texts.Ruleset("acme", "2", effective: Texts.From(2027));
        store.TellChange();
        catalogue.LosePatience();
        catalogue.Problems.Should().Equal("b: KPI5060");
        catalogue.Rulesets.Get("acme", Period.Parse("2027-01")).Version.Should().Be("1");

        store["a"] = Texts.Ruleset("acme", "1", effective: Texts.In(2026));
        store.TellChange();
        catalogue.Settle();
        catalogue.Problems.Should().BeEmpty();
        catalogue.Rulesets.Get("acme", Period.Parse("2027-01")).Version.Should().Be("2");
        catalogue.Rulesets.Get("acme", Period.Parse("2026-12")).Version.Should().Be("1");
    }

    [Fact]
    public async Task BeforeTheFirstReading_ThereIsNothingToAsk()
    {
        var store = new MemoryStore { ["acme"] = Broken };
        var loading = () => TestCatalogue.LoadAsync(store);
        (await loading.Should().ThrowAsync<RulesetsException>()).Which.Problems.Single().Name.Should().Be("acme");
        using var catalogue = await TestCatalogue.LoadAsync(store, startWithProblems: true);
        catalogue.InUse.Should().BeEmpty();
        catalogue.Problems.Should().Equal("acme: KPI1003");
    }

    [Fact]
    public async Task AStartThatFailed_PublishesNothingUntilAllIsGood()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1"), ["beta"] = Broken };
        using var catalogue = TestCatalogue.Of(store);
        var starting = () => catalogue.Rulesets.ReloadAsync();
        await starting.Should().ThrowAsync<RulesetsException>();
        store.TellChange();
        catalogue.LosePatience();
        catalogue.Rulesets.IsLoaded.Should().BeFalse("what is wrong at a start is not waited for");
        catalogue.Log.Of(1001).Should().BeEmpty();
        store["beta"] = Texts.Ruleset("beta", "1");
        store.TellChange();
        catalogue.Settle();
        catalogue.InUse.Should().Equal("acme 1", "beta 1");
        catalogue.Changes.Should().ContainSingle().Which.Came.Should().HaveCount(2);
    }
}
