using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Testing;
using KpiRules.Tests.Support;
using KpiRules.Workflows;
using KpiRules.Workflows.Exporting;
using KpiRules.Workflows.Tests;
using RulesEngine.Models;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

/// <summary>What the runner does where RulesEngine cannot, and that it is RulesEngine which runs.</summary>
public sealed class RunnerTests
{
    private const string Square = """
        { "id": "square", "version": "1", "measures": { "a": {}, "b": {} },
          "kpis": { "product": { "formula": "a * b" }, "sum": { "formula": "a + b" }, "ratio": { "formula": "default(a * b, 1) / b" } } }
        """;

    [Fact]
    public void ANumberBeyondADecimal_IsWorkedOutByOurEvaluator_AndSaid()
    {
        var policy = Policy.Read(Square).Policy!.RunBy(new RulesEngineRunner());
        var all = policy.Evaluate(Dataset.Build(facts => facts
            .Add("ann", "2026-03", ("a", 2m), ("b", 3m))
            .Add("bob", "2026-03", ("a", decimal.MaxValue), ("b", 4m))
            .Add("cid", "2026-03", ("a", 5m), ("b", 6m))), Period.Parse("2026-03"));
        all["ann"]["product"].Number.Should().Be(6);
        all["cid"]["ratio"].Number.Should().Be(5);
        all["bob"]["product"].Cause!.Explain("en").Should().Be("a number in 'product' is too large (beyond 7.9 × 10^28)");
        all["bob"]["ratio"].Number.Should().Be(0.25m);
        foreach (var language in (string[])["en", "zh"])
            Golden.Matches(all.Issues.Single().ToString(language) + "\n", "tests", "KpiRules.RulesEngine.Tests", $"gave-up.{language}.txt");
    }

    public static TheoryData<string> Names => ExportedRulesets.Names;

    /// <summary>
    /// What a rule says, and what it gives, is what the result it is named after says; and every result stands in its rule.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRule_SaysWhatItsResultSays(string name)
    {
        var policy = Policy.Load(ExportedRulesets.Files[name]);
        var told = new List<(string Subject, Period Period, IReadOnlyList<RuleResultTree> Results)>();
        var workflow = RulesEngineExport.Write(policy);
        var other = policy.RunBy(
            new RulesEngineRunner { RuleResults = (subject, period, results) => told.Add((subject, period, results)) });
        foreach (var test in policy.Tests.Where(test => test.Plan is null))
        {
            var evaluations = new RulesetTest(other, test).Evaluate();
            told.Should().HaveCount(evaluations.Sum(evaluation => evaluation.Subjects.Count));
            foreach (var (subject, period, results) in told)
            {
                var evaluation = evaluations.Single(evaluation => evaluation.Period.Equals(period))[subject];
                foreach (var result in results)
                    Check(evaluation, result);
                foreach (var result in workflow.Results)
                    evaluation[result.Name].Value.Should().Be(
                        FoundIn(results.First(rule => result.Rule is null || rule.Rule.RuleName == result.Rule), result),
                        "{0} of {1}",
                        result.Name,
                        subject);
            }

            told.Clear();
        }
    }

    [Fact]
    public void AWorkflowThatDoesNotCompile_IsRefusedBeforeItRuns()
    {
        var policy = Policy.Read(Square).Policy!;
        var broken = new ExportedWorkflow(policy, [new WorkflowParameter("product", "input1.a *", false)], [], [], []);
        var prepare = () => new WorkflowRunner(broken, null, () => { });
        prepare.Should().Throw<NotSupportedException>()
            .WithMessage("Microsoft RulesEngine cannot compile the workflow of 'square': *in ScopedParam: product*");
    }

    private static FactValue FoundIn(RuleResultTree rule, ExportedResult result) => rule.Inputs[result.Parameter] switch
    {
        null => default,
        decimal number => number,
        bool boolean => boolean,
        DateTime day => day,
        var text => (string)text,
    };

    private static void Check(SubjectEvaluation subject, RuleResultTree result)
    {
        var name = result.Rule.RuleName;
        var value = subject[name];
        var output = result.ActionResult?.Output;
        if (subject.TryGet(name + ".severity", out var severity))
        {
            result.IsSuccess.Should().Be(value.Text == "firing", name);
            output.Should().Be(result.IsSuccess ? severity.Text : null, name);
        }
        else if (subject.TryGet(name + ".state", out var state))
        {
            result.IsSuccess.Should().Be(state.Text == "paid", name);
            output.Should().Be(result.IsSuccess ? value.Number : null, name);
        }
        else if (name == "payout")
        {
            result.IsSuccess.Should().Be(subject.Payout!.Held == 0);
            output.Should().Be(value.Number);
        }
        else if (value.Value.Kind == ValueKind.Boolean || result.Rule.Actions is null)
        {
            result.IsSuccess.Should().Be(value.Boolean == true, name);
        }
        else
        {
            result.IsSuccess.Should().Be(value.Value.Kind is not null, name);
            output.Should().Be(value.Value.Kind == ValueKind.Text ? value.Text : value.Number, name);
        }
    }
}
