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

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from operation in ruleset.Operations
        from pair in operation.Compared()
        from ordered in new[] { pair, (One: pair.Other, Other: pair.One) }
        where IsFraction(ordered.One) && ordered.One.ConstantNumber() is null
        from bound in ruleset.ValuesOf(ordered.Other).SelectMany(Added)
        let number = bound.ConstantNumber()
        where number >= Least || number <= -Least
        select LintFaults.NotAFraction(ruleset.PlaceOf(bound), LintedRuleset.Called(ordered.One), number.Value);

    /// <summary>Measured in percent, and not scaled up to be shown so: <c>rate * 100</c>.</summary>
    private static bool IsFraction(Operation operation) => operation.Kind == ValueKind.Number && operation.Unit.Text == "percent"
        && !(operation is ArithmeticOperation { IsSum: false } product && product.Operands.Any(factor => factor.ConstantNumber() >= 10));

    /// <summary>What is added up to a bound, such as <c>floor + 5</c>; a bound of its own otherwise.</summary>
    private static IEnumerable<Operation> Added(Operation bound) =>
        bound is ArithmeticOperation { IsSum: true } sum ? sum.Operands : [bound];
}
