// The criteria by which targets are checked, with every name bound: section 8 of the ruleset format.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>How many of several conditions hold; one that is not available does not count, and where none is available there is no number.</summary>
internal sealed record HoldingCountOperation(Origin Origin, IReadOnlyList<Operation> Conditions) : SectionOperation(Origin, ValueKind.Number, Units.Count)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.HoldingCount(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Conditions = Map(Conditions, part) };

    public override Operation Expand()
    {
        var write = Write;
        var count = write.Sum(Conditions.Select(condition => write.If(write.Default(condition, write.Boolean(false)), write.Number(1), write.Number(0))).ToList());
        return write.If(write.Any(Conditions.Select(write.Available).ToList()), count, write.Where([Conditions[Conditions.Count - 1]], count));
    }
}

/// <summary>Whether a period lies between two days, and is not too long.</summary>
/// <param name="From">The first day; null for no bound.</param>
/// <param name="To">The last day; null for no bound.</param>
/// <param name="Longest">Null for any length.</param>
internal sealed record PeriodBoundOperation(Origin Origin, int? From, int? To, PeriodKind? Longest, Lag Lag)
    : SectionOperation(Origin, ValueKind.Boolean, null), ILooksAtCalendar
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.PeriodBound(this);

    public override Operation Map(Func<Operation, Operation> part) => this;

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

    private ConstantOperation Day(int day) => new(Origin, FactValue.OfDay(day), null);
}
