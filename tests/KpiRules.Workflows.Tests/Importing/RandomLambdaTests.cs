using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Workflows.Importing;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>
/// Random expressions are imported and evaluated, and worked out beside that on the tree they were made from, as C# would:
/// with a remainder that whole numbers drop, and with no value where C# would throw.
/// </summary>
public sealed class RandomLambdaTests
{
    private const int Workflows = 120;
    private const int RulesEach = 25;

    [Fact]
    public void Formulas_GiveWhatTheExpressionsGive()
    {
        var random = new Random(20260319);
        for (var i = 0; i < Workflows; i++)
        {
            var trees = Enumerable.Range(0, RulesEach).Select(_ => RandomLambda.Condition(random, 4)).ToArray();
            var rules = string.Join(
                ",\n", trees.Select((tree, k) => $"{{ \"RuleName\": \"r{k}\", \"Expression\": {JsonConvert.ToString(tree.Text)} }}"));
            var imported = RulesEngineImport.Read($"{{ \"WorkflowName\": \"w\", \"Rules\": [\n{rules}\n] }}");
            imported.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
            var policy = ImportedRulesets.Policy(imported);
            for (var times = 0; times < 3; times++)
                Compare(random, policy, imported.Facts, trees);
        }
    }

    private static void Compare(Random random, Policy policy, IReadOnlyList<ImportedFact> facts, RandomLambda<bool>[] trees)
    {
        var inputs = new Dictionary<string, object>();
        foreach (var number in RandomLambda.Numbers)
            inputs[number] = (decimal)random.Next(-3, 6);
        foreach (var text in RandomLambda.Texts)
            inputs[text] = ((string[])["", "a", "ab", "Ab", "xb'c", "销售部", "é\\d"])[random.Next(7)];
        foreach (var flag in RandomLambda.Flags)
            inputs[flag] = random.Next(2) == 0;
        var subject = new Subject("s");
        foreach (var fact in facts)
        {
            subject[fact.Name] = inputs[fact.Path] switch
            {
                decimal number => number,
                bool flag => flag,
                var text => (string)text,
            };
        }

        var evaluation = policy.Evaluate(subject, Period.Parse("2026-03"));
        for (var k = 0; k < trees.Length; k++)
        {
            var expected = trees[k].Value(inputs) switch { true => "firing", false => "ok", null => "notAvailable" };
            evaluation[$"r{k}"].Text.Should().Be(expected, "{0} with {1}", trees[k].Text, string.Join(", ", inputs));
        }
    }
}
