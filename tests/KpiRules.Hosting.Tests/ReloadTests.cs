using System;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>A change comes into use as a whole, once it has come to rest.</summary>
public sealed class ReloadTests
{
    private const string Broken = "{ \"id\": \"acme\"";

    [Fact]
    public async Task AChange_IsReadOnceItHasComeToRest()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store["acme"] = Texts.Ruleset("acme", "2");
        store.TellChange();
        catalogue.Time.Advance(TimeSpan.FromMilliseconds(200));
        store.TellChange();
        catalogue.Time.Advance(TimeSpan.FromMilliseconds(200));
        catalogue.InUse.Should().Equal("acme 1");
        catalogue.Settle();
        catalogue.InUse.Should().Equal("acme 2");
        store.Readings.Should().Be(2);
        var change = catalogue.Changes.Should().HaveCount(2).And.Subject.Last();
        (change.Went.Single().Version, change.Came.Single().Version).Should().Be(("1", "2"));
    }

    [Fact]
    public async Task ChangesThatNeverRest_AreReadAllTheSame()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store["acme"] = Texts.Ruleset("acme", "2");
        for (var i = 0; i < 30; i++)
        {
            store.TellChange();
            catalogue.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        catalogue.InUse.Should().Equal("acme 2");
    }

    [Fact]
    public async Task AHalfWrittenRuleset_IsWaitedOut()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store["acme"] = Broken;
        store.TellChange();
        catalogue.Settle();
        store["acme"] = Texts.Ruleset("acme", "3");
        catalogue.Time.Advance(TimeSpan.FromMilliseconds(500));
        catalogue.InUse.Should().Equal("acme 3");
        catalogue.Failures.Should().BeEmpty();
        catalogue.Log.Of(1005).Should().BeEmpty();
    }

    [Fact]
    public async Task ARulesetThatIsGone_GoesWithItsPolicyAfterAWhile()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1"), ["beta"] = Texts.Ruleset("beta", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store.Texts.Remove("beta");
        store.TellChange();
        catalogue.Settle();
        catalogue.InUse.Should().Equal("acme 1", "beta 1");
        catalogue.LosePatience();
        catalogue.InUse.Should().Equal("acme 1");
        catalogue.Problems.Should().BeEmpty();
        catalogue.Log.Of(1002).Should().ContainSingle();
    }

    [Fact]
    public async Task ARenamedRuleset_StaysInUseThroughout()
    {
        var store = new MemoryStore { ["old"] = Texts.Ruleset("acme", "1"), ["beta"] = Texts.Ruleset("beta", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        store.Texts.Remove("old");
        store["new"] = Texts.Ruleset("acme", "1");
        store.TellChange();
        catalogue.Settle();
        catalogue.InUse.Should().Equal("acme 1", "beta 1");
        catalogue.LosePatience();
        catalogue.InUse.Should().Equal("acme 1", "beta 1");
        catalogue.Failures.Should().BeEmpty();
        catalogue.Changes.Should().ContainSingle();
    }

    [Fact]
    public async Task AChangedBase_ChangesAllThatExtendIt()
    {
        var store = new MemoryStore
        {
            ["base"] = Texts.Ruleset("base", "1", bonus: 10),
            ["acme"] = """{ "id": "acme", "version": "1", "company": "Acme", "extends": "base" }""",
            ["beta"] = """{ "id": "beta", "version": "1", "company": "Beta", "extends": "base" }""",
            ["other"] = Texts.Ruleset("other", "1"),
        };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        var other = catalogue.Rulesets.Get("other", Period.Parse("2026-03"));
        store["base"] = Texts.Ruleset("base", "1", bonus: 20);
        store.TellChange();
        catalogue.Settle();
        catalogue.Changes.Last().Came.Select(policy => policy.Id).Should().Equal("acme", "base", "beta");
        foreach (var company in (string[])["Acme", "Beta"])
            catalogue.Rulesets.Get(company, Period.Parse("2026-03")).Evaluate(new Subject("ann"), Period.Parse("2026-03"))
                .Payout!.Amount.Should().Be(20);
        catalogue.Rulesets.Get("other", Period.Parse("2026-03")).Should().BeSameAs(other, "it has not changed");
    }

    [Fact]
    public async Task AHandlerThatThrows_IsLoggedAndTakesNothingFromTheOthers()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(store);
        catalogue.Rulesets.Changed += (_, _) => throw new InvalidOperationException("in the handler");
        var later = 0;
        catalogue.Rulesets.Changed += (_, _) => later++;
        store["acme"] = Texts.Ruleset("acme", "2");
        await catalogue.Rulesets.ReloadAsync();
        later.Should().Be(1);
        catalogue.Log.Of(1009).Should().ContainSingle().Which.Should().Contain("in the handler");
    }

    [Fact]
    public async Task WithoutReloadOnChange_OnlyAskingReads()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.From(store));
        store["acme"] = Texts.Ruleset("acme", "2");
        store.TellChange();
        catalogue.LosePatience();
        catalogue.InUse.Should().Equal("acme 1");
        (await catalogue.Rulesets.ReloadAsync()).Policies.Single().Version.Should().Be("2");
        store["acme"] = Broken;
        (await catalogue.Rulesets.ReloadAsync()).Problems.Should().ContainSingle("asked outright, nothing is waited for");
        catalogue.InUse.Should().Equal("acme 2");
    }

    [Fact]
    public async Task ReloadEvery_ReadsInIntervals()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.From(store).ReloadEvery(TimeSpan.FromSeconds(20)));
        store["acme"] = Texts.Ruleset("acme", "2");
        catalogue.Time.Advance(TimeSpan.FromSeconds(20));
        catalogue.Settle();
        catalogue.InUse.Should().Equal("acme 2");
    }

    [Fact]
    public async Task ReadingsThatTakeLong_DoNotQueueUp()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.From(store).ReloadEvery(TimeSpan.FromSeconds(1)));
        var slow = new TaskCompletionSource();
        store.Gate = slow.Task;
        for (var i = 0; i < 100; i++)
            catalogue.Time.Advance(TimeSpan.FromMilliseconds(500));
        store["acme"] = Texts.Ruleset("acme", "2");
        slow.SetResult();
        for (var i = 0; i < 6000 && catalogue.InUse.Single() != "acme 2"; i++)
        {
            await Task.Delay(10);
            catalogue.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        (store.Readings, catalogue.InUse.Single())
            .Should().Be((3, "acme 2"), "after the first and the slow one, what came meanwhile is looked at once");
    }
}
