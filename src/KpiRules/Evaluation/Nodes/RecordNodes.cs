// Nodes that look at the records of a subject, one after another.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Numbers;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A field of the record the frame is at.</summary>
internal sealed class FieldNode<T>(int slot, int field) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        var column = (Column<T>)frame.Records[slot].Fields[field];
        var record = frame.Record;
        value = column[record];
        return column.IsAvailable(record) || frame.Fail(column.CauseAt(record)!);
    }
}

/// <summary>Walks over the records for which a condition holds; one for which that is not known leaves nothing to say.</summary>
/// <typeparam name="TSoFar">What is kept of the records walked over so far.</typeparam>
internal abstract class RecordNode<TSoFar>(int slot, string list, Node<bool>? condition) : Node<decimal>
{
    protected bool TryWalk(Frame frame, ref TSoFar soFar)
    {
        var records = frame.Records[slot];
        if (records.CauseAt(frame.Row) is { } cause)
            return frame.Fail(cause);
        var outer = frame.Record;
        var (start, end) = records.RangeOf(frame.Row);
        for (frame.Record = start; frame.Record < end; frame.Record++)
        {
            var counts = true;
            if ((condition is null || condition.TryEvaluate(frame, out counts)) && (!counts || TryVisit(frame, ref soFar)))
                continue;
            var failed = records.CauseOf(list, frame.Row, frame.Record, frame.Cause);
            frame.Record = outer;
            return frame.Fail(failed);
        }

        frame.Record = outer;
        return true;
    }

    /// <summary>The number of the record the frame is at, as people count.</summary>
    protected string NumberOf(Frame frame) => frame.Records[slot].NumberOf(frame.Row, frame.Record);

    protected abstract bool TryVisit(Frame frame, ref TSoFar soFar);
}

/// <summary>How many records there are.</summary>
internal sealed class RecordCountNode(int slot, string list, Node<bool>? condition) : RecordNode<CombinedValue>(slot, list, condition)
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        var combined = new CombinedValue(Facts.Combine.Sum);
        var walked = TryWalk(frame, ref combined);
        value = walked && combined.Count > 0 ? combined.Value : 0;
        return walked;
    }

    protected override bool TryVisit(Frame frame, ref CombinedValue combined)
    {
        combined.Add(1);
        return true;
    }
}

/// <summary>A number of every record, combined.</summary>
/// <param name="noneOfThem">The cause where there are no records and no value either; null where none is 0.</param>
/// <param name="tells">Whether an explanation lists what each record comes to.</param>
internal sealed class RecordCombineNode(
    int slot, string list, Facts.Combine combine, Node<decimal> number, Node<bool>? condition, NotAvailable? noneOfThem, bool tells)
    : RecordNode<CombinedValue>(slot, list, condition)
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var combined = new CombinedValue(combine);
        if (!TryWalk(frame, ref combined))
            return false;
        if (combined.Count == 0)
            return noneOfThem is null || frame.Fail(noneOfThem);
        value = combined.Value;
        return true;
    }

    protected override bool TryVisit(Frame frame, ref CombinedValue combined)
    {
        var told = frame.Trace?.Steps.Count ?? 0;
        var isThere = number.TryEvaluate(frame, out var value);
        if (isThere)
            combined.Add(value);
        if (tells && frame.Trace is { } trace)
            trace.AddOver(told, StepKind.Record, NumberOf(frame), isThere ? value : null);
        return isThere;
    }
}

/// <summary>How many different values the records have.</summary>
internal sealed class RecordDistinctNode<T>(int slot, string list, Node<T> value, Node<bool>? condition)
    : RecordNode<HashSet<T>>(slot, list, condition)
{
    public override bool TryEvaluate(Frame frame, out decimal count)
    {
        var found = new HashSet<T>();
        var walked = TryWalk(frame, ref found);
        count = found.Count;
        return walked;
    }

    protected override bool TryVisit(Frame frame, ref HashSet<T> found)
    {
        if (!value.TryEvaluate(frame, out var one))
            return false;
        found.Add(one);
        return true;
    }
}

/// <summary>What needs the numbers of all records together.</summary>
internal sealed class RecordValuesNode(
    int slot, string list, OfValues function, decimal? fraction, Node<decimal> number, Node<bool>? condition, NotAvailable noneOfThem)
    : RecordNode<ValueBuffer>(slot, list, condition)
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var found = ValueBuffer.Take();
        try
        {
            if (!TryWalk(frame, ref found))
                return false;
            if (found.Count == 0)
                return frame.Fail(noneOfThem);
            value = function(found.Values, found.Count, fraction);
            return true;
        }
        finally
        {
            found.GiveBack();
        }
    }

    protected override bool TryVisit(Frame frame, ref ValueBuffer found)
    {
        if (!number.TryEvaluate(frame, out var value))
            return false;
        found.Add(value);
        return true;
    }
}
