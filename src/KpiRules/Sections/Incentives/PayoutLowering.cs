// Lowers what the lines come to together: the payout, and how many lines are held.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal static class PayoutLowering
{
    public const string Held = ResultNames.Payout + ".held";

    public static void Lower(SheetBuilder sheet, JsonValue place, IReadOnlyList<string> lines)
    {
        var origin = new FormulaText(place, new Term("owner.kpi", ResultNames.Payout)).Whole;
        var names = lines.SelectMany(line => new[] { line, line + ".state" }).ToList();
        Add(ResultNames.Payout, countsHeld: false);
        Add(Held, countsHeld: true);

        void Add(string name, bool countsHeld) => sheet.Add(new CellDraft(name, ValueKind.Number, place.Place, new DraftFormula(names, 0, () =>
            names.All(name => sheet.Has(name) && sheet.IsBound(name))
                ? new PayoutOperation(origin, lines.Select(line => ((Operation)sheet.Reference(origin, line + ".state"), (Operation)sheet.Reference(origin, line))).ToList(), countsHeld)
                : null)));
    }
}
