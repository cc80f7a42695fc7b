using System;
using System.Linq;
using System.Threading;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>The deepest and longest formulas allowed, read and evaluated on a thread with a small stack.</summary>
public sealed class DeepFormulaTests
{
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string> Formulas => new(
        Nested("(", "a", ")", 100),
        Nested("-", "a", "", 100),
        Nested("Max(1, ", "a", ")", 100),
        Nested("1 + 0.5 * (", "a", ")", 100),
        Nested("default(a / 0, ", "a", ")", 100),
        "if(" + Nested("not ", "a > 1", "", 98).Replace("a > 1", "(a > 1)") + ", 1, 0)",
        Nested("if(a > 0, ", "a", ", 0)", 100),
        Nested("(a < 0 ? 1 : ", "a", ")", 100),
        "if(" + Nested("in(true, ", "a > 1", ", a > 1 and (a > 2 or false))", 50) + ", 1, 0)",
        "if(" + Nested("(a > 1 and not (", "a > 0", "))", 33) + ", 1, 0)",
        Nested("if(between(", "a", ", 0, 9), 1, 0)", 49),
        string.Join(" + ", Enumerable.Repeat("a", 1000)),
        string.Join(" - ", Enumerable.Repeat("a", 1000)),
        string.Join("/", Enumerable.Repeat("a", 1000)),
        "if(" + string.Join(" or ", Enumerable.Repeat("a=0", 499)) + ", 1, 0)",
        "Max(" + string.Join(", ", Enumerable.Repeat("a", 1300)) + ")");

    [Theory]
    [MemberData(nameof(Formulas))]
    public void WorksOnAThreadWithASmallStack(string formula)
    {
        PolicyReadResult? read = null;
        decimal? value = null;
        OnSmallStack(() =>
        {
            read = Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "a": {} }, "kpis": { "k": { "formula": "{{formula}}" } } }""");
            value = read.Policy?.Evaluate(new Subject("s") { ["a"] = 3 }, Period.Parse("2026-03")).Kpis["k"].Value;
        });
        read!.Diagnostics.Select(diagnostic => diagnostic.Message("en")).Should().BeEmpty();
        value.Should().NotBeNull();
    }

    [Fact]
    public void AThousandKpisThatBuildOnEachOther_WorkOnAThreadWithASmallStack()
    {
        var kpis = string.Join(", ", Enumerable.Range(1, 5000).Reverse().Select(i => $$""" "k{{i}}": { "formula": "k{{i - 1}} + 1" }"""));
        decimal? value = null;
        OnSmallStack(() => value = Policy.Read($$"""{ "id": "x", "version": "1", "kpis": { {{kpis}}, "k0": { "formula": "0" } } }""")
            .Policy!.Evaluate(new Subject("s"), Period.Parse("2026-03")).Kpis["k5000"].Value);
        value.Should().Be(5000);
    }

    private static void OnSmallStack(ThreadStart work)
    {
        Exception? escaped = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    escaped = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        escaped.Should().BeNull();
    }

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
}
