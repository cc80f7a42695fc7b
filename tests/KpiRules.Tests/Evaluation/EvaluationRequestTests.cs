using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What is asked for, in one object that everything that evaluates takes.</summary>
public sealed class EvaluationRequestTests
{
    private static readonly Dataset Facts = Dataset.Build(facts => facts.Add("ann", "2026-03", ("sales", 1)));

    private static readonly Policy Policy = Policy.Read("""
        { "id": "sum", "version": "1", "measures": { "sales": {} }, "kpis": { "twice": { "formula": "sales * 2" } } }
        """).Policy!;

    [Theory]
    [InlineData("2026-03", "2026-02")]
    [InlineData("2026-03", "2026-Q2")]
    [InlineData("2026-Q1", "FY2026-Q2")]
    public void WhatIsNoRange_IsRefusedWhenItIsAsked(string from, string to) =>
        FluentActions.Invoking(() => new EvaluationRequest(Facts, Period.Parse(from), Period.Parse(to)))
            .Should().Throw<ArgumentException>().WithMessage($"{from} to {to} is no range of periods.*");

    [Fact]
    public void NoFacts_AreRefused() =>
        FluentActions.Invoking(() => new EvaluationRequest(null!, Period.Parse("2026-03"))).Should().Throw<ArgumentNullException>();

    [Fact]
    public void OnePeriod_IsARangeOfOne()
    {
        var march = Period.Parse("2026-03");
        var request = new EvaluationRequest(Facts, march) { AsOf = new DateTime(2026, 3, 15) };
        (request.From, request.To).Should().Be((march, march));
        var evaluation = Policy.Evaluate(request).Single();
        (evaluation.Period, evaluation.AsOf).Should().Be((march, new DateTime(2026, 3, 15)));
        evaluation["ann"]["twice"].Number.Should().Be(2);
    }
}
