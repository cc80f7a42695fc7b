// A number that stands against a fraction, but is none: a gate of 80, a target of 95, a point at 2.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Linting;

internal sealed class FractionRule : LintRule
{
    /// <summary>Twice the whole: hardly anything is measured beyond.</summary>
    private const decimal Least = 2;

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) => Compared(ruleset).Concat(LookedUp(ruleset));

    private static IEnumerable<Diagnostic> Compared(LintedRuleset ruleset) =>
        from pair in ruleset.Operations.SelectMany(LintedRuleset.BothWays)
        where IsFraction(pair.One) && pair.One.ConstantNumber() is null
        from bound in ruleset.ValuesOf(pair.Other).SelectMany(LintedRuleset.Added)
        let number = bound.ConstantNumber()
        where number >= Least || number <= -Least
        select LintFaults.NotAFraction(ruleset.PlaceOf(bound), LintedRuleset.Called(pair.One), number.Value);

    /// <summary>The bounds of a table's rows, from which on what is looked up counts.</summary>
    private static IEnumerable<Diagnostic> LookedUp(LintedRuleset ruleset) =>
        from lookup in ruleset.Operations.OfType<LookupOperation>()
        let table = lookup.Table.Definition
        let last = table.Keys.Count - 1
        where table.IsByBound && IsFraction(lookup.Keys[last])
        from row in TableRule.RowsOf(table, ruleset.Definition.Json)
        let bound = row[table.Keys[last].Name]
        where bound is not null
        let number = TableRule.NumberOf(bound)
        where number >= Least
        select LintFaults.NotAFraction(bound.Place, LintedRuleset.Called(lookup.Keys[last]), number.Value);

    /// <summary>Measured in percent, and not scaled up to be shown so: <c>rate * 100</c>.</summary>
    private static bool IsFraction(Operation operation) => operation.Kind == ValueKind.Number && operation.Unit.Text == "percent"
        && !(operation is ArithmeticOperation { IsSum: false } product && product.Operands.Any(factor => factor.ConstantNumber() >= 10));
}
