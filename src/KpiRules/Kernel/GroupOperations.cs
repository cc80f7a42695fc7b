// The operations that look across the finished columns of all subjects.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

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

    /// <summary>The value below which a fraction of theirs lies.</summary>
    Quantile,
}

/// <summary>What the members of a population have together.</summary>
/// <param name="Source">An input or a cell; where they are only counted, whether they have facts.</param>
/// <param name="Key">The attribute that says who belongs together; null for everyone.</param>
/// <param name="Presence">Available for those who have facts in the period.</param>
/// <param name="Conditions">All of which must hold for a member to count.</param>
/// <param name="Fraction">For <see cref="GroupFunction.Quantile"/>, null for the middle; else null.</param>
internal sealed record GroupOperation(
    Origin Origin, GroupFunction Function, Operation Source, MembersKind Members, InputOperation? Key, InputOperation Presence,
    IReadOnlyList<CellOperation> Conditions, decimal? Fraction = null)
    : Operation(Origin, ValueKind.Number, Function == GroupFunction.Count ? Units.Count : Source.Unit)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Group(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Source = part(Source),
        Key = Key is null ? null : (InputOperation)part(Key),
        Presence = (InputOperation)part(Presence),
        Conditions = Conditions.Select(condition => (CellOperation)part(condition)).ToArray(),
    };
}

/// <summary>A subject's part of an amount that is divided among the members of a group.</summary>
/// <param name="Applies">Who is a member; null: all.</param>
/// <param name="When">Which members get a part; null: all.</param>
/// <param name="Share">In proportion to what; null: equally.</param>
/// <param name="Key">The attribute that members have in common; null: all are members of one.</param>
/// <param name="Presence">Available for those who have facts in the period: nobody else is a member.</param>
internal sealed record PoolOperation(
    Origin Origin, string Line, CellOperation Amount, CellOperation? Applies, CellOperation? When, CellOperation? Share, InputOperation? Key, InputOperation Presence, RoundingRule Rounding)
    : Operation(Origin, ValueKind.Number, Amount.Unit)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Pool(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Amount = (CellOperation)part(Amount),
        Applies = Applies is null ? null : (CellOperation)part(Applies),
        When = When is null ? null : (CellOperation)part(When),
        Share = Share is null ? null : (CellOperation)part(Share),
        Key = Key is null ? null : (InputOperation)part(Key),
        Presence = (InputOperation)part(Presence),
    };
}
