// What the functions over time and over other subjects become once they are pushed down to the facts.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>The inner value where the subject has any facts in the period it looks at.</summary>
/// <param name="Presence">Available where it has.</param>
internal sealed record WithFactsOperation(Origin Origin, InputOperation Presence, Operation Inner) : Operation(Origin, Inner.Kind, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Presence = (InputOperation)part(Presence), Inner = part(Inner) };

    public override IReadOnlyList<Operation> Parts() => [Presence, Inner];
}

internal enum Trend
{
    Falling,
    Rising,

    /// <summary>One of the two, from the first value to the last.</summary>
    Either,
}

/// <summary>Whether values fall, or rise, strictly from one to the next in time.</summary>
/// <param name="Values">The latest first.</param>
internal sealed record TrendOperation(Origin Origin, IReadOnlyList<Operation> Values, Trend Trend) : Operation(Origin, ValueKind.Boolean, null)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Values = Map(Values, part) };
}

/// <summary>One value in a period as long as those of the policy's facts, another in a longer one that is made of several.</summary>
internal sealed record ByLengthOperation(Origin Origin, Operation InPeriod, Operation InLonger) : Operation(Origin, ValueKind.Number, InPeriod.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { InPeriod = part(InPeriod), InLonger = part(InLonger) };
}

/// <summary>The target of a KPI, before it is said how the targets of several periods become one.</summary>
/// <param name="Combine">As the KPI says; null where its unit decides.</param>
internal sealed record TargetOperation(Origin Origin, string Kpi, Operation Inner, Combine? Combine) : Operation(Origin, ValueKind.Number, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };

    /// <summary>As the KPI says; else money, counts, days and hours sum, and of anything else the last holds.</summary>
    public static Combine CombineOf(Combine? declared, string? unit) =>
        declared ?? (unit is "money" or "count" or "days" or "hours" ? Facts.Combine.Sum : Facts.Combine.Last);
}

internal enum GroupFunction
{
    Sum,
    Average,
    Min,
    Max,

    /// <summary>How many they are.</summary>
    Count,

    /// <summary>The place among them, 1 for the highest.</summary>
    Rank,
}

/// <summary>What the members of a population have together; it looks across the finished columns of all subjects.</summary>
/// <param name="Source">An input or a cell; where they are only counted, whether they have facts.</param>
/// <param name="Key">The attribute that says who belongs together; null for everyone.</param>
/// <param name="Presence">Available for those who have facts in the period.</param>
/// <param name="Conditions">All of which must hold for a member to count.</param>
internal sealed record GroupOperation(
    Origin Origin, GroupFunction Function, Operation Source, MembersKind Members, InputOperation? Key, InputOperation Presence, IReadOnlyList<CellOperation> Conditions)
    : Operation(Origin, ValueKind.Number, Function == GroupFunction.Count ? Units.Count : Source.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Source = part(Source),
        Key = Key is null ? null : (InputOperation)part(Key),
        Presence = (InputOperation)part(Presence),
        Conditions = Conditions.Select(condition => (CellOperation)part(condition)).ToArray(),
    };
}
