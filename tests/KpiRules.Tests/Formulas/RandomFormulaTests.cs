using System;
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
            var formulas = new RandomFormulas(random, FormulasEach);
            for (var facts = 0; facts < 2; facts++)
                formulas.Compare(random, formulas.Policy);
        }
    }
}
