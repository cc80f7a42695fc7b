using System;
using KpiRules.Tests.Formulas;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

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
            var formulas = new RandomFormulas(random, FormulasEach);
            var policy = formulas.Policy.RunBy(new RulesEngineRunner());
            for (var facts = 0; facts < FactsEach; facts++)
                formulas.Compare(random, policy);
        }
    }
}
