// Nodes of lines that are worked out for each record.
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives;

/// <summary>Walks over the records to which a line applies, and which are open.</summary>
/// <param name="tells">Whether an explanation lists what each record comes to.</param>
internal abstract class EachRecordNode<T>(int slot, string list, Node<bool>? applies, Node<bool>? gate, bool tells) : Node<T>
{
    /// <summary>False where one of them is not known.</summary>
    protected bool TryWalk(Frame frame, ref EachTotals totals)
    {
        var records = frame.Records[slot];
        if (records.CauseAt(frame.Row) is { } cause)
            return frame.Fail(cause);
        var outer = frame.Record;
        var (start, end) = records.RangeOf(frame.Row);
        for (frame.Record = start; frame.Record < end; frame.Record++)
        {
            var told = frame.Trace?.Steps.Count ?? 0;
            var isKnown = TryOne(frame, ref totals, out var amount);
            if (tells)
                frame.Trace?.AddOver(told, StepKind.Record, records.NumberOf(frame.Row, frame.Record), isKnown ? amount : null);
            if (isKnown)
                continue;

            var failed = records.CauseOf(list, frame.Row, frame.Record, frame.Cause);
            frame.Record = outer;
            return frame.Fail(failed);
        }

        frame.Record = outer;
        return true;
    }

    /// <summary>What an open record to which the line applies comes to.</summary>
    protected abstract bool TryAmount(Frame frame, out decimal amount);

    private bool TryOne(Frame frame, ref EachTotals totals, out decimal amount)
    {
        amount = 0;
        var (isApplicable, isOpen) = (true, true);
        if (applies is not null && !applies.TryEvaluate(frame, out isApplicable))
            return false;
        if (!isApplicable)
            return true;
        totals.Applicable++;
        if (gate is not null && !gate.TryEvaluate(frame, out isOpen))
            return false;
        if (!isOpen)
            return true;
        totals.Open++;
        if (!TryAmount(frame, out amount))
            return false;
        totals.Sum += amount;
        return true;
    }
}

internal struct EachTotals
{
    public int Applicable { get; set; }

    public int Open { get; set; }

    public decimal Sum { get; set; }
}

/// <summary>A line worked out for every record and summed.</summary>
internal sealed class EachNode(int slot, string list, Node<bool>? applies, Node<bool>? gate, Node<decimal> inner)
    : EachRecordNode<decimal>(slot, list, applies, gate, tells: true)
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        var totals = default(EachTotals);
        var walked = TryWalk(frame, ref totals);
        value = totals.Sum;
        return walked;
    }

    protected override bool TryAmount(Frame frame, out decimal amount) => inner.TryEvaluate(frame, out amount);
}

/// <summary>Whether any record to which the line applies is open, or there is none to which it does.</summary>
internal sealed class EachOpenNode(int slot, string list, Node<bool>? applies, Node<bool> gate)
    : EachRecordNode<bool>(slot, list, applies, gate, tells: false)
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        var totals = default(EachTotals);
        var walked = TryWalk(frame, ref totals);
        value = totals.Applicable == 0 || totals.Open > 0;
        return walked;
    }

    protected override bool TryAmount(Frame frame, out decimal amount)
    {
        amount = 0;
        return true;
    }
}
