// A ruleset of random formulas, and what their trees say of random facts; whatever works the ruleset out is held against it.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Newtonsoft.Json;

namespace KpiRules.Tests.Formulas;

internal sealed class RandomFormulas
{
    private readonly FormulaTree<decimal>[] _trees;

    public RandomFormulas(Random random, int count)
    {
        _trees = Enumerable.Range(0, count).Select(_ => RandomFormula.Number(random, 4)).ToArray();
        var kpis = string.Join(",", _trees.Select((tree, k) => $"\"k{k}\": {{ \"formula\": {JsonConvert.ToString(tree.Text)} }}"));
        var read = KpiRules.Policy.Read(
            $$"""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {}, "销售额": {}, "odd name": {} }, "kpis": { {{kpis}} } }""");
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        Policy = read.Policy!;
    }

    public Policy Policy { get; }

    /// <param name="policy">The ruleset, by whatever engine.</param>
    public void Compare(Random random, Policy policy)
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
        for (var k = 0; k < _trees.Length; k++)
            evaluation[$"k{k}"].Number.Should().Be(_trees[k].Evaluate(facts), "{0} with {1}", _trees[k].Text, string.Join(", ", facts));
    }
}
