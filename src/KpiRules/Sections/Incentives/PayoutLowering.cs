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
    /// <summary>The result that has how many lines are held.</summary>
    public static readonly CellKey Held = CellKey.Of(ResultNames.Payout, "held");

    public static void Lower(SheetBuilder sheet, JsonValue place, IReadOnlyList<string> lines)
    {
        var origin = new FormulaText(place, new Term("owner.kpi", ResultNames.Payout)).Whole;
        var names = lines.SelectMany(line => new[] { line, LineStateOperation.CellOf(line) }).ToList();
        Add(CellKey.Of(ResultNames.Payout), countsHeld: false);
        Add(Held, countsHeld: true);

        void Add(CellKey key, bool countsHeld) =>
            sheet.Add(new CellDraft(key, ValueKind.Number, place.Place, new DraftFormula(names, 0, () =>
                names.All(name => sheet.Has(name) && sheet.IsBound(name))
                    ? new PayoutOperation(
                        origin,
                        lines.Select(line => (
                            (Operation)sheet.Reference(origin, LineStateOperation.CellOf(line)),
                            (Operation)sheet.Reference(origin, line))).ToList(),
                        countsHeld)
                    : null)));
    }
}
