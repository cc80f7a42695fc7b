// What is due by now, and where it leads at this speed: "The running period" in docs/format.md, worked out from day counts.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Kpis;

/// <summary>An amount that grows with the period; multiplied before it is divided.</summary>
/// <param name="ToTheEnd">The whole period's amount at the speed so far; else the part of the whole that is due by now.</param>
internal sealed record ProportionOperation(Origin Origin, string Kpi, Operation Amount, bool ToTheEnd, Lag Lag)
    : FusedOperation(Origin, ValueKind.Number, Amount.Unit), ILooksAtCalendar
{
    public override Combining Combining => Combining.Never("combine.calendar");

    public override Operation Map(Func<Operation, Operation> part) => this with { Amount = part(Amount) };

    public override int GetHashCode() => HashOfPartsAnd((Kpi, ToTheEnd, Lag));

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var (all, passed) = (Write.Calendar(CalendarFact.Days, Lag), Write.Calendar(CalendarFact.DaysPassed, Lag));
        var (factor, divisor) = ToTheEnd ? (all, passed) : (passed, all);
        var grown = Write.Divide(Write.Multiply(Amount, factor), divisor);
        return Write.Where([Amount], Write.Guard(Write.Differs(divisor, Write.Number(0)), new Reason(CauseKind.NoWorkdays, Kpi), grown));
    }

    public override Node Fuse(INodeBuilder nodes) =>
        new ProportionNode(Lag, nodes.Number(Amount), ToTheEnd, new NotAvailable(CauseKind.NoWorkdays, Kpi));
}

/// <summary>An amount that grows with the period, at the point it has reached or at its end; multiplied before it is divided.</summary>
/// <param name="toTheEnd">The whole period's amount at the speed so far; else the part of the whole that is due by now.</param>
internal sealed class ProportionNode(Lag lag, Node<decimal> amount, bool toTheEnd, NotAvailable noWorkdays) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!amount.TryEvaluate(frame, out value))
            return false;
        var calendar = frame.CalendarAt(lag);
        var (all, passed) = (calendar.Days, calendar.DaysPassed);
        var (factor, divisor) = toTheEnd ? (all, passed) : (passed, all);
        if (divisor == 0)
            return frame.Fail(noWorkdays);
        value = value * factor / divisor;
        return true;
    }
}
