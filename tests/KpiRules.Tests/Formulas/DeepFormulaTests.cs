using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>The deepest and longest formulas allowed, read and evaluated on a thread with a small stack.</summary>
public sealed class DeepFormulaTests
{
    private static readonly string[] Deep =
    [
        "a + 1",
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
        "Max(" + string.Join(", ", Enumerable.Repeat("a", 1300)) + ")",
    ];

    /// <summary>In kilobytes.</summary>
    private static readonly int[] SmallStacks = [Insufficient, 160, 256];

    /// <summary>From there on down .NET itself calls a stack insufficient.</summary>
    private const int Insufficient = 128;

    public static TheoryData<string, int> Formulas
    {
        get
        {
            var formulas = new TheoryData<string, int>();
            foreach (var kilobytes in SmallStacks)
            {
                foreach (var formula in Deep)
                    formulas.Add(formula, kilobytes);
            }

            return formulas;
        }
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void WorksOnAThreadWithASmallStack(string formula, int kilobytes)
    {
        PolicyReadResult? read = null;
        decimal? value = null;
        OnSmallStack(kilobytes, () =>
        {
            read = Policy.Read(
                $$"""{ "id": "x", "version": "1", "measures": { "a": {} }, "kpis": { "k": { "formula": "{{formula}}" } } }""");
            value = read.Policy?.Evaluate(new Subject("s") { ["a"] = 3 }, Period.Parse("2026-03")).Kpis["k"].Value;
        });
        read!.Diagnostics.Select(diagnostic => diagnostic.Message("en")).Should().BeEmpty();
        value.Should().NotBeNull();
    }

    [Theory]
    [InlineData(Insufficient)]
    [InlineData(256)]
    public void FiveThousandKpisThatBuildOnEachOther_WorkOnAThreadWithASmallStack(int kilobytes)
    {
        var kpis = string.Join(", ", Enumerable.Range(1, 5000).Reverse().Select(i => $$""" "k{{i}}": { "formula": "k{{i - 1}} + 1" }"""));
        decimal? value = null;
        OnSmallStack(
            kilobytes, () => value = Policy.Read($$"""{ "id": "x", "version": "1", "kpis": { {{kpis}}, "k0": { "formula": "0" } } }""")
                .Policy!.Evaluate(new Subject("s"), Period.Parse("2026-03")).Kpis["k5000"].Value);
        value.Should().Be(5000);
    }

    /// <summary>As in a browser; what is nested less deep needs no thread.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void WithoutThreads_DeepNestingIsADiagnostic(string language)
    {
        PolicyReadResult? read = null;
        WithoutThreads(
            1024, () => read = Policy.ReadFile(Repository.PathOf("tests", "KpiRules.Tests", "Invalid", "WithoutThreads", "ruleset.json")));
        var printed = read!.Diagnostics.Select(diagnostic => diagnostic.Print(language)
            .Replace(Repository.PathOf("tests", "KpiRules.Tests", "Invalid", "WithoutThreads") + Path.DirectorySeparatorChar, "") + "\n");
        Golden.Matches(string.Concat(printed), "tests", "KpiRules.Tests", "Invalid", "WithoutThreads", $"ruleset.{language}.txt");
    }

    [Fact]
    public void WithoutThreads_AnOrdinaryPolicyIsReadAndEvaluated()
    {
        decimal? value = null;
        WithoutThreads(1024, () =>
        {
            var formula = string.Join(" + ", Enumerable.Repeat("a", 500)) + " + " + Nested("(", "a", ")", 10);
            var policy = Policy.Read(
                $$"""{ "id": "x", "version": "1", "measures": { "a": {} }, "kpis": { "k": { "formula": "{{formula}}" } } }""").Policy!;
            value = policy.Evaluate(new Subject("s") { ["a"] = 3 }, Period.Parse("2026-03")).Kpis["k"].Value;
        });
        value.Should().Be(1503);
    }

    [Fact]
    public void WithoutThreadsAndStack_TheCallerIsTold_NotTheAuthor() =>
        FluentActions.Invoking(() =>
            WithoutThreads(Insufficient, () => Policy.Read("""{ "id": "x", "version": "1", "kpis": { "k": { "formula": "1 + 1" } } }""")))
            .Should().Throw<InsufficientExecutionStackException>();

    /// <summary>Only whoever finds out what may go wrong looks at all parts of a formula.</summary>
    [Fact]
    public void WhatFactsGetWrong_IsFoundInADeepFormulaToo()
    {
        var policy = Policy.Read($$"""
            { "id": "x", "version": "1", "measures": { "quota": {}, "sales": {} },
              "incentives": { "line": { "amount": { "on": "{{Nested("(", "sales", ")", 50)}}", "per": "quota", "steps": [ { "from": 0, "value": 1 } ] } } } }
            """).Policy!;
        policy.Evaluate(Dataset.Build(builder => builder.Add("ann", "2026-03", ("quota", 0), ("sales", 1))), Period.Parse("2026-03"))
            .Issues.Should().Contain(issue => issue.Code == "KPI6018");
    }

    private static void WithoutThreads(int kilobytes, Action work) => OnSmallStack(kilobytes, () =>
    {
        DeepStack.CannotStartThreads = true;
        work();
    });

    private static void OnSmallStack(int kilobytes, Action work)
    {
        ExceptionDispatchInfo? escaped = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    if (kilobytes <= Insufficient)
                        WhereStackIsInsufficient(work);
                    else
                        work();
                }
                catch (Exception exception)
                {
                    escaped = ExceptionDispatchInfo.Capture(exception);
                }
            },
            kilobytes * 1024);
        thread.Start();
        thread.Join(TimeSpan.FromMinutes(5)).Should().BeTrue("it ends");
        escaped?.Throw();
    }

    /// <summary>Steps down before it works: a system may give a thread the larger stack of one that has ended.</summary>
    private static void WhereStackIsInsufficient(Action work)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            WhereStackIsInsufficient(work);
        else
            work();
        GC.KeepAlive(work);
    }

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
}
