// The cells that other periods are asked for, and how deep targets of several periods may look at others.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class PushDown
{
    private const int MostTargetsInTargets = 20;

    private bool _asksOtherPeriods;

    /// <summary>An expression as a cell that other periods are asked for.</summary>
    public string Keep(CellKey key, Operation expression, string label)
    {
        _asksOtherPeriods = true;
        if (!_written.ContainsKey(key))
        {
            _written.Add(key, new Cell(
                key, expression.Kind, expression.Unit, expression, IsInternal: true, OfRunningPeriod: false, IsOnDemand: false,
                _derived!.Nesting, label));
            See(CellView.At(key, Lag.None));
        }

        return key;
    }

    /// <summary>The cells that a cell needs, of its own period and of others.</summary>
    public static IReadOnlyList<string> NeededBy(Cell cell)
    {
        var found = new List<string>();
        Collect(cell.Operation, found, found);
        return found;
    }

    /// <summary>The cells that a cell asks other periods for.</summary>
    public static IReadOnlyList<string> TargetsIn(Cell cell)
    {
        var found = new List<string>();
        Collect(cell.Operation, null, found);
        return found;
    }

    /// <param name="cells">Where the cells of the same period go; null for nowhere.</param>
    /// <param name="targets">Where the cells go that other periods are asked for; null for nowhere.</param>
    private static void Collect(Operation operation, List<string>? cells, List<string>? targets)
    {
        if (operation is CellOperation reference)
            cells?.Add(reference.Cell);
        else if (operation is InputOperation { Input.Target: { } target })
            targets?.Add(target.Cell);
        foreach (var part in operation.Parts())
            Collect(part, cells, targets);
    }

    /// <summary>Targets that look at targets of several periods, and these at others: each is a step down for the evaluation.</summary>
    private void ReportTooDeep(IReadOnlyList<Cell> cells)
    {
        if (!_asksOtherPeriods)
            return;
        var depths = new Dictionary<string, int>();
        foreach (var cell in cells)
        {
            var depth = CellsIn(cell).Select(name => depths[name])
                .Concat(TargetsIn(cell).Select(name => depths[name] + 1)).DefaultIfEmpty().Max();
            depths.Add(cell.Name, depth);
            if (depth <= MostTargetsInTargets)
                continue;
            _diagnostics.Add(PolicyFaults.TargetsTooDeep(cell.Operation.Origin.Place, cell.Shown, MostTargetsInTargets));
            return;
        }
    }
}
