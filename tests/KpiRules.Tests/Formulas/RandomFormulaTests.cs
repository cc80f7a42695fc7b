using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>
/// Random formulas are written with as few brackets as precedence allows, and worked out on the tree they were made from:
/// by plain decimals from left to right and Kleene's logic, with null for not available.
/// </summary>
public sealed class RandomFormulaTests
{
    private const int Policies = 400;
    private const int FormulasEach = 50;

    [Fact]
    public void Formulas_GiveWhatTheirTreesGive()
    {
        var random = new Random(20260306);
        for (var i = 0; i < Policies; i++)
        {
            var trees = Enumerable.Range(0, FormulasEach).Select(_ => RandomFormula.Number(random, 4)).ToArray();
            var kpis = string.Join(",", trees.Select((tree, k) => $"\"k{k}\": {{ \"formula\": {JsonConvert.ToString(tree.Text)} }}"));
            var read = Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {}, "销售额": {}, "odd name": {} }, "kpis": { {{kpis}} } }""");
            read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
            for (var facts = 0; facts < 2; facts++)
                Compare(random, read.Policy!, trees);
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
        for (var k = 0; k < trees.Length; k++)
            evaluation[$"k{k}"].Number.Should().Be(trees[k].Evaluate(facts), "{0} with {1}", trees[k].Text, string.Join(", ", facts));
    }
}
