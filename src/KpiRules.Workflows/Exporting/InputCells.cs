// Takes the cells of a policy, gives them with what looks at records in cells of its own, and says which a workflow cannot work out.
using System;
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Kernel;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Incentives.Releases;

namespace KpiRules.Workflows.Exporting;

internal static class InputCells
{
    /// <summary>Whether a workflow must be given it: it looks at records, or at other subjects.</summary>
    public static bool IsInput(Cell cell) => IsOverRecords(cell.Operation) || cell.Operation is AcrossOperation;

    /// <summary>Each behind all it depends on, as before; what is new is internal.</summary>
    public static IReadOnlyList<Cell> Separate(IReadOnlyList<Cell> cells)
    {
        var all = new List<Cell>();
        var known = new Dictionary<Operation, Cell>();
        foreach (var cell in cells)
        {
            if (IsOverRecords(cell.Operation) && ValueOf(cell.Operation) is var value && !known.ContainsKey(value))
            {
                known.Add(value, cell);
                all.Add(cell);
            }
            else
            {
                all.Add(cell with { Operation = Visit(cell.Operation) });
            }

            Operation Visit(Operation expression) => IsOverRecords(expression) ? Own(expression)
                : expression is ReleaseSumOperation released ? Visit(released.Expand())
                : expression.Map(Visit);

            Operation Own(Operation expression)
            {
                var value = ValueOf(expression);
                if (!known.TryGetValue(value, out var own))
                {
                    var key = CellKey.Hidden(cell.Key.Shown, FormattableString.Invariant($"records:{known.Count}"));
                    known.Add(value, own = new Cell(
                        key, expression.Kind, expression.Unit, expression, true, false, cell.IsOnDemand, cell.Nesting,
                        LabelOf(expression, cell)));
                    all.Add(own);
                }

                return new CellOperation(expression.Origin, own.Name, own.Kind, own.Unit, "", Facts.Lag.None);
            }
        }

        return all;
    }

    private static bool IsOverRecords(Operation expression) => expression is FoldOperation or EachOperation or EachOpenOperation;

    /// <summary>Whatever always has the same value is given once: in which unit it is read makes no difference.</summary>
    private static Operation ValueOf(Operation expression) => expression with { Unit = Facts.Unit.Unknown };

    private static string LabelOf(Operation expression, Cell cell) => expression is FoldOperation over ? over.Origin.Text : cell.Shown;
}
