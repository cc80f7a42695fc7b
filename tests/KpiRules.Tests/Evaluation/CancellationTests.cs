using System;
using System.Threading;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>An evaluation that nobody waits for any more ends.</summary>
public sealed class CancellationTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Policy = Policy.Read("""
        { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } }, "kpis": { "twice": { "formula": "sales * 2" } } }
        """).Policy!;

    private static readonly Dataset Facts = Dataset.Build(d => d.Add("ann", March, [new("sales", 1)]));

    [Fact]
    public void GivenUp_NothingIsEvaluated()
    {
        var one = () => Policy.Evaluate(Facts, March, null, new CancellationToken(canceled: true));
        var range = () => Policy.Evaluate(new(Facts, March, March.Add(1)), new CancellationToken(canceled: true));
        one.Should().Throw<OperationCanceledException>();
        range.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void NotGivenUp_TheResultsAreTheSame()
    {
        using var cancellation = new CancellationTokenSource();
        Policy.Evaluate(Facts, March, null, cancellation.Token)["ann"].Kpis["twice"].Value.Should().Be(2);
        Policy.Evaluate(new(Facts, March, March), cancellation.Token)[0]["ann"].Kpis["twice"].Value.Should().Be(2);
    }
}
