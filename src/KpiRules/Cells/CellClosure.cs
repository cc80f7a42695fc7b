// Takes a sheet, gives the part of it that some cells need.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal static class CellClosure
{
    /// <summary>The cells wanted and those they depend on, in the same order; all facts stay known.</summary>
    public static CellSheet Only(CellSheet sheet, IReadOnlyCollection<string> wanted)
    {
        var needed = NamesOf(sheet.Cells, wanted);
        // whoever asks for a cell wants it at once, whatever it is otherwise
        var cells = sheet.Cells.Where(cell => needed.Contains(cell.Name))
            .Select(cell => wanted.Contains(cell.Name) ? cell with { IsInternal = false, IsOnDemand = false } : cell).ToList();
        return new CellSheet(cells, sheet.Facts, sheet.Records, [])
        {
            Releases = sheet.Releases.Where(release => release.Parts.All(part => needed.Contains(part.Own))).ToList(),
            Tables = sheet.Tables,
        };
    }

    /// <summary>All cells but those that only other periods are asked for, and those that ask how far a plan is.</summary>
    /// <param name="all">Each behind those it depends on.</param>
    public static IReadOnlyList<Cell> InThePeriod(IReadOnlyList<Cell> all)
    {
        var ofPlans = OfPlans(all);
        var cells = all.Where(cell => !ofPlans.Contains(cell.Name)).ToList();
        var (kept, left) = (new HashSet<string>(), new HashSet<string>());
        DeepStack.Run(cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), () =>
        {
            left.UnionWith(cells.SelectMany(PushDown.TargetsIn));
            foreach (var cell in cells.AsEnumerable().Reverse())
            {
                var isKept = kept.Contains(cell.Name) || !left.Contains(cell.Name) || !cell.IsInternal;
                (isKept ? kept : left).UnionWith(PushDown.CellsIn(cell).Append(cell.Name));
            }
        });
        return cells.Where(cell => kept.Contains(cell.Name)).ToList();
    }

    /// <summary>Those that stand on how far a plan is, which only the making of a plan knows.</summary>
    private static HashSet<string> OfPlans(IReadOnlyList<Cell> cells)
    {
        var found = new HashSet<string>(cells
            .Where(cell => cell.Operation is InputOperation { Input.Kind: InputKind.PlanProgress or InputKind.PlanClosed })
            .Select(cell => cell.Name));
        if (found.Count == 0)
            return found;
        DeepStack.Run(cells.Max(cell => cell.Nesting), () =>
        {
            foreach (var cell in cells.Where(cell => PushDown.CellsIn(cell).Any(found.Contains)))
                found.Add(cell.Name);
        });
        return found;
    }

    /// <summary>The names of the cells wanted and of all they depend on, in other periods too.</summary>
    /// <param name="cells">Each behind those it depends on.</param>
    public static HashSet<string> NamesOf(IReadOnlyList<Cell> cells, IEnumerable<string> wanted)
    {
        var needed = new HashSet<string>(wanted);
        DeepStack.Run(cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), () =>
        {
            foreach (var cell in cells.Reverse().Where(cell => needed.Contains(cell.Name)))
                needed.UnionWith(PushDown.NeededBy(cell));
        });
        return needed;
    }
}
