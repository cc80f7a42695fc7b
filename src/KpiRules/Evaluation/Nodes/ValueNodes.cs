// Nodes that read: constants, and columns of facts and cells.
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

internal sealed class ConstantNode<T>(T constant) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = constant;
        return true;
    }
}

/// <param name="cell">The cell whose column it is, on which the reader depends; null for a fact, whose column carries causes of
/// its own.</param>
internal sealed class ColumnNode<T>(int slot, CellOperation? cell) : Node<T>
{
    private NotAvailable? _dependsOn;

    public override bool TryEvaluate(Frame frame, out T value)
    {
        var column = (Column<T>)frame.Columns[slot];
        var row = frame.Row;
        value = column[row];
        return column.IsAvailable(row) || frame.Fail(cell is null ? column.CauseAt(row)! : _dependsOn ??= DependsOn(cell));
    }

    private static NotAvailable DependsOn(CellOperation cell) => new(CauseKind.DependsOn, cell.Shown, Because: cell.Cell, Lag: cell.Lag);
}

/// <summary>A value that is never there.</summary>
internal sealed class NoValueNode<T>(NotAvailable cause) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        return frame.Fail(cause);
    }
}

/// <summary>A value that is never there, because another is what it is.</summary>
internal sealed class NoValueOfNode<T>(NotAvailable cause, Node<string> other) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        return other.TryEvaluate(frame, out var text) && frame.Fail(cause with { Text = text });
    }
}
