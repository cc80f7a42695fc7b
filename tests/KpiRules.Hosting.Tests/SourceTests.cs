using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Rulesets;
using KpiRules.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>What is taken for a ruleset, wherever it lies.</summary>
public sealed class SourceTests
{
    private static readonly Period March = Period.Parse("2026-03");

    /// <summary>Two companies with one base and an overlay each; worked out by hand.</summary>
    [Theory]
    [InlineData("Acme", 85_000, 3_000, 3_000)]
    [InlineData("Beta", 85_000, 0, 200)]
    [InlineData("Acme", 96_000, 3_000, 3_000)]
    [InlineData("Beta", 96_000, 2_000, 2_200)]
    public async Task TwoCompaniesOnOneBase_PayDifferentlyForTheSameFacts(string company, int collected, int commission, int payout)
    {
        using var folder = new TestFolder();
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Hosting.Tests", "Rulesets")))
            folder[Path.GetFileName(file)] = File.ReadAllText(file);
        var ann = new Subject("ann") { ["sales"] = 100_000, ["collected"] = collected };
        using var fromFolder = await TestCatalogue.LoadAsync(options => options.Rulesets.FromFolder(folder.Path));
        using var embedded = await TestCatalogue.LoadAsync(
            options => options.Rulesets.FromEmbedded(typeof(SourceTests).Assembly, "Rulesets."));
        foreach (var catalogue in (TestCatalogue[])[fromFolder, embedded])
        {
            var result = catalogue.Rulesets.Get(company, March).Evaluate(ann, March);
            (result.Payout!["commission"].Amount, result.Payout.Amount).Should().Be((commission, payout));
            (result.Evaluation.RulesetId, result.Evaluation.RulesetVersion)
                .Should().Be(company == "Acme" ? ("acme", "2026.1") : ("beta", "7"));
        }
    }

