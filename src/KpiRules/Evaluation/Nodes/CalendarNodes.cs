// Nodes of the calendar functions that need no as-of date.
using System;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A number that the period alone decides; null where a period of its length has none.</summary>
internal sealed class PeriodNumberNode(Func<PeriodCalendar, int?> number, NotAvailable tooLong) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        var found = number(frame.Calendar);
        value = found ?? 0;
        return found is not null || frame.Fail(tooLong);
    }
}

/// <summary>The days from one date to another; negative when the second is the earlier.</summary>
internal sealed class DaysBetweenNode(Node<int> from, Node<int> to) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!from.TryEvaluate(frame, out var first) || !to.TryEvaluate(frame, out var last))
            return false;
        value = last - first;
        return true;
    }
}

/// <summary>The workdays of the period on which someone was there; a last day that is not given is open.</summary>
internal sealed class ActiveDaysNode(Node<int> from, Node<int> to) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!from.TryEvaluate(frame, out var first))
            return false;
        var last = to.TryEvaluate(frame, out var given) ? given : int.MaxValue;
        value = frame.Calendar.ActiveDays(first, last);
        return true;
    }
}
