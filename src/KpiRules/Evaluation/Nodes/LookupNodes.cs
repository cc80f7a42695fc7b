// Nodes that look a value up in a table: by the row whose keys match.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Lookup;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A key as the search takes it, whatever its type.</summary>
internal abstract class KeyNode
{
    public abstract bool TryRead(Frame frame, out FactValue key);
}

internal sealed class KeyNode<T>(Node<T> node, Func<T, FactValue> write) : KeyNode
{
    public override bool TryRead(Frame frame, out FactValue key)
    {
        var isThere = node.TryEvaluate(frame, out var value);
        key = isThere ? write(value) : default;
        return isThere;
    }
}

/// <param name="rows">The rows that hold.</param>
/// <param name="read">Takes a value of the column's type.</param>
internal sealed class LookupNode<T>(LookupTable table, int value, KeyNode[] keys, LookupRows rows, Func<FactValue, T> read) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T found)
    {
        found = default!;
        var wanted = new FactValue[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!keys[i].TryRead(frame, out wanted[i]))
                return false;
        }

        if (rows.In(frame) is not { } index)
            return frame.Fail(rows.NoneIn(frame));
        var (row, isBlocked) = index.Find(wanted);
        var answer = row is null ? table.Else[value] : isBlocked ? default : row.Values[value];
        if (answer.Kind is null)
            return frame.Fail(CauseOf(frame, row, isBlocked, wanted));
        found = read(answer);
        if (frame.Trace is { } trace)
            Tell(trace, row, wanted, answer);
        return true;
    }

    private NotAvailable CauseOf(Frame frame, TableRow? row, bool isBlocked, FactValue[] wanted)
    {
        var kind = row is null ? CauseKind.NoRow
            : isBlocked ? CauseKind.RowInDoubt
            : row.IsWrong(value) ? CauseKind.UnusableInRow
            : CauseKind.MissingInRow;
        var shown = kind is CauseKind.NoRow or CauseKind.RowInDoubt ? TableRow.Shown(wanted) : row!.ShownKeys;
        return rows.Marked(frame, new NotAvailable(kind, table.Definition.Name, shown, Part: table.ValueAt(value).Name));
    }

    private void Tell(Trace trace, TableRow? row, FactValue[] wanted, FactValue answer)
    {
        var (keys, column) = (TableRow.Shown(wanted), $"{table.Definition.Name}.{table.ValueAt(value).Name}");
        var search = row is null || row.ShownKeys == keys ? $"{column}: {keys}" : $"{column}: {keys} → {row.ShownKeys}";
        trace.Add(
            row is null ? StepKind.LookupElse : StepKind.Lookup,
            answer.Number is null ? $"{search}: {answer}" : search,
            answer.Number);
    }
}