    [Fact]
    public async Task AFolder_GivesItsRulesetsAndThoseOfItsFolders()
    {
        using var folder = new TestFolder
        {
            ["acme.json"] = Texts.Ruleset("acme", "1"),
            ["beta/ruleset.json"] = Texts.Ruleset("beta", "1", extends: "shared"),
            ["beta/shared.json"] = """{ "company": "Beta" }""",
            ["beta/draft.json"] = "{ nothing yet",
            ["facts.json"] = """[ { "subject": "ann" } ]""",
            ["kpirules.schema.json"] = """{ "$schema": "x", "properties": { "id": {} } }""",
            [".acme.json"] = "{ an editor's",
            ["..data/ruleset.json"] = Texts.Ruleset("acme", "1"),
            ["notes.txt"] = "no JSON",
        };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.FromFolder(folder.Path));
        catalogue.InUse.Should().Equal("acme 1", "beta 1");
        catalogue.Rulesets.Get("Beta", March).Id.Should().Be("beta");
        catalogue.Log.Of(1007).Should().HaveCount(2);
    }

    [Fact]
    public async Task JsonThatMayBeARuleset_IsNeverIgnored()
    {
        using var folder = new TestFolder { ["a.json"] = """{ "kpis": {} }""", ["b.json"] = "{ nothing yet", ["c/ruleset.json"] = "[]" };
        using var catalogue = await TestCatalogue.LoadAsync(
            options => (options.StartWithProblems, _) = (true, options.Rulesets.FromFolder(folder.Path)));
        catalogue.Problems.Should().Equal(
            $"{folder.Path}/a.json: KPI2003 KPI2003", $"{folder.Path}/b.json: KPI1001", $"{folder.Path}/c/ruleset.json: KPI2002");
    }

    [Fact]
    public async Task ARulesetOverwrittenWithOtherJson_KeepsItsPolicy()
    {
        using var folder = new TestFolder { ["acme.json"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.FromFolder(folder.Path));
        folder["acme.json"] = "{}";
        (await catalogue.Rulesets.ReloadAsync()).Problems.Should().ContainSingle();
        catalogue.InUse.Should().Equal("acme 1");
        Directory.Delete(folder.Path, recursive: true);
        (await catalogue.Rulesets.ReloadAsync()).Problems.Should().Contain(problem => problem.Diagnostics[0].Code == "KPI7001");
        catalogue.InUse.Should().Equal("acme 1");
    }

    [Fact]
    public async Task AChangeInAFolder_IsSeen()
    {
        using var folder = new TestFolder
        {
            ["acme.json"] = Texts.Ruleset("acme", "1", extends: "base"),
            ["base.json"] = """{ "company": "Acme" }"""
        };
        using var catalogue = await TestCatalogue.LoadAsync(
            options => (options.QuietTime, _) = (TimeSpan.FromMilliseconds(20), options.Rulesets.FromFolder(folder.Path).ReloadOnChange()),
            services => services.AddSingleton(TimeProvider.System));
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        catalogue.Rulesets.Changed += (_, _) => changed.TrySetResult();
        folder["base.json"] = """{ "company": "Acme Ltd" }""";
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        catalogue.Rulesets.Get("Acme Ltd", March).Id.Should().Be("acme");
    }

    /// <summary>As a deployment does it; the system goes on watching the old one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFolderThatTakesThePlaceOfAnother_IsSeen(bool isMoved)
    {
        using var folder = new TestFolder
        {
            ["live/acme.json"] = Texts.Ruleset("acme", "1"),
            ["next/acme.json"] = Texts.Ruleset("acme", "2")
        };
        var (live, next) = (Path.Combine(folder.Path, "live"), Path.Combine(folder.Path, "next"));
        using var catalogue = await TestCatalogue.LoadAsync(
            options => (options.QuietTime, _) = (TimeSpan.FromMilliseconds(20), options.Rulesets.FromFolder(live).ReloadOnChange()),
            services => services.AddSingleton(TimeProvider.System));
        if (isMoved)
            Directory.Move(live, Path.Combine(folder.Path, "last"));
        else
            Directory.Delete(live, recursive: true);
        Directory.Move(next, live);
        await Until("acme 2");
        folder["live/acme.json"] = Texts.Ruleset("acme", "3");
        await Until("acme 3");

        async Task Until(string expected)
        {
            for (var i = 0; i < 6000 && catalogue.InUse.Single() != expected; i++)
                await Task.Delay(10);
            catalogue.InUse.Should().Equal(expected);
        }
    }

    [UnprivilegedFact]
    public Task AFolderThatMayNotBeLookedInto_KeepsItsPolicy() => OwnProcess.OutputOfAsync(CloseAFolder, [], isUnprivileged: true);

    private static async Task CloseAFolder(string[] words)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        using var folder = new TestFolder
        {
            ["acme/ruleset.json"] = Texts.Ruleset("acme", "1"),
            ["beta.json"] = Texts.Ruleset("beta", "1"),
            ["lost/found.txt"] = ""
        };
        var (acme, lost) = (Path.Combine(folder.Path, "acme"), Path.Combine(folder.Path, "lost"));
        var open = File.GetUnixFileMode(acme);
        File.SetUnixFileMode(lost, UnixFileMode.None);
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.FromFolder(folder.Path));
        File.SetUnixFileMode(acme, UnixFileMode.None);
        await catalogue.Rulesets.ReloadAsync();
        catalogue.InUse.Should().Equal("acme 1", "beta 1");
        catalogue.Problems.Should().Equal($"{folder.Path}/acme/ruleset.json: KPI7001");
        File.SetUnixFileMode(acme, open);
        File.SetUnixFileMode(lost, open);
        Directory.Delete(acme, recursive: true);
        await catalogue.Rulesets.ReloadAsync();
        catalogue.InUse.Should().Equal(["beta 1"], "it is gone indeed");
    }

    [Fact]
    public async Task AHostsOwnSource_IsAskedForItsIdsAndTheirBases()
    {
        var source = new OwnSource
        {
            ["acme"] = """{ "id": "acme", "version": "1", "extends": "base" }""",
            ["base"] = Texts.Ruleset("base", "1", "Acme")
        };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.From(source, "acme"));
        catalogue.InUse.Should().Equal("acme 1");
        catalogue.Rulesets.Get("Acme", March).Id.Should().Be("acme");
        source.Remove("acme");
        (await catalogue.Rulesets.ReloadAsync()).Problems.Single().ToString()
            .Should().Be("acme:1:1: error KPI7001: cannot be read: OwnSource has no ruleset of this id");
        catalogue.InUse.Should().Equal("acme 1");
    }

    [Fact]
    public async Task AStoreThatIsAService_IsFound()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(
            options => options.Rulesets.From<MemoryStore>(), services => services.AddSingleton(store));
        catalogue.InUse.Should().Equal("acme 1");
    }

    private sealed class OwnSource : Dictionary<string, string>, IRulesetSource
    {
        public RulesetText? Find(string id) => TryGetValue(id, out var text) ? new RulesetText(id, text) : null;
    }
}
