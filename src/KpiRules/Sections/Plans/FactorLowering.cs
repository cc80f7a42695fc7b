// Lowers the factors of a plan's stretch targets that are formulas, and the two names that only they may use.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Schedules;

namespace KpiRules.Sections.Plans;

/// <summary>Section 14 of the ruleset format.</summary>
/// <param name="owner">Whose cells they are.</param>
internal sealed class FactorLowering(SheetBuilder sheet, PlanDefinition plan, string owner)
{
    private readonly Dictionary<string, string> _local =
        PlanNames.All.Keys.ToDictionary(name => name, name => CellKey.Hidden(owner, name).Name);

    public void Lower()
    {
        var origin = new FormulaText(plan.Name, new Term("what.plan")).Whole;
        foreach (var (name, kind) in PlanNames.All.Select(entry => (entry.Key, entry.Value)))
        {
            var unit = kind == InputKind.PlanClosed ? Unit.Count : Unit.Percent;
            var input = new InputOperation(origin, Input.OfPlan(kind), ValueKind.Number, unit);
            sheet.Add(new CellDraft(
                CellKey.Hidden(owner, name), ValueKind.Number, plan.Name.Place, new DraftFormula([], 0, () => input), IsInternal: true,
                Label: name));
        }

        foreach (var stretch in plan.Stretch.Where(stretch => stretch.Factor.Constant is null))
            Lower(stretch);
    }

    private void Lower(StretchDefinition stretch)
    {
        var (name, place) = (stretch.Name.Value, stretch.Factor.Json.Place);
        var key = PlanLowering.FactorOf(owner, name);
        if (sheet.Number(stretch.Factor, new Term("owner.planFactor", name, plan.Name.Value), key, local: _local) is not { } formula)
            return;
        sheet.Add(new CellDraft(
            key, ValueKind.Number, place, formula with { Bind = BindAndCheck }, IsInternal: true, Label: $"{plan.Kpi?.Value}.{name}"));

        Operation? BindAndCheck()
        {
            var bound = formula.Bind();
            if (bound?.ConstantNumber() is { } constant and <= 0)
                sheet.Diagnostics.Add(PlanFaults.FactorNotPositive(place, name, plan.Name.Value, constant));
            if (bound is not null)
                CheckReach(bound, null);
            return bound;
        }
    }

    /// <summary>
    /// How far the plan is can be told of its last closed period alone, and of no group: no function reaches for it elsewhere.
    /// </summary>
    /// <param name="by">What reaches for another period, or for what people have together; null for nothing.</param>
    private void CheckReach(Operation operation, Operation? by)
    {
        if (by is not null && operation is CellOperation cell && _local.ContainsValue(cell.Cell))
            sheet.Diagnostics.Add(FormulaFaults.OfPlanReached(cell.Origin.Place, cell.Shown, by.Origin.Text));
        // what looks for a value among those of the members looks at each of them by itself
        if (operation is ReachingOperation and not (AmongOperation or HeadcountOperation))
            by ??= operation;
        foreach (var part in operation.Parts())
            CheckReach(part, by);
    }
}
