// A gate or a warning whose condition says nothing, for it always holds, or never can.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Analysis;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives;

namespace KpiRules.Linting;

internal sealed class ConditionRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) => Gates(ruleset).Concat(Warnings(ruleset));

    private static IEnumerable<Diagnostic> Gates(LintedRuleset ruleset) =>
        from line in ruleset.Definition.Incentives
        where line.Gate is not null
        let gate = ruleset.OperationOf(CellKey.Of(line.Name.Value, "gate"))
        where gate is not null
        let found = Of(Bare(gate), Applies(line, ruleset), ruleset.Expected)
        where found is not null
        select found.Value
            ? LintFaults.AlwaysOpen(line.Gate!.Place, line.Name.Value)
            : LintFaults.NeverOpens(line.Gate!.Place, line.Name.Value);

    /// <summary>To whom a line applies; nothing where that is to all.</summary>
    private static IReadOnlyList<Operation> Applies(IncentiveDefinition line, LintedRuleset ruleset) =>
        line.AppliesTo is not null && ruleset.OperationOf(CellKey.Hidden(line.Name.Value, "exists")) is { } exists ? [Bare(exists)] : [];

    private static Operation Bare(Operation condition) =>
        condition is ApplicableOperation applicable ? Bare(applicable.Inner) : condition;

    private static IEnumerable<Diagnostic> Warnings(LintedRuleset ruleset) =>
        from warning in ruleset.Definition.Warnings
        from condition in warning.Conditions
        let cell = ruleset.OperationOf(CellKey.Hidden(warning.Name.Value, EnumText<WarningSeverity>.Of(condition.Severity)))
        where cell is not null
        let found = Of(cell, [], LooksAtMoney(cell, ruleset) ? ruleset.Certain : ruleset.Expected)
        where found is not null
        select found.Value
            ? LintFaults.AlwaysWarns(condition.Formula.Place, warning.Name.Value)
            : LintFaults.NeverWarns(condition.Formula.Place, warning.Name.Value);

    /// <summary>Whether it compares a fact itself, which may well be a loss: that is then what is warned of.</summary>
    private static bool LooksAtMoney(Operation condition, LintedRuleset ruleset) => condition.WithParts()
        .OfType<ComparisonOperation>().SelectMany(comparison => comparison.Parts())
        .Select(part => part is CellOperation cell ? ruleset.OperationOf(cell.Cell) ?? part : part)
        .Any(part => part is InputOperation { Unit.Text: not "percent" });

    /// <summary>What a condition always is where others hold; null where it may hold and may not.</summary>
    private static bool? Of(Operation condition, IReadOnlyList<Operation> others, Ranges ranges)
    {
        var range = ranges.Of(condition);
        return range == Interval.Zero || !ConditionSpace.CanHold([condition, .. others], []) ? false
            : range == Interval.One || !ConditionSpace.CanHold(others, [condition]) ? true
            : null;
    }
}
