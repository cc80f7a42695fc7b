using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Observation;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>What is seen from outside: enough to run a payroll by, and nothing about anybody unless the host says so.</summary>
public sealed class TelemetryTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Dataset Facts = Dataset.Build(d => d
        .Add("ann-secret", "2026-03", ("sales", 123_456m))
        .Add("bob-secret", "2026-03", ("sales", "many")));

    [Fact]
    public async Task Evaluations_AreMeasured()
    {
        using var catalogue = await LoadAsync();
        using var meter = new Measured(catalogue.Services);
        var evaluator = catalogue.Services.GetRequiredService<KpiEvaluator>();
        evaluator.Evaluate("Acme", Facts, March).RulesetVersion.Should().Be("1");
        evaluator.Evaluate("Acme", new Subject("ann"), March);
        var policy = catalogue.Rulesets.Get("acme", March);
        evaluator.Evaluate(policy, new EvaluationRequest(Facts, March, March.Add(1))).Should().HaveCount(2);
        var failing = () => evaluator.Evaluate(policy, Facts, March, null, new CancellationToken(canceled: true));
        failing.Should().Throw<OperationCanceledException>();

        const string acme = "kpirules.company=Acme kpirules.ruleset.id=acme kpirules.ruleset.version=1";
        meter.Of("kpirules.evaluations").Should().Equal($"1 {acme}", $"1 {acme}", $"1 {acme}", $"1 error.type=_OTHER {acme}");
        meter.Of("kpirules.evaluation.duration").Should().HaveCount(4);
        // 'twice' of bob, who has no sales; of ann alone; of bob once more
        meter.Of("kpirules.cells.not_available").Should().Equal($"1 {acme}", $"1 {acme}", $"1 {acme}");
    }

    [Fact]
    public async Task Reloads_AreCounted()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.From(store), services => services.AddMetrics());
        using var meter = new Measured(catalogue.Services);
        store["acme"] = Texts.Ruleset("acme", "2");
        await catalogue.Rulesets.ReloadAsync();
        await catalogue.Rulesets.ReloadAsync();
        store["acme"] = "{}";
        await catalogue.Rulesets.ReloadAsync();
        meter.Of("kpirules.reloads").Should().Equal("1 ");
        meter.Of("kpirules.reload.failures").Should().Equal("1 error.type=KPI2003");
    }

    [Fact]
    public async Task Traces_NameThePolicyAndNobody()
    {
        using var traced = new Traced();
        using var catalogue = await LoadAsync(version: "traced");
        catalogue.Services.GetRequiredService<KpiEvaluator>().Evaluate("Acme", Facts, March);
        var evaluation = traced.EvaluationsOf("traced").Single();
        evaluation.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value).Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["kpirules.ruleset.id"] = "acme",
            ["kpirules.ruleset.version"] = "traced",
            ["kpirules.ruleset.hash"] = catalogue.Rulesets.Get("acme", March).ContentHash,
            ["kpirules.company"] = "Acme",
            ["kpirules.period"] = "2026-03",
            ["kpirules.subject.count"] = 2,
        });
    }

    [Fact]
    public async Task Logs_HoldFactsAndPayOnlyWhereTheHostSaysSo()
    {
        using var quiet = await LoadAsync();
        quiet.Services.GetRequiredService<KpiEvaluator>().Evaluate("Acme", Facts, March);
        quiet.Log.Of(2001).Should().ContainSingle().Which.Should().EndWith("for 2026-03: 2 subjects, 1 data issues");
        quiet.Log.All.Should().NotContain(text => text.Contains("secret") || text.Contains("123") || text.Contains("many"));

        using var open = await LoadAsync(logsFacts: true);
        open.Services.GetRequiredService<KpiEvaluator>().Evaluate("Acme", Facts, March);
        open.Log.Of(2002).Should().ContainSingle().Which.Should().Contain("bob-secret");
        open.Log.Of(2003).Should().Equal(
            "ann-secret in 2026-03 by acme 1: payout 100, 0 lines held", "bob-secret in 2026-03 by acme 1: payout 100, 0 lines held");
    }

    [Fact]
    public void EveryInstrumentAttributeAndEvent_IsInTheDocumentation()
    {
        var documentation = File.ReadAllText(Repository.PathOf("docs", "hosting.md"));
        var names = typeof(Attributes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Concat([
                "kpirules.evaluations",
                "kpirules.evaluation.duration",
                "kpirules.cells.not_available",
                "kpirules.reloads",
                "kpirules.reload.failures"
            ]);
        var ids = new[] { "ReloadLog", "EvaluationLog" }
            .SelectMany(log => typeof(KpiEvaluator).Assembly.GetTypes().Single(type => type.Name == log).GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(Microsoft.Extensions.Logging.LoggerMessageAttribute), false))
            .Select(attribute => $"| {((Microsoft.Extensions.Logging.LoggerMessageAttribute)attribute).EventId} |");
        names.Select(name => $"`{name}`").Concat(ids).Where(name => !documentation.Contains(name)).Should().BeEmpty();
    }

    private static Task<TestCatalogue> LoadAsync(string version = "1", bool logsFacts = false)
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", version, "Acme") };
        return TestCatalogue.LoadAsync(
            options => (options.LogFacts, _) = (logsFacts, options.Rulesets.From(store)), services => services.AddMetrics());
    }
}
