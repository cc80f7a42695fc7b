// Takes a ruleset as written, gives its sheet of cells: one lowering a section, nothing behind it knows sections.
using KpiRules.Diagnostics;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

internal static class PolicyLowering
{
    public static CellSheet Lower(RulesetDefinition ruleset, DiagnosticBag diagnostics)
    {
        var sheet = new SheetBuilder(ruleset.Ids, diagnostics);
        foreach (var parameter in ruleset.Parameters)
            sheet.AddParameter(parameter);
        foreach (var fact in ruleset.Facts)
            sheet.AddFact(fact.Fact);
        foreach (var kpi in ruleset.Kpis)
            new KpiLowering(sheet, kpi).Lower();
        if (ruleset.Scorecard is { } scorecard)
            new ScorecardLowering(sheet, scorecard, ruleset.Kpis).Lower();
        var built = sheet.Build(ruleset.Json.Place);
        if (!diagnostics.HasErrors)
            ExpectationCheck.Check(ruleset, built, diagnostics);
        return built;
    }
}
