// A percentage of the whole by a part of it: it is never below 100 %, for it stands on its head.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Linting;

internal sealed class RatioRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from kpi in ruleset.Definition.Kpis
        where kpi is { Unit.Text: "percent", Formula: not null }
        let quotient = Bare(ruleset.OperationOf(kpi.Name.Value))
        where quotient is ArithmeticOperation { Operands.Count: 2 } division && division.Signs[0] == ArithmeticSign.Divide
        let parts = quotient.Parts()
        where !parts[0].Equals(parts[1]) && ruleset.Expected.Whole.Covers(parts[0], parts[1])
        select LintFaults.NeverBelowOne(
            kpi.Formula!.Json.Place, kpi.Name.Value, LintedRuleset.Called(parts[0]), LintedRuleset.Called(parts[1]));

    private static Operation? Bare(Operation? operation) => operation switch
    {
        GuardOperation guard => Bare(guard.Inner),
        ApplicableOperation applicable => Bare(applicable.Inner),
        // others: stand for themselves
        _ => operation,
    };
}
