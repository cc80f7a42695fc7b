// Nodes that read: constants, and columns of facts and cells.
namespace KpiRules.Evaluation.Nodes;

internal sealed class ConstantNode<T>(T constant) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = constant;
        return true;
    }
}

/// <param name="dependsOn">The cause of a reader of a cell; null for a fact, whose column carries its own.</param>
internal sealed class ColumnNode<T>(int slot, NotAvailable? dependsOn) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        var column = (Column<T>)frame.Columns[slot];
        var row = frame.Row;
        value = column[row];
        return column.IsAvailable(row) || frame.Fail(dependsOn ?? column.CauseAt(row)!);
    }
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
