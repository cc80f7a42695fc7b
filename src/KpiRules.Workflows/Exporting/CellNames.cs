// What a cell is called in a workflow: its own name, and how far back or over whom it looks.
using KpiRules.Cells;

namespace KpiRules.Workflows.Exporting;

internal static class CellNames
{
    public static string Of(Cell cell) => cell.View is not { } view
        ? cell.Name
        : $"{view.Cell}{InputNames.Over(view.Window)}_{view.Population}{(view.Lag.IsNone ? "" : $"_{view.Lag}_ago")}";
}
