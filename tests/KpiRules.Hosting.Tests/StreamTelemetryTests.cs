using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Evaluation;
using KpiRules.Hosting.Tests.Support;
using KpiRules.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>A stream is one evaluation to whoever looks on.</summary>
public sealed class StreamTelemetryTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly SubjectMap<string> Map = new SubjectMap<string>().Subject(id => id)
        .Fact("sales", id => id == "ann-secret" ? 5 : (int?)null);

    [Fact]
    public async Task AStream_IsOneEvaluation()
    {
        using var catalogue = await LoadAsync();
        using var meter = new Measured(catalogue.Services);
        (await TakeAsync(catalogue, int.MaxValue)).Should().Be(3);
        (await TakeAsync(catalogue, 1)).Should().Be(1);
        await FluentActions.Awaiting(() => TakeAsync(catalogue, int.MaxValue, new InvalidOperationException()))
            .Should().ThrowAsync<InvalidOperationException>();

        const string acme = "kpirules.company=Acme kpirules.ruleset.id=acme kpirules.ruleset.version=1";
        meter.Of("kpirules.evaluations").Should().Equal($"1 {acme}", $"1 {acme}", $"1 error.type=_OTHER {acme}");
        meter.Of("kpirules.evaluation.duration").Should().HaveCount(3);
        // 'twice' of the two without sales, and again in the stream that failed
        meter.Of("kpirules.cells.not_available").Should().Equal($"1 {acme}", $"1 {acme}", $"1 {acme}", $"1 {acme}");
        catalogue.Log.Of(2001).Select(text => text.Substring(text.IndexOf("for 2026", StringComparison.Ordinal)))
            .Should().Equal("for 2026-03: 3 subjects, 0 data issues", "for 2026-03: 1 subjects, 0 data issues");
        catalogue.Log.Of(2004).Should().Equal(
            "1 items of a stream were left out by acme 1 for 2026-03; the first is item 2: KPI6008",
            "1 items of a stream were left out by acme 1 for 2026-03; the first is item 2: KPI6008");
        catalogue.Log.All.Should().NotContain(text => text.Contains("secret"));
    }

    [Fact]
    public async Task AStream_IsOneActivity_WhichIsNotThatOfWhoReadsIt()
    {
        using var traced = new Traced();
        using var catalogue = await LoadAsync("streamed");
        var mine = Activity.Current;
        await foreach (var _ in catalogue.Services.GetRequiredService<KpiEvaluator>().EvaluateAsync("Acme", Items(null), Map, March))
            Activity.Current.Should().BeSameAs(mine);
        Activity.Current.Should().BeSameAs(mine);
        var stream = traced.EvaluationsOf("streamed").Should().ContainSingle().Which;
        (stream.GetTagItem("kpirules.subject.count"), stream.GetTagItem("kpirules.period"), stream.Status)
            .Should().Be((3, "2026-03", ActivityStatusCode.Unset));
    }

    [Fact]
    public async Task LogsOfAStream_NameSomebodyOnlyWhereTheHostSaysSo()
    {
        using var open = await LoadAsync("1", logsFacts: true);
        await TakeAsync(open, int.MaxValue);
        open.Log.Of(2002).Should().Equal("String:2: data issue KPI6008: the row has no subject; it is left out");
        open.Log.Of(2003).Should().HaveCount(3).And.Contain("ann-secret in 2026-03 by acme 1: payout 100, 0 lines held");
    }

    private static async Task<int> TakeAsync(TestCatalogue catalogue, int most, Exception? fault = null)
    {
        var count = 0;
        await foreach (var _ in catalogue.Services.GetRequiredService<KpiEvaluator>().EvaluateAsync("Acme", Items(fault), Map, March))
        {
            if (++count == most)
                break;
        }

        return count;
    }

    private static async IAsyncEnumerable<string> Items(Exception? fault)
    {
        foreach (var id in new[] { "ann-secret", "", "bob-secret", "cat-secret" })
        {
            await Task.Yield();
            yield return id;
        }

        if (fault is not null)
            throw fault;
    }

    private static Task<TestCatalogue> LoadAsync(string version = "1", bool logsFacts = false)
    {
        var store = new MemoryStore { ["acme"] = Texts.Ruleset("acme", version, "Acme") };
        return TestCatalogue.LoadAsync(
            options => (options.LogFacts, _) = (logsFacts, options.Rulesets.From(store)), services => services.AddMetrics());
    }
}
