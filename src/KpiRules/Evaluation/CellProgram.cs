// A cell made ready to run: fills its column row by row.
using System;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal abstract class CellProgram(Cell cell, int slot)
{
    public Cell Cell { get; } = cell;

    public int Slot { get; } = slot;

    public abstract void Run(Frame frame, int rows);

    /// <summary>The column of one row alone, for a cell that is worked out on demand.</summary>
    public abstract Column RunAt(Frame frame, int row);

    /// <summary>Runs once more for one row, for the notes the frame keeps; what looks across subjects has left its own.</summary>
    public virtual void Explain(Frame frame, int row) => RunAt(frame, row);

    public static CellProgram Of(Cell cell, int slot, NodeBuilder nodes) => 
        cell.Operation is AcrossOperation across
            ? across.Accept(new AcrossPrograms(cell, slot, nodes))
            : Of(cell, slot, nodes.Build(cell.Operation));

    private static CellProgram Of(Cell cell, int slot, Node node) => cell.Kind switch
    {
        ValueKind.Number => new CellProgram<decimal>(cell, slot, (Node<decimal>)node),
        ValueKind.Boolean => new CellProgram<bool>(cell, slot, (Node<bool>)node),
        ValueKind.Text => new CellProgram<string>(cell, slot, (Node<string>)node),
        ValueKind.Date => new CellProgram<int>(cell, slot, (Node<int>)node),
    };
}

internal sealed class CellProgram<T>(Cell cell, int slot, Node<T> node) : CellProgram(cell, slot)
{
    private NotAvailable? _overflow;

    private NotAvailable Overflow => _overflow ??= new(CauseKind.Overflow, Cell.Shown);

    public override Column RunAt(Frame frame, int row)
    {
        var column = new Column<T>(new T[1], 0);
        frame.Row = row;
        if (node.TryEvaluate(frame, Overflow, out var value))
            column[0] = value;
        else
            column.SetCause(0, frame.Cause!, 1);
        return column;
    }

    public override void Run(Frame frame, int rows)
    {
        var column = (Column<T>)frame.Columns[Slot];
        for (var row = 0; row < rows; row++)
        {
            try
            {
                for (; row < rows; row++)
                {
                    frame.Row = row;
                    if (node.TryEvaluate(frame, out var value))
                        column[row] = value;
                    else
                        column.SetCause(row, frame.Cause!, rows);
                }
            }
            catch (OverflowException)
            {
                // rare, so the loop itself pays nothing for it
                column.SetCause(row, Overflow, rows);
            }
        }
    }
}
