// Takes the cells of a policy before they are pushed down, reports what looks back at what a line releases: nobody knows it earlier.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Source;

namespace KpiRules.Cells;

internal sealed class LookBack : IReachingVisitor<bool>
{
    private static readonly LookBack Own = new();

    private LookBack()
    {
    }

    /// <param name="cells">Each behind all it depends on.</param>
    public static void Check(IReadOnlyList<Cell> cells, IReadOnlyList<ReleaseCells> releases, DiagnosticBag diagnostics)
    {
        if (releases.Count == 0)
            return;
        var reported = new HashSet<(SourceText, SourceSpan)>();
        // every cell that stands on such a result, and on which
        var standing = releases.SelectMany(release => ReleaseCells.Results(release.Line)).ToDictionary(key => key.Name, key => key.Name);
        DeepStack.Run(cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), () =>
        {
            foreach (var cell in cells)
            {
                if (ResultIn(cell.Operation, cell) is { } result && !standing.ContainsKey(cell.Name))
                    standing.Add(cell.Name, result);
            }
        });

        // a warning looks back by several cells, and is one fault
        void Report(ReachingOperation reaching, Cell cell, string result)
        {
            if (!reported.Add((reaching.Origin.Place.Source, reaching.Origin.Place.Span)))
                return;
            var isWritten = reaching.Origin.Text.Length > 0 && reaching is not SectionReachOperation;
            diagnostics.Add(ReleaseFaults.LooksBack(
                reaching.Origin.Place, isWritten ? reaching.Origin.Text : cell.Key.Owner, result));
        }

        string? ResultIn(Operation operation, Cell cell)
        {
            var found = operation is CellOperation reference && standing.TryGetValue(reference.Cell, out var result) ? result : null;
            foreach (var part in operation.Parts())
                found ??= ResultIn(part, cell);
            if (found is null || operation is not ReachingOperation reaching || !reaching.Accept(Own))
                return found;
            Report(reaching, cell, found);
            return null;
        }
    }

    bool IReachingVisitor<bool>.Previous(PreviousOperation previous) => true;

    bool IReachingVisitor<bool>.Trailing(TrailingOperation trailing) => true;

    bool IReachingVisitor<bool>.Window(WindowOperation window) => true;

    bool IReachingVisitor<bool>.Population(PopulationOperation population) => false;

    bool IReachingVisitor<bool>.Share(ShareOperation share) => false;

    bool IReachingVisitor<bool>.Among(AmongOperation among) => false;

    bool IReachingVisitor<bool>.Headcount(HeadcountOperation headcount) => false;

    bool IReachingVisitor<bool>.Target(TargetOperation target) => false;

    bool IReachingVisitor<bool>.OfSection(SectionReachOperation reaching) => reaching.NeedsEarlier;
}
