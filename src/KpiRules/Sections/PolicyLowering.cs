// Takes a ruleset as written, gives its sheet of cells: one lowering a section, nothing behind it knows sections.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Kpis;
using KpiRules.Sections.Plans;
using KpiRules.Sections.Ratings;
using KpiRules.Sections.Scorecard;
using KpiRules.Sections.Smart;
using KpiRules.Sections.Warnings;

namespace KpiRules.Sections;

internal static class PolicyLowering
{
    public static CellSheet Lower(RulesetDefinition ruleset, DiagnosticBag diagnostics)
    {
        var ids = new HashSet<string>(ruleset.Kpis.Select(kpi => kpi.Name.Value)
            .Concat(ruleset.Ratings.Select(rating => rating.Name.Value))
            .Concat(ruleset.Incentives.Select(incentive => incentive.Name.Value)));
        var sheet = new SheetBuilder(ids, new UnreadDefinitions(diagnostics.Errors), diagnostics);
        foreach (var parameter in ruleset.Parameters)
            sheet.AddParameter(parameter);
        foreach (var fact in ruleset.Facts)
            sheet.AddFact(fact.Fact);
        var dated = ruleset.Facts.Select(fact => fact.Fact).Where(fact => fact.IsAsOfRecord).ToList();
        foreach (var records in ruleset.Records)
        {
            records.Dated = dated;
            sheet.AddRecords(records);
        }

        foreach (var table in ruleset.Tables)
            sheet.AddTable(table);
        foreach (var kpi in ruleset.Kpis)
            new KpiLowering(sheet, kpi).Lower();
        LowerSmart(ruleset, sheet);
        if (ruleset.Scorecard is { } scorecard)
            new ScorecardLowering(sheet, scorecard, ruleset.Kpis).Lower();
        foreach (var rating in ruleset.Ratings)
            new RatingLowering(sheet, rating).Lower();
        LowerIncentives(ruleset, sheet);
        foreach (var plan in ruleset.Plans)
            new PlanLowering(sheet, plan, ruleset.Kpis, ruleset.Json).Lower();
        LowerWarnings(ruleset, sheet);
        var built = sheet.Build(ruleset.Json.Place);
        if (!diagnostics.HasErrors)
        {
            ExpectationCheck.Check(ruleset, built, diagnostics);
            PlanCheck.Check(ruleset.Plans, ruleset.Kpis, built, diagnostics);
        }

        return built;
    }

    private static void LowerSmart(RulesetDefinition ruleset, SheetBuilder sheet)
    {
        foreach (var kpi in ruleset.Kpis.Where(kpi => !kpi.IsIdTaken))
        {
            if (kpi.Smart is { } smart)
                new SmartLowering(sheet, new CheckedKpi(kpi.Name, kpi.Unit, kpi.Weight), smart, ruleset.Effective).Lower();
        }
    }

    private static void LowerWarnings(RulesetDefinition ruleset, SheetBuilder sheet)
    {
        var lowerings = ruleset.Warnings.Select(warning => new WarningLowering(sheet, warning, ruleset.Settings.Lookback)).ToList();
        foreach (var lowering in lowerings)
            lowering.Lower();
        foreach (var lowering in lowerings)
            lowering.CheckNames();
    }

    private static void LowerIncentives(RulesetDefinition ruleset, SheetBuilder sheet)
    {
        if (ruleset.Incentives.Count == 0)
            return;
        var rounding = new RoundingRule(ruleset.Settings.MoneyDecimals, ruleset.Settings.Rounding);
        var own = ruleset.Incentives.Where(incentive => !incentive.IsIdTaken).ToList();
        foreach (var line in own)
            sheet.AddLine(line.Name.Value, LineStateOperation.OwnOf(line));
        sheet.ReadLinesBy(line => LineStateOperation.ZeroWhereNone(line, sheet));
        var lines = own.Select(incentive => incentive.Name.Value).ToList();
        var releases = ruleset.Incentives.Any(incentive => incentive.Release is not null);
        foreach (var incentive in ruleset.Incentives)
            new IncentiveLowering(sheet, incentive, rounding, ruleset.Settings.Period, needsFacts: releases).Lower();
        PayoutLowering.Lower(sheet, ruleset.Json["incentives"]!, lines, releases);
    }
}
