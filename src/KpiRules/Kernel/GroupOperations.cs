// The operations that look across the finished columns of all subjects.
using System;
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

/// <summary>What looks across the finished columns of all subjects, for each subject at the group it belongs to.</summary>
/// <param name="Key">The attribute that says who belongs together; null for everyone.</param>
/// <param name="Presence">Available for those who have facts in the period: nobody else belongs to a group.</param>
internal abstract record AcrossOperation(Origin Origin, ValueKind Kind, Unit Unit, InputOperation? Key, InputOperation Presence)
    : Operation(Origin, Kind, Unit)
{
    /// <summary>How far back it looks at everything.</summary>
    public Lag Back => Presence.Input.Lag;

    /// <summary>By what it looks at others, as authors call it; null where a function does, which says so itself.</summary>
    public abstract string? OverPeople { get; }

    /// <summary>Why it does not combine over periods and people: the key of a message.</summary>
    public abstract string WhyNotCombined { get; }

    public sealed override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Across(this);

    public abstract override int GetHashCode();

    /// <summary>Calls the method of the visitor that is for this operation.</summary>
    public abstract T Accept<T>(IAcrossVisitor<T> visitor);

    protected static CellOperation? Optional(CellOperation? cell, Func<Operation, Operation> part) =>
        cell is null ? null : (CellOperation)part(cell);

    protected static InputOperation? Optional(InputOperation? input, Func<Operation, Operation> part) =>
        input is null ? null : (InputOperation)part(input);
}

/// <summary>Tells what looks across subjects apart, for a back end that does not only need to be given it.</summary>
internal interface IAcrossVisitor<out T>
{
    T Group(GroupOperation group);

    T Pool(PoolOperation pool);

    T Rating(RatingOperation rating);
}

/// <summary>What the members of a population have together.</summary>
/// <param name="Source">An input or a cell; where they are only counted, whether they have facts.</param>
/// <param name="Conditions">All of which must hold for a member to count.</param>
/// <param name="Fraction">For <see cref="GroupFunction.Quantile"/>, null for the middle; else null.</param>
internal sealed record GroupOperation(
    Origin Origin, GroupFunction Function, Operation Source, MembersKind Members, InputOperation? Key, InputOperation Presence,
    ValueList<CellOperation> Conditions, decimal? Fraction = null)
    : AcrossOperation(Origin, ValueKind.Number, Function == GroupFunction.Count ? Unit.Count : Source.Unit, Key, Presence)
{
    public override string? OverPeople => null;

    public override string WhyNotCombined => "combine.other";

    public override T Accept<T>(IAcrossVisitor<T> visitor) => visitor.Group(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Source = part(Source),
        Key = Optional(Key, part),
        Presence = (InputOperation)part(Presence),
        Conditions = Conditions.Select(condition => (CellOperation)part(condition)).ToArray(),
    };

    public override int GetHashCode() => HashOfPartsAnd((Function, Members, Fraction));
}

/// <summary>A subject's part of an amount that is divided among the members of a group.</summary>
/// <param name="Applies">Who is a member; null: all.</param>
/// <param name="When">Which members get a part; null: all.</param>
/// <param name="Share">In proportion to what; null: equally.</param>
internal sealed record PoolOperation(
    Origin Origin, string Line, CellOperation Amount, CellOperation? Applies, CellOperation? When, CellOperation? Share,
    InputOperation? Key,
    InputOperation Presence, RoundingRule Rounding)
    : AcrossOperation(Origin, ValueKind.Number, Amount.Unit, Key, Presence)
{
    public override string? OverPeople => "pool";

    public override string WhyNotCombined => "combine.line";

    public override T Accept<T>(IAcrossVisitor<T> visitor) => visitor.Pool(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Amount = (CellOperation)part(Amount),
        Applies = Optional(Applies, part),
        When = Optional(When, part),
        Share = Optional(Share, part),
        Key = Optional(Key, part),
        Presence = (InputOperation)part(Presence),
    };

    public override int GetHashCode() => HashOfPartsAnd(Line);

    public override bool RaisesIssues => true;
}
