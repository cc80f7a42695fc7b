// Nodes of the calendar functions, and of what they say of a KPI while its period runs.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A number that the period alone decides; null where a period of its length has none.</summary>
internal sealed class PeriodNumberNode(Lag lag, Func<PeriodCalendar, int?> number, NotAvailable tooLong) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        var found = number(frame.CalendarAt(lag));
        value = found ?? 0;
        return found is not null || frame.Fail(tooLong);
    }
}

/// <summary>Something else that the period alone decides.</summary>
internal sealed class PeriodFactNode<T>(Lag lag, Func<PeriodCalendar, T> fact) : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = fact(frame.CalendarAt(lag));
        return true;
    }
}

/// <summary>A function of two dates.</summary>
internal sealed class DatePairNode(Func<int, int, decimal> function, Node<int> from, Node<int> to) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!from.TryEvaluate(frame, out var first) || !to.TryEvaluate(frame, out var last))
            return false;
        value = function(first, last);
        return true;
    }
}

/// <summary>The date that lies some way on from another.</summary>
internal sealed class DateStepNode(Func<int, decimal, int?> function, Node<int> from, Node<decimal> number, NotAvailable outside)
    : Node<int>
{
    public override bool TryEvaluate(Frame frame, out int value)
    {
        value = 0;
        if (!from.TryEvaluate(frame, out var first) || !number.TryEvaluate(frame, out var steps))
            return false;
        var found = function(first, steps);
        value = found ?? 0;
        return found is not null || frame.Fail(outside);
    }
}

/// <summary>A function of the period and of when someone was there; a last day that is not given is open.</summary>
internal sealed class StayNode(Func<IPeriodDays, int, int, decimal> function, Lag lag, Node<int> from, Node<int> to) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!from.TryEvaluate(frame, out var first))
            return false;
        var last = to.TryEvaluate(frame, out var given) ? given : int.MaxValue;
        value = function(frame.CalendarAt(lag), first, last);
        return true;
    }
}

/// <summary>A function of the period alone.</summary>
internal sealed class PeriodFunctionNode(Func<IPeriodDays, decimal?> function, Lag lag, NotAvailable outside) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        var found = function(frame.CalendarAt(lag));
        value = found ?? 0;
        return found is not null || frame.Fail(outside);
    }
}
