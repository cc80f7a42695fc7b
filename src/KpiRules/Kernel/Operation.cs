// What every part of a formula or of a section's meaning is: an operation with a type, a unit and the place it came from.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>Immutable, with every name known and every type checked; the one thing all back ends read.</summary>
/// <remarks>Two are equal where they mean the same, wherever they stand: places and the author's words stand beside that.</remarks>
/// <param name="Origin">The stretch of the ruleset it came from.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Unit">What its value is measured in.</param>
internal abstract record Operation(Origin Origin, ValueKind Kind, Unit Unit) : IEquatable<Operation>
{
    /// <summary>0 until somebody asks; not copied by <c>with</c>, which makes another operation.</summary>
    private int _hash;

    protected Operation(Operation original) => (Origin, Kind, Unit) = (original.Origin, original.Kind, original.Unit);

    /// <summary>Whether it costs no more than itself to ask for its hash.</summary>
    public virtual bool IsHashed => _hash != 0;

    /// <summary>What records compare of all operations; what else one says they compare themselves.</summary>
    public virtual bool Equals(Operation? other) =>
        other is not null && EqualityContract == other.EqualityContract && Kind == other.Kind && Unit == other.Unit;

    /// <summary>How whoever holds an operation compares it: lists and records that have it for a part.</summary>
    bool IEquatable<Operation>.Equals(Operation? other) => SameMeaning.Holds(this, other);

    /// <summary>What has parts asks <see cref="HashOfPartsAnd"/>: what records make up would hash a shared part again and again.</summary>
    public abstract override int GetHashCode();

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

    /// <summary>The operation and all that it is made of.</summary>
    public IEnumerable<Operation> WithParts()
    {
        // a stack of our own, for formulas may be nested deeper than the caller's allows
        var waiting = new Stack<Operation>();
        waiting.Push(this);
        while (waiting.Count > 0)
        {
            var part = waiting.Pop();
            yield return part;
            foreach (var inner in part.Parts())
                waiting.Push(inner);
        }
    }

    /// <summary>All the texts that it can be; null where any may come.</summary>
    public virtual KnownTexts? OnlyTexts => null;

    /// <summary>The number that the ruleset itself says; null where there is more to it.</summary>
    public virtual decimal? ConstantNumber() => null;

    /// <summary>The parts whose numbers it holds against each other: what shows one may not round it across the other.</summary>
    public virtual IEnumerable<(Operation One, Operation Other)> Compared() => [];

    /// <summary>Whether facts alone can make it go wrong in a way that whoever gives them must be told.</summary>
    public virtual bool RaisesIssues => false;

    /// <param name="own">What it says beside its parts, as far as that tells it from others over the same parts.</param>
    protected int HashOfPartsAnd<T>(T own)
    {
        if (_hash != 0)
            return _hash;
        var parts = Parts();
        SameMeaning.HashAll(parts);
        var hash = (EqualityContract, Kind, Unit, own).GetHashCode();
        foreach (var part in parts)
            hash = unchecked(hash * 31 + part.GetHashCode());
        return _hash = hash == 0 ? 1 : hash;
    }

    protected int HashOfParts() => HashOfPartsAnd(0);

    protected static ValueList<Operation> Map(ValueList<Operation> parts, Func<Operation, Operation> part)
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

    public sealed override bool IsHashed => true;

    public override int GetHashCode() => (EqualityContract, Kind, Unit).GetHashCode();
}

/// <summary>What depends on the days of the period itself.</summary>
internal interface ILooksAtCalendar
{
    /// <summary>The same for a period so far back.</summary>
    Operation At(Lag lag);
}
