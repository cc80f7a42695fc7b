using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Tests.Fuzzing;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>
/// A file of workflows costs memory as its length grows, not as its square; the importer has a thread of its own, so the process
/// is measured.
/// </summary>
[Collection(nameof(Alone))]
public sealed class LinearImportTests
{
    private const double Most = 6;

    [Theory]
    [InlineData("rules", 50)]
    [InlineData("rules of one name", 50)]
    [InlineData("rules of one long name", 50)]
    [InlineData("rules that are refused late", 50)]
    [InlineData("parameters of parameters", 50)]
    [InlineData("operands", 200)]
    [InlineData("quotients", 30)]
    [InlineData("properties nobody knows", 200)]
    public void Files(string kind, int count)
    {
        Allocated(Written(kind, count / 4));
        var (less, more) = (Allocated(Written(kind, count)), Allocated(Written(kind, 4 * count)));
        ((double)more / less).Should().BeLessThan(Most, "{0} bytes became {1}", less, more);
    }

    /// <summary>What no file could hold is not written out: 3,000 rules of one long parameter took nine seconds and 18 GB.</summary>
    [Fact]
    public void ALongParameterInThreeThousandRules_IsNotWrittenOutForAll()
    {
        var rules = string.Join(", ", Enumerable.Range(0, 3_000).Select(i => Rule("r" + i, "p > 1")));
        var text = $$"""[ { "WorkflowName": "w", "GlobalParams": [ { "Name": "p", "Expression": "{{Chain(" + ", 900)}}" } ], "Rules": [ {{rules}} ] } ]""";
        RulesEngineImport.Read(text).Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Code == "KPI7189");
        Allocated(text).Should().BeLessThan(1_000_000_000);
    }

    private static string Written(string kind, int n) => kind switch
    {
        "rules" => Workflow(n, i => Rule("r" + i, $"input1.a{i} > 1")),
        "rules of one name" => Workflow(n, _ => Rule("r", "input1.a > 1")),
        "rules of one long name" => Workflow(n, i => Rule(new string('r', 90) + i, "input1.a > 1")),
        "rules that are refused late" => Workflow(n, i => Rule("r" + i, $"input1.a{i} == \\\"{new string('x', 4_200)}\\\"")),
        "parameters of parameters" => Workflow(n, i => $$"""{ "RuleName": "r{{i}}", "LocalParams": [ { "Name": "p", "Expression": "a{{i}}" }, { "Name": "q", "Expression": "p + 1" } ], "Expression": "q > p" }"""),
        "operands" => Workflow(1, _ => Rule("r", Chain(" + ", n) + " > 1")),
        "quotients" => Workflow(1, _ => Rule("r", $"1000 / {string.Join(" / ", Enumerable.Repeat("2", n))} > 1")),
        _ => $$"""[ { "WorkflowName": "w", {{string.Join(", ", Enumerable.Range(0, n).Select(i => $"\"Rulez{i}\": 1"))}} } ]""",
    };

    private static long Allocated(string text)
    {
        var before = GC.GetTotalAllocatedBytes(true);
        RulesEngineImport.Read(text);
        return GC.GetTotalAllocatedBytes(true) - before;
    }

    private static string Workflow(int rules, Func<int, string> rule) =>
        $$"""[ { "WorkflowName": "w", "Rules": [ {{string.Join(", ", Enumerable.Range(0, rules).Select(rule))}} ] } ]""";

    private static string Rule(string name, string expression) => $$"""{ "RuleName": "{{name}}", "Expression": "{{expression}}" }""";

    private static string Chain(string @operator, int operands) => string.Join(@operator, Enumerable.Repeat("a", operands));
}
