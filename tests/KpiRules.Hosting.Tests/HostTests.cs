using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Policies;
using KpiRules.Hosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>One line plugs a policy in; a host without its policy does not start.</summary>
public sealed class HostTests
{
    private static readonly Period March = Period.Parse("2026-03");

    [Fact]
    public async Task OneLine_PlugsThePolicyIn()
    {
        using var folder = new TestFolder { ["rulesets/acme.json"] = Texts.Ruleset("acme", "1", "Acme") };
        using var host = Build(folder.Path, services => services
            .AddKpiRules(o => o.Rulesets.FromFolder("rulesets").ReloadOnChange())
            .AddHostedService<PayAtStart>());
        await host.StartAsync();
        host.Services.GetRequiredService<PayRun>().Result.Should().Be(100);
        await host.StopAsync();
    }

    [Fact]
    public async Task ABrokenRuleset_KeepsTheHostFromStarting()
    {
        using var folder = new TestFolder
        {
            ["acme.json"] = Texts.Ruleset("acme", "1"),
            ["beta.json"] = Texts.Ruleset("beta", "1").Replace("sales * 2", "slaes")
        };
        using var host = Build(folder.Path, services => services.AddKpiRules(o => o.Rulesets.FromFolder(".")));
        var starting = () => host.StartAsync();
        var thrown = (await starting.Should().ThrowAsync<RulesetsException>()).Which;
        thrown.Message.Should().Be("""
            ./beta.json:3:36: error KPI3002: unknown name 'slaes' in the formula of 'twice'; did you mean 'sales'?
                "kpis": { "twice": { "formula": "slaes", "unit": "money" } },
                                                 ^^^^^
            """.Replace("\r\n", "\n"));
        var asking = () => host.Services.GetRequiredService<RulesetCatalogue>().Current;
        asking.Should().Throw<InvalidOperationException>();

        using var going = Build(
            folder.Path, services => services.AddKpiRules(o => (o.StartWithProblems, _) = (true, o.Rulesets.FromFolder("."))));
        await going.StartAsync();
        going.Services.GetRequiredService<RulesetCatalogue>().Get("acme", March).Version.Should().Be("1");
    }

    [Fact]
    public async Task Options_AreCheckedAtTheStart()
    {
        using var folder = new TestFolder();
        using var host = Build(folder.Path, services => services.AddKpiRules(o =>
        {
            o.Rulesets.FromFolder("nowhere").FromEmbedded(typeof(HostTests).Assembly, "Nothing.").ReloadEvery(TimeSpan.Zero);
            (o.QuietTime, o.Patience) = (TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(-2));
        }));
        var starting = () => host.StartAsync();
        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            $"The folder 'nowhere' of rulesets does not exist; it is looked for as '{Path.Combine(folder.Path, "nowhere")}'.",
            $"The assembly '{typeof(HostTests).Assembly.GetName().Name}' has no resource 'Nothing.….json'.",
            "QuietTime must not be negative, but is -00:00:01.",
            "Patience must not be negative, but is -00:00:02.",
            "The interval of ReloadEvery must be more than zero, but is 00:00:00.");

        using var endless = Build(folder.Path, services => services.AddKpiRules(
            o => (o.QuietTime, _) = (TimeSpan.MaxValue, o.Rulesets.FromFolder(".").ReloadEvery(TimeSpan.FromDays(100)))));
        var startingEndless = () => endless.StartAsync();
        (await startingEndless.Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should().Be("QuietTime, Patience and the interval of ReloadEvery must be at most 28 days.");

        using var without = Build(folder.Path, services => services.AddKpiRules(_ => { }));
        var startingWithout = () => without.StartAsync();
        (await startingWithout.Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should().StartWith("There is no source of rulesets");
    }

    [Fact]
    public async Task Health_SaysWhatIsWrongAndNoFacts()
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", "1") };
        using var catalogue = await TestCatalogue.LoadAsync(options => options.Rulesets.From(store), services => services
            .AddHealthChecks().AddCheck<KpiRulesHealthCheck>("kpirules"));
        (await CheckAsync(catalogue)).Status.Should().Be(HealthStatus.Healthy);

        store["acme"] = Texts.Ruleset("acme", "2").Replace("sales * 2", "slaes");
        await catalogue.Rulesets.ReloadAsync();
        var degraded = await CheckAsync(catalogue);
        (degraded.Status, degraded.Description)
            .Should().Be((HealthStatus.Degraded, "Policies in use: 1; problems: 1, of which with a last good policy in use: 1."));
        degraded.Data["acme"].Should().BeEquivalentTo(
            new[] { "acme:3:36: error KPI3002: unknown name 'slaes' in the formula of 'twice'; did you mean 'sales'?" });

        using var nothing = await TestCatalogue.LoadAsync(
            options => (options.StartWithProblems, _) = (true, options.Rulesets.From(new MemoryStore())),
            services => services.AddHealthChecks().AddCheck<KpiRulesHealthCheck>("kpirules"));
        (await CheckAsync(nothing)).Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Health_BeforeTheFirstReading_IsBad()
    {
        using var services = new ServiceCollection().AddLogging().AddKpiRules(o => o.Rulesets.From(new MemoryStore()))
            .AddHealthChecks().AddCheck<KpiRulesHealthCheck>("kpirules").Services.BuildServiceProvider();
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        (report.Status, report.Entries["kpirules"].Description).Should().Be((HealthStatus.Unhealthy, "The rulesets have not been read."));
    }

    private static async Task<HealthReportEntry> CheckAsync(TestCatalogue catalogue) =>
        (await catalogue.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["kpirules"];

    private static IHost Build(string contentRoot, Action<IServiceCollection> configure) => new HostBuilder()
        .UseContentRoot(contentRoot)
        .ConfigureServices(services => configure(services.AddSingleton<PayRun>()))
        .Build();

    private sealed class PayRun
    {
        public decimal? Result { get; set; }
    }

    /// <summary>A hosted service that evaluates as it starts: the rulesets are there by then.</summary>
    private sealed class PayAtStart(KpiEvaluator evaluator, PayRun run) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            run.Result = evaluator.Evaluate("Acme", new Subject("ann"), March).Payout!.Amount;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
