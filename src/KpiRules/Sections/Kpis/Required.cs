// What each workday that is left must bring.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Kpis;

/// <summary>What each workday that is left must bring.</summary>
internal sealed record RequiredOperation(Origin Origin, string Kpi, Operation Gap, Lag Lag)
    : FusedOperation(Origin, ValueKind.Number, Gap.Unit), ILooksAtCalendar
{
    public override Combining Combining => Combining.Never("combine.calendar");

    public override Operation Map(Func<Operation, Operation> part) => this with { Gap = part(Gap) };

    public override int GetHashCode() => HashOfPartsAnd((Kpi, Lag));

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var left = Write.Calendar(CalendarFact.DaysLeft, Lag);
        return Write.Where(
            [Gap], Write.Guard(Write.Differs(left, Write.Number(0)), new Reason(CauseKind.NoWorkdays, Kpi), Write.Divide(Gap, left)));
    }

    public override Node Fuse(INodeBuilder nodes) =>
        new RequiredNode(Lag, nodes.Number(Gap), new NotAvailable(CauseKind.NoWorkdays, Kpi));
}

/// <summary>What each workday that is left must bring.</summary>
internal sealed class RequiredNode(Lag lag, Node<decimal> gap, NotAvailable noWorkdays) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!gap.TryEvaluate(frame, out value))
            return false;
        var left = frame.CalendarAt(lag).DaysLeft;
        if (left == 0)
            return frame.Fail(noWorkdays);
        value /= left;
        return true;
    }
}
