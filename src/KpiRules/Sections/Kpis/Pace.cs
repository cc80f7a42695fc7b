// A value against what is due by now.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Kpis;

/// <summary>A value against the part of the target that is due by now.</summary>
internal sealed record PaceOperation(Origin Origin, string Kpi, Operation Value, Operation Target, Lag Lag)
    : FusedOperation(Origin, ValueKind.Number, Unit.Percent), ILooksAtCalendar
{
    public override Combining Combining => Combining.Never("combine.calendar");

    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Target = part(Target) };

    public override int GetHashCode() => HashOfPartsAnd((Kpi, Lag));

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var (all, passed, zero) = (Write.Calendar(CalendarFact.Days, Lag), Write.Calendar(CalendarFact.DaysPassed, Lag), Write.Number(0));
        var pace = Write.Divide(Write.Multiply(Value, all), Write.Multiply(Target, passed));
        var begun = Write.Guard(Write.Differs(passed, zero), new Reason(CauseKind.NoWorkdays, Kpi), pace);
        return Write.Where([Value], Write.Guard(Write.Differs(Target, zero), new Reason(CauseKind.ZeroTarget, Kpi), begun));
    }

    public override Node Fuse(INodeBuilder nodes) => new PaceNode(
        Lag,
        nodes.Number(Value),
        nodes.Number(Target),
        new NotAvailable(CauseKind.ZeroTarget, Kpi),
        new NotAvailable(CauseKind.NoWorkdays, Kpi));
}

/// <summary>A value against the part of the target that is due by now.</summary>
internal sealed class PaceNode(Lag lag, Node<decimal> actual, Node<decimal> target, NotAvailable zeroTarget, NotAvailable noWorkdays)
    : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!actual.TryEvaluate(frame, out value) || !target.TryEvaluate(frame, out var aim))
            return false;
        if (aim == 0)
            return frame.Fail(zeroTarget);
        var calendar = frame.CalendarAt(lag);
        if (calendar.DaysPassed == 0)
            return frame.Fail(noWorkdays);
        value = value * calendar.Days / (aim * calendar.DaysPassed);
        return true;
    }
}
