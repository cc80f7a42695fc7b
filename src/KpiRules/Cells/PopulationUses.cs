// Takes the cells of a policy before they are pushed down, gives those that look at other subjects, and by which function.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <remarks>A cell that only names another which does is not among them: the author finds the function where it is written.</remarks>
internal static class PopulationUses
{
    /// <param name="cells">Each behind all it depends on.</param>
    public static IReadOnlyList<(string Cell, string Function)> In(IReadOnlyList<Cell> cells)
    {
        var uses = new List<(string Cell, string Function)>();
        DeepStack.Run(cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), () =>
        {
            // what a result is made of by parts that nobody can name is its own
            var internals = new Dictionary<string, IReadOnlyCollection<string>>();
            foreach (var cell in cells)
            {
                var functions = new SortedSet<string>(System.StringComparer.Ordinal);
                Collect(cell.Operation, internals, functions);
                if (cell.IsInternal)
                    internals.Add(cell.Name, functions);
                else
                    uses.AddRange(functions.Select(function => (cell.Name, function)));
            }
        });
        return uses;
    }

    private static void Collect(
        Operation expression, Dictionary<string, IReadOnlyCollection<string>> internals, SortedSet<string> functions)
    {
        if ((expression as ReachingOperation)?.OverPeople is { } function)
            functions.Add(function);
        if (expression is AcrossOperation { OverPeople: { } across })
            functions.Add(across);
        if (expression is CellOperation reference && internals.TryGetValue(reference.Cell, out var inner))
            functions.UnionWith(inner);
        foreach (var part in expression.Parts())
            Collect(part, internals, functions);
    }
}
