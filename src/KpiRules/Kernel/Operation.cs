// What every part of a formula or of a section's meaning is: an operation with a type, a unit and the place it came from.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>Immutable, with every name known and every type checked; the one thing all back ends read.</summary>
/// <param name="Origin">The stretch of the ruleset it came from.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Unit">What its value is measured in.</param>
internal abstract record Operation(Origin Origin, ValueKind Kind, Unit Unit)
{
    /// <summary>Calls the method of the visitor that is for this operation.</summary>
    public abstract T Accept<T>(IOperationVisitor<T> visitor);

    /// <summary>The same operation over other parts.</summary>
    /// <param name="part">Gives what stands in for a direct part; called for each, in order.</param>
    public abstract Operation Map(Func<Operation, Operation> part);

    public virtual IReadOnlyList<Operation> Parts()
    {
        var parts = new List<Operation>();
        Map(part =>
        {
            parts.Add(part);
            return part;
        });
        return parts;
    }

    /// <summary>The number that the ruleset itself says; null where there is more to it.</summary>
    public virtual decimal? ConstantNumber() => null;

    protected static IReadOnlyList<Operation> Map(IReadOnlyList<Operation> parts, Func<Operation, Operation> part)
    {
        var mapped = new Operation[parts.Count];
        for (var i = 0; i < mapped.Length; i++)
            mapped[i] = part(parts[i]);
        return mapped;
    }
}

/// <summary>An operation without parts.</summary>
internal abstract record LeafOperation(Origin Origin, ValueKind Kind, Unit Unit) : Operation(Origin, Kind, Unit)
{
    public sealed override Operation Map(Func<Operation, Operation> part) => this;

    public sealed override IReadOnlyList<Operation> Parts() => [];
}

/// <summary>What depends on the days of the period itself.</summary>
internal interface ILooksAtCalendar
{
    /// <summary>The same for a period so far back.</summary>
    Operation At(Lag lag);
}
