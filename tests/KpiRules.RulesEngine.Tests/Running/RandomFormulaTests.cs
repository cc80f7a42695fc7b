using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.RulesEngine.Running;
using KpiRules.Tests.Formulas;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.RulesEngine.Tests.Running;

/// <summary>Random formulas by RulesEngine, held against the trees they were made from: null, Kleene's logic and brackets.</summary>
public sealed class RandomFormulaTests
{
    private const int Policies = 40;
    private const int FormulasEach = 50;
    private const int FactsEach = 20;

    [Fact]
    public void Formulas_GiveWhatTheirTreesGive()
    {
        var random = new Random(20261122);
        for (var i = 0; i < Policies; i++)
        {
            var trees = Enumerable.Range(0, FormulasEach).Select(_ => RandomFormula.Number(random, 4)).ToArray();
            var kpis = string.Join(",", trees.Select((tree, k) => $"\"k{k}\": {{ \"formula\": {JsonConvert.ToString(tree.Text)} }}"));
            var policy = Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {}, "销售额": {}, "odd name": {} }, "kpis": { {{kpis}} } }""").Policy!.RunBy(new RulesEngineRunner());
            for (var facts = 0; facts < FactsEach; facts++)
                Compare(random, policy, trees);
        }
    }

    private static void Compare(Random random, Policy policy, FormulaTree<decimal>[] trees)
    {
        var subject = new Subject("s");
        var facts = new Dictionary<string, decimal?>();
        foreach (var measure in RandomFormula.Measures)
        {
            facts[measure] = random.Next(4) == 0 ? null : random.Next(-3, 4);
            subject[measure] = facts[measure];
        }

        var evaluation = policy.Evaluate(subject, Period.Parse("2026-03"));
        evaluation.Evaluation.Issues.Should().BeEmpty();
        for (var k = 0; k < trees.Length; k++)
            evaluation[$"k{k}"].Number.Should().Be(trees[k].Evaluate(facts), "{0} with {1}", trees[k].Text, string.Join(", ", facts));
    }
}
