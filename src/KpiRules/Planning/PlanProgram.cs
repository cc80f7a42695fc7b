// A plan made ready to run: the few cells it needs of the policy's, apart from those of ordinary evaluations.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Sections.Plans;
using KpiRules.Source.Json;

namespace KpiRules.Planning;

internal sealed class PlanProgram
{
    private readonly Lazy<SheetProgram> _before;
    private readonly Lazy<SheetProgram> _over;
    private readonly Lazy<SheetProgram?> _factors;

    /// <param name="cells">Those of the sheet, by name.</param>
    /// <param name="facts">Those of the sheet, by name.</param>
    private PlanProgram(
        PlanDefinition plan,
        CellSheet sheet,
        IReadOnlyDictionary<string, Cell> cells,
        IReadOnlyDictionary<string, FactDefinition> facts,
        SettingsDefinition settings)
    {
        Plan = plan;
        Settings = settings;
        Groups = plan.Groups.Select(group => facts[group.Value]).ToList();
        var (name, kpi) = (plan.Name.Value, plan.Kpi!.Value);
        Stretch = plan.Stretch.Select(stretch => FactorOf(name, stretch, cells, facts[$"{kpi}.{stretch.Name.Value}"])).ToList();
        Description = new PlanDescription(plan, Stretch);
        Weights = plan.Weights is null ? null : PlanLowering.WeightsOf(name).Name;
        Total = plan.Total!.Json is JsonNumber ? null : PlanLowering.TotalOf(name).Name;
        var isMoney = cells[kpi].Unit == Unit.Money;
        RoundTo = plan.RoundTo ?? (isMoney ? new decimal(1, 0, 0, false, (byte)settings.MoneyDecimals) : 1);
        _before = new(() => new SheetProgram(CellClosure.Only(sheet, new[] { Weights, Total }.OfType<string>().ToList()), Groups));
        _over = new(() => new SheetProgram(CellClosure.Only(sheet, [kpi, Target]), Stretch.Select(factor => factor.Fact).ToList()));
        var formulas = Stretch.Where(factor => factor.Constant is null).Select(factor => factor.Cell).ToList();
        _factors = new(() => formulas.Count == 0 ? null : new SheetProgram(CellClosure.Only(sheet, formulas), []));
    }

    public static IReadOnlyList<PlanProgram> Of(IReadOnlyList<PlanDefinition> plans, CellSheet sheet, SettingsDefinition settings)
    {
        if (plans.Count == 0)
            return [];
        var (cells, facts) = (sheet.Cells.ToDictionary(cell => cell.Name), sheet.Facts.ToDictionary(fact => fact.Name));
        return plans.Select(plan => new PlanProgram(plan, sheet, cells, facts, settings)).ToList();
    }

    public PlanDefinition Plan { get; }

    public SettingsDefinition Settings { get; }

    public PlanDescription Description { get; }

    /// <summary>The attributes by which subjects are put into groups, from the top.</summary>
    public IReadOnlyList<FactDefinition> Groups { get; }

    /// <summary>The cell that has what subjects weigh; null: all the same.</summary>
    public string? Weights { get; }

    /// <summary>The cell that has the total; null where it is a constant.</summary>
    public string? Total { get; }

    public IReadOnlyList<PlanFactor> Stretch { get; }

    public string Target => TargetOperation.CellOf(Description.Kpi);

    public decimal RoundTo { get; }

    /// <summary>What is looked at in the period before the plan begins.</summary>
    public SheetProgram Before => _before.Value;

    /// <summary>The KPI and its target, and stretch targets given, for periods that are over.</summary>
    public SheetProgram Over => _over.Value;

    /// <summary>The factors that formulas give; null where all are numbers.</summary>
    public SheetProgram? Factors => _factors.Value;

    /// <summary>The periods up to the last closed one; none where none is.</summary>
    /// <exception cref="ArgumentException">It is no period of the plan.</exception>
    public int ClosedPeriods(Period? closed)
    {
        if (closed is not { } last)
            return 0;
        for (var i = 0; i < Plan.Periods.Count; i++)
        {
            if (Plan.Periods[i] == last)
                return i + 1;
        }

        throw new ArgumentException(
            $"{last} is no period of plan '{Description.Name}', which goes from {Description.From} to {Description.To}.", nameof(closed));
    }

    /// <summary>A formula that is but a number counts as one.</summary>
    private static PlanFactor FactorOf(
        string plan, StretchDefinition stretch, IReadOnlyDictionary<string, Cell> cells, FactDefinition fact)
    {
        var cell = PlanLowering.FactorOf(plan, stretch.Name.Value).Name;
        var constant = stretch.Factor.Constant ?? cells[cell].Operation.ConstantNumber();
        return new PlanFactor(stretch.Name.Value, constant, (stretch.Factor.Json as JsonString)?.Value ?? "", cell, fact);
    }
}
