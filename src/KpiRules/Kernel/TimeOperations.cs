// The time functions with every name bound, before they are pushed down to the facts.
using System;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>A whole formula as it was in an earlier period.</summary>
/// <param name="Step">How far back.</param>
internal sealed record PreviousOperation(Origin Origin, Operation Inner, Lag Step) : ReachingOperation(Origin, Inner.Kind, Inner.Unit)
{
    public override string? OverPeople => null;

    public override KnownTexts? OnlyTexts => Inner.OnlyTexts;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Previous(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };

    public override int GetHashCode() => HashOfPartsAnd(Step);
}

internal enum TrailingKind
{
    /// <summary>The sum of the last periods, the current one included.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Average,

    /// <summary>The formula against what it was so many periods ago, less one.</summary>
    Growth,

    /// <summary>Whether it fell strictly, so many times in a row.</summary>
    Declining,

    /// <summary>Whether it rose strictly, so many times in a row.</summary>
    Rising,

    /// <summary>How many standard deviations of the periods before it lies above their mean.</summary>
    ZScore,

    /// <summary>Whether it lies more than so many standard deviations away from their mean.</summary>
    Beyond,

    /// <summary>Whether the last of them all lie on one side of the mean of as many before.</summary>
    SameSide,

    /// <summary>Whether so many values rise strictly, or fall strictly, from each to the next.</summary>
    Monotone,
}

/// <summary>A formula in several periods up to the current one.</summary>
/// <param name="Count">How many periods, or how many steps between them.</param>
/// <param name="Limit">How many standard deviations are too many; null where nothing asks.</param>
internal sealed record TrailingOperation(
    Origin Origin, TrailingKind Trailing, Operation Inner, int Count, ValueKind Kind, Unit Unit, Operation? Limit = null)
    : ReachingOperation(Origin, Kind, Unit)
{
    public override string? OverPeople => null;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Trailing(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Inner = part(Inner), Limit = Limit is null ? null : part(Limit) };

    public override int GetHashCode() => HashOfPartsAnd((Trailing, Count));
}

/// <summary>A formula over a stretch of time up to the current period.</summary>
/// <param name="Function">As the author called it.</param>
internal sealed record WindowOperation(Origin Origin, string Function, TimeWindow Window, Operation Inner)
    : ReachingOperation(Origin, ValueKind.Number, Inner.Unit)
{
    public override string? OverPeople => null;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Window(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };

    public override int GetHashCode() => HashOfPartsAnd(Window);
}
