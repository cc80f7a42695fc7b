// A catalogue on sources of a test's own, with a clock the test turns and a log the test reads.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Reload;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class TestCatalogue : IDisposable
{
    private readonly ServiceProvider _services;

    private TestCatalogue(Action<KpiRulesOptions> configure, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ILoggerFactory>(new LoggerFactory([Log]))
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddKpiRules(configure)
            .AddKpiRules(options => options.Language ??= "en");
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
        Rulesets = _services.GetRequiredService<RulesetCatalogue>();
        Rulesets.Changed += (_, change) => Changes.Add(change);
        Rulesets.Failed += (_, failure) => Failures.Add(failure);
    }

    public IServiceProvider Services => _services;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    public TestLog Log { get; } = new();

    public RulesetCatalogue Rulesets { get; }

    public List<RulesetsChangedEventArgs> Changes { get; } = [];

    public List<RulesetsFailedEventArgs> Failures { get; } = [];

    /// <summary>What is in use, as <c>id version</c>.</summary>
    public IEnumerable<string> InUse => Rulesets.Current.Policies.Select(policy => $"{policy.Id} {policy.Version}");

    /// <summary>What is wrong, as <c>name: codes</c>.</summary>
    public IEnumerable<string> Problems => Rulesets.Current.Problems.Select(problem =>
        $"{problem.Name}: {string.Join(" ", problem.Diagnostics.Select(diagnostic => diagnostic.Code))}");

    /// <summary>Not read yet.</summary>
    public static TestCatalogue Of(MemoryStore store) => new(options => options.Rulesets.From(store).ReloadOnChange(), null);

    public static async Task<TestCatalogue> LoadAsync(Action<KpiRulesOptions> configure, Action<IServiceCollection>? more = null)
    {
        var catalogue = new TestCatalogue(configure, more);
        try
        {
            await catalogue.Rulesets.ReloadAsync();
            return catalogue;
        }
        catch
        {
            catalogue.Dispose();
            throw;
        }
    }

    public static Task<TestCatalogue> LoadAsync(MemoryStore store, bool startWithProblems = false) => LoadAsync(options =>
    {
        options.Rulesets.From(store).ReloadOnChange();
        options.StartWithProblems = startWithProblems;
    });

    /// <summary>Long enough for changes to be read, too short for anything bad to be told.</summary>
    public void Settle() => Time.Advance(TimeSpan.FromMilliseconds(250));

    /// <summary>So long that what is bad now is told.</summary>
    public void LosePatience()
    {
        for (var i = 0; i < 10; i++)
            Time.Advance(TimeSpan.FromMilliseconds(500));
    }

    public void Dispose() => _services.Dispose();
}
