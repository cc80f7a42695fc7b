// Lowers what the lines come to together: the payout, what they earn, and how many lines are held.
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

    /// <summary>The result that has what the lines earn, where some of them pay it later.</summary>
    public static readonly CellKey Earned = CellKey.Of(ResultNames.Payout, "earned");

    /// <param name="releases">Whether any line has a release.</param>
    public static void Lower(SheetBuilder sheet, JsonValue place, IReadOnlyList<string> lines, bool releases)
    {
        var origin = new FormulaText(place, new Term("owner.kpi", ResultNames.Payout)).Whole;
        Add(CellKey.Of(ResultNames.Payout), countsHeld: false, Paid);
        Add(Held, countsHeld: true, Paid);
        if (releases)
            Add(Earned, countsHeld: false, line => (sheet.StateOf(line), line, false));

        // of a line with a release what is due, whatever its state
        (string State, string Amount, bool IsDue) Paid(string line) => sheet.Has(LineStateOperation.OwnOf(line))
            ? (LineStateOperation.CellOf(line), ReleaseCells.Due(line), true)
            : (LineStateOperation.CellOf(line), line, false);

        void Add(CellKey key, bool countsHeld, System.Func<string, (string State, string Amount, bool IsDue)> cellsOf)
        {
            var cells = lines.Select(cellsOf).ToList();
            var names = cells.SelectMany(line => new[] { line.Amount, line.State }).ToList();
            sheet.Add(new CellDraft(key, ValueKind.Number, place.Place, new DraftFormula(names, 0, () =>
                names.All(name => sheet.Has(name) && sheet.IsBound(name))
                    ? new PayoutOperation(
                        origin,
                        cells.Select(line => new PayoutLine(
                            sheet.Reference(origin, line.State), sheet.Reference(origin, line.Amount), line.IsDue)).ToList(),
                        countsHeld)
                    : null)));
        }
    }
}
