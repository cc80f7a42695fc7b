// Takes drafts, gives them in an order in which each comes behind those it depends on; reports every cycle by its names.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Cells;

internal sealed class CellOrder(IReadOnlyDictionary<string, CellDraft> drafts, DiagnosticBag diagnostics)
{
    private readonly List<CellDraft> _ordered = [];
    private readonly HashSet<CellDraft> _done = [];
    private readonly HashSet<CellDraft> _inCycle = [];
    private readonly HashSet<CellDraft> _named = [];

    /// <summary>All drafts but those that depend on themselves.</summary>
    public IReadOnlyList<CellDraft> Sort(IEnumerable<CellDraft> all)
    {
        foreach (var draft in all)
            Visit(draft);
        return _ordered.Where(draft => !_inCycle.Contains(draft)).ToList();
    }

    /// <summary>Depth first with a stack of its own: a chain of dependencies may be as long as a policy.</summary>
    private void Visit(CellDraft start)
    {
        if (_done.Contains(start))
            return;
        var path = new List<(CellDraft Draft, int Next)> { (start, 0) };
        var onPath = new HashSet<CellDraft> { start };
        while (path.Count > 0)
        {
            var (draft, next) = path[path.Count - 1];
            if (next == draft.Formula.Names.Count)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(draft);
                _done.Add(draft);
                _ordered.Add(draft);
                continue;
            }

            path[path.Count - 1] = (draft, next + 1);
            if (!drafts.TryGetValue(draft.Formula.Names[next], out var needed) || _done.Contains(needed))
                continue;
            if (onPath.Add(needed))
                path.Add((needed, 0));
            else
                ReportCycle(path.Select(step => step.Draft).SkipWhile(step => step != needed).ToList());
        }
    }

    private void ReportCycle(List<CellDraft> cycle)
    {
        // one that shares a result with a circle already named would be named over and over
        var isNew = cycle.Count == 1 || !cycle.Any(_named.Contains);
        _inCycle.UnionWith(cycle);
        if (cycle.Count > 1)
            _named.UnionWith(cycle);
        if (isNew)
            diagnostics.Add(PolicyFaults.Cycle(cycle[0].Place, cycle.Append(cycle[0]).Select(draft => draft.Name)));
    }
}
