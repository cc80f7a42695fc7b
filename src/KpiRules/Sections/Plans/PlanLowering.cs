// Lowers a plan: what subjects weigh and what is divided become cells that nobody can name, its stretch targets facts.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Kpis;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

/// <summary>Section 11 of the ruleset format.</summary>
/// <param name="kpis">Those that could be read.</param>
/// <param name="ruleset">All there is, read or not.</param>
internal sealed class PlanLowering(SheetBuilder sheet, PlanDefinition plan, IReadOnlyList<KpiDefinition> kpis, JsonObject ruleset)
{
    private readonly string _name = SheetBuilder.OwnerOf(plan.Name, plan.IsIdTaken);

    /// <summary>The cell that has what a subject weighs.</summary>
    public static CellKey WeightsOf(string plan) => CellKey.Hidden(plan, "plan.weights");

    /// <summary>The cell that has the total, where it is no constant.</summary>
    public static CellKey TotalOf(string plan) => CellKey.Hidden(plan, "plan.total");

    /// <summary>The cell that has the factor of a stretch target, where it is no constant.</summary>
    public static CellKey FactorOf(string plan, string stretch) => CellKey.Hidden(plan, "plan.factor." + stretch);

    public void Lower()
    {
        LowerStretch(FindKpi());
        if (plan.Stretch.Any(stretch => stretch.Factor.Constant is null))
            new FactorLowering(sheet, plan, _name).Lower();
        foreach (var group in plan.Groups)
            sheet.AttributeOf(group, suggestion => PlanFaults.NoSuchGroup(group.Place, group.Value, plan.Name.Value, suggestion));
        if (plan.Weights is { } weights)
        {
            Add(WeightsOf(_name), weights, "planWeights", constant =>
            {
                if (constant <= 0)
                    sheet.Diagnostics.Add(PlanFaults.NoWeight(weights.Json.Place, plan.Name.Value, constant));
            });
        }

        if (plan.Total is { Json: not JsonNumber } total)
        {
            Add(TotalOf(_name), total, "planTotal", constant =>
            {
                if (constant < 0)
                    sheet.Diagnostics.Add(RulesetFaults.Negative(total.Json.Place, "total", constant));
            });
        }
    }

    /// <summary>The KPI whose targets are planned, or null after reporting that there is none, or none to plan.</summary>
    private KpiDefinition? FindKpi()
    {
        if (plan.Kpi is not { } name)
            return null;
        var kpi = kpis.FirstOrDefault(known => known.Name.Value == name.Value && !known.IsIdTaken);
        if (kpi is { TargetGiven: null })
            sheet.Diagnostics.Add(PlanFaults.TargetNotGiven(name.Place, name.Value, plan.Name.Value));
        // a KPI that could not be read has been reported itself
        else if (kpi is null && !sheet.Unread.MayBe(name.Value) && (ruleset["kpis"] as JsonObject)?[name.Value] is null)
            sheet.Diagnostics.Add(PlanFaults.UnknownKpi(
                name.Place, name.Value, plan.Name.Value, () => ClosestName.Find(name.Value, kpis.Select(known => known.Name.Value))));
        return kpi;
    }

    private void LowerStretch(KpiDefinition? kpi)
    {
        if (kpi is not { TargetGiven: not null })
            sheet.AddLostStretches(plan.Stretch.Select(stretch => stretch.Name.Value));
        if (kpi is null)
            return;
        foreach (var stretch in plan.Stretch)
            sheet.AddStretch(kpi.Name.Value, stretch.Name.Value, kpi.Unit, kpi.Combine);
    }

    private void Add(CellKey key, NumberDefinition number, string role, Action<decimal> checkConstant)
    {
        if (sheet.Number(number, new Term("owner." + role, plan.Name.Value), key) is not { } formula)
            return;
        sheet.Add(new CellDraft(key, ValueKind.Number, number.Json.Place, formula with { Bind = BindAndCheck }, IsInternal: true));

        Operation? BindAndCheck()
        {
            var bound = formula.Bind();
            if (bound?.ConstantNumber() is { } constant)
                checkConstant(constant);
            return bound;
        }
    }
}
