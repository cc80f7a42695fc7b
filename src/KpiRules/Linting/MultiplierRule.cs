// A factor that was typed as a percentage: a multiplier of 120 where 1.2 is meant, a stretch target of 110 times the target.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Linting;

internal sealed class MultiplierRule : LintRule
{
    private const decimal Least = 10;

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) => Multipliers(ruleset).Concat(Stretch(ruleset));

    private static IEnumerable<Diagnostic> Multipliers(LintedRuleset ruleset) =>
        from line in ruleset.Definition.Incentives
        let multiplier = ruleset.OperationOf(CellKey.Hidden(line.Name.Value, "multiplier"))
        where multiplier is not null
        from value in ruleset.ValuesOf(multiplier)
        where value.ConstantNumber() >= Least
        select LintFaults.GreatMultiplier(ruleset.PlaceOf(value), value.ConstantNumber()!.Value);

    private static IEnumerable<Diagnostic> Stretch(LintedRuleset ruleset) =>
        from plan in ruleset.Definition.Plans
        from stretch in plan.Stretch
        let factor = (stretch.Factor.Json as JsonNumber)?.Value
        where factor >= Least
        select LintFaults.GreatMultiplier(stretch.Factor.Json.Place, factor.Value);
}
