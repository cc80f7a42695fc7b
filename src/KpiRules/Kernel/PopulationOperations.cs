// The functions over other subjects with every name bound, before they are pushed down to the facts.
using System;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum MembersKind
{
    /// <summary>All who have facts in the period.</summary>
    Everyone,

    /// <summary>Those of them whose attribute is this subject's.</summary>
    Alike,

    /// <summary>Those of them whose attribute is this subject's id.</summary>
    Reports,
}

/// <summary>Which subjects a function runs over.</summary>
/// <param name="Attribute">Null for everyone.</param>
internal sealed record Members(MembersKind Kind, FactDefinition? Attribute)
{
    /// <summary>An attribute is the one of its name.</summary>
    public bool Equals(Members? other) => other is not null && (Kind, Attribute?.Name) == (other.Kind, other.Attribute?.Name);

    public override int GetHashCode() => (Kind, Attribute?.Name).GetHashCode();
}

/// <summary>A formula over the members, combined.</summary>
/// <param name="Function">As the author called it.</param>
/// <param name="Condition">Which of the members count; null for all.</param>
internal sealed record PopulationOperation(Origin Origin, string Function, Members Members, Operation Inner, Operation? Condition)
    : ReachingOperation(Origin, ValueKind.Number, Inner.Unit)
{
    public override string? OverPeople => Function;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Population(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Inner = part(Inner), Condition = Condition is null ? null : part(Condition) };

    public override int GetHashCode() => HashOfPartsAnd((Function, Members));
}

/// <summary>The subject's part in what the members have together.</summary>
internal sealed record ShareOperation(Origin Origin, string Function, Members Members, Operation Inner, Operation? Condition)
    : ReachingOperation(Origin, ValueKind.Number, Unit.Percent)
{
    public override string? OverPeople => Function;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Share(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Inner = part(Inner), Condition = Condition is null ? null : part(Condition) };

    public override int GetHashCode() => HashOfPartsAnd((Function, Members));
}

/// <summary>Any formula, worked out for each of the members: the subject's place among them, or a value they are held against.</summary>
/// <param name="Function">As the author called it.</param>
/// <param name="Among">What is looked for among the members' values.</param>
/// <param name="Fraction">For <see cref="GroupFunction.Quantile"/>, null for the middle; else null.</param>
/// <param name="Condition">Which of the members count; null for all.</param>
internal sealed record AmongOperation(
    Origin Origin, string Function, GroupFunction Among, decimal? Fraction, Members Members, Operation Inner, Operation? Condition)
    : ReachingOperation(Origin, ValueKind.Number, Among == GroupFunction.Rank ? Unit.Plain : Inner.Unit)
{
    public override string? OverPeople => Function;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Among(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Inner = part(Inner), Condition = Condition is null ? null : part(Condition) };

    public override int GetHashCode() => HashOfPartsAnd((Function, Fraction, Members));
}

/// <summary>How many members there are.</summary>
internal sealed record HeadcountOperation(Origin Origin, Members Members, Operation? Condition)
    : ReachingOperation(Origin, ValueKind.Number, Unit.Tally)
{
    public override string? OverPeople => "headcount";

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Headcount(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Condition = Condition is null ? null : part(Condition) };

    public override int GetHashCode() => HashOfPartsAnd(Members);
}
