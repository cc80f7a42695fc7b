// The criteria by which targets are checked, with every name bound: section 8 of the ruleset format.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>How many of several conditions hold; one that is not available does not count.</summary>
internal sealed record HoldingCountOperation(Origin Origin, IReadOnlyList<Operation> Conditions) : Operation(Origin, ValueKind.Number, Units.Count)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Conditions = Map(Conditions, part) };
}

/// <summary>Whether a period lies between two days, and is not too long.</summary>
/// <param name="From">The first day; null for no bound.</param>
/// <param name="To">The last day; null for no bound.</param>
/// <param name="Longest">Null for any length.</param>
internal sealed record PeriodBoundOperation(Origin Origin, int? From, int? To, PeriodKind? Longest, Lag Lag) : LeafOperation(Origin, ValueKind.Boolean, null), ILooksAtCalendar
{
    public Operation At(Lag lag) => this with { Lag = lag };
}
