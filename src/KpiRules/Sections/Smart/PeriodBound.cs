// Whether a period is one that a target may be for.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Smart;

/// <summary>Whether a period lies between two days, and is not too long.</summary>
/// <param name="From">The first day; null for no bound.</param>
/// <param name="To">The last day; null for no bound.</param>
/// <param name="Longest">Null for any length.</param>
internal sealed record PeriodBoundOperation(Origin Origin, int? From, int? To, PeriodKind? Longest, Lag Lag)
    : FusedOperation(Origin, ValueKind.Boolean, Unit.Unknown), ILooksAtCalendar
{
    public override Combining Combining => Combining.Never("combine.calendar");

    public override Operation Map(Func<Operation, Operation> part) => this;

    public override int GetHashCode() => HashOfPartsAnd((From, To, Longest, Lag));

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var bounds = new List<Operation>();
        if (From is { } from)
            bounds.Add(Write.AtLeast(Write.Calendar(CalendarFact.FirstDay, Lag), Day(from)));
        if (To is { } to)
            bounds.Add(Write.AtMost(Write.Calendar(CalendarFact.LastDay, Lag), Day(to)));
        if (Longest is { } longest)
            bounds.Add(Write.AtMost(Write.Calendar(CalendarFact.Length, Lag), Write.Number((int)longest)));
        return Write.All(bounds);
    }

    private ConstantOperation Day(int day) => new(Origin, FactValue.OfDay(day), Unit.Unknown);

    public override Node Fuse(INodeBuilder nodes) => new PeriodBoundNode(Lag, From, To, Longest);
}

/// <summary>Whether a period lies between two days, and is not too long.</summary>
internal sealed class PeriodBoundNode(Lag lag, int? from, int? to, PeriodKind? longest) : Node<bool>
{
    public override bool TryEvaluate(Frame frame, out bool value)
    {
        var calendar = frame.CalendarAt(lag);
        value = !(calendar.FirstDay < from) && !(calendar.LastDay > to) && !(calendar.Period.Kind > longest);
        return true;
    }
}
