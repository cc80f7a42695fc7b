// Takes drafts, gives them in an order in which each comes behind those it depends on; reports every cycle by its names.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Cells;

internal sealed class CellOrder(IReadOnlyDictionary<string, CellDraft> drafts, DiagnosticBag diagnostics)
{
    /// <summary>All drafts but those that depend on themselves.</summary>
    public IReadOnlyList<CellDraft> Sort(IEnumerable<CellDraft> all)
    {
        var order = new DependencyOrder<CellDraft>(
            draft => draft.Formula.Names, name => drafts.TryGetValue(name, out var draft) ? draft : null, ReportCycle);
        return order.Sort(all).Where(draft => !order.InCycle.Contains(draft)).ToList();
    }

    private void ReportCycle(IReadOnlyList<CellDraft> cycle) => diagnostics.Add(PolicyFaults.Cycle(cycle[0].Place, Written(cycle)));

    /// <summary>By the names the author knows, each once in a row.</summary>
    private static IEnumerable<string> Written(IReadOnlyList<CellDraft> cycle)
    {
        var names = cycle.Select(draft => draft.Key.Shown).ToList();
        var shown = names.Where((name, i) => i == 0 || name != names[i - 1]).ToList();
        return shown.Count > 1 && shown[shown.Count - 1] == shown[0] ? shown : shown.Append(shown[0]);
    }
}
