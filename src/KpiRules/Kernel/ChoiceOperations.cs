// The operations that choose, that need something else to be there, and that ask whether there is a value at all.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>
/// The value of the first condition that holds, else another; only the chosen one counts. Not available where a condition asked
/// is not.
/// </summary>
internal sealed record ChoiceOperation(Origin Origin, ValueList<ChoiceBranch> Branches, Operation Else, ValueKind Kind, Unit Unit)
    : Operation(Origin, Kind, Unit)
{
    public ChoiceOperation(Origin origin, Operation condition, Operation then, Operation otherwise, Unit unit)
        : this(origin, [new ChoiceBranch(condition, then)], otherwise, then.Kind, unit)
    {
    }

    public override KnownTexts? OnlyTexts => Kind == ValueKind.Text
        ? KnownTexts.OfEither(this, Branches.Select(branch => branch.Value).Append(Else))
        : null;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Choice(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with
        {
            Branches = Branches.Select(branch => new ChoiceBranch(part(branch.Condition), part(branch.Value))).ToArray(),
            Else = part(Else)
        };

    public override int GetHashCode() => HashOfParts();
}

internal sealed record ChoiceBranch(Operation Condition, Operation Value);

/// <summary>A value, or another where it is not available.</summary>
internal sealed record DefaultOperation(Origin Origin, Operation Wanted, Operation Otherwise, Unit Unit)
    : Operation(Origin, Wanted.Kind, Unit)
{
    public override KnownTexts? OnlyTexts => Kind == ValueKind.Text ? KnownTexts.OfEither(this, [Wanted, Otherwise]) : null;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Default(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Wanted = part(Wanted), Otherwise = part(Otherwise) };

    public override int GetHashCode() => HashOfParts();
}

/// <summary>Whether there is a value.</summary>
internal sealed record AvailableOperation(Origin Origin, Operation Operand) : Operation(Origin, ValueKind.Boolean, Unit.Unknown)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Available(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Operand = part(Operand) };

    public override int GetHashCode() => HashOfParts();
}

/// <summary>A value where all of several others are available; else not available, for the cause of the first that is not.</summary>
/// <param name="Unless">Why there is none where the last of them is a condition that does not hold; null: it need only be
/// available.</param>
internal sealed record GuardOperation(Origin Origin, ValueList<Operation> Given, Operation Inner, Reason? Unless)
    : Operation(Origin, Inner.Kind, Inner.Unit)
{
    public GuardOperation(Origin origin, Operation given, Operation inner, Reason? unless = null)
        : this(origin, [given], inner, unless)
    {
    }

    /// <summary>How far back everything inside looks, where it is about whether the subject had facts then; else null.</summary>
    public Lag? Back => Given.Count == 1 && Given[0] is InputOperation { Input: { Kind: InputKind.Presence, Lag: var lag } } ? lag : null;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Guard(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Given = Map(Given, part), Inner = part(Inner) };

    public override int GetHashCode() => HashOfPartsAnd(Unless);

    public override IReadOnlyList<Operation> Parts() => Given.Count == 1 ? [Given[0], Inner] : [.. Given, Inner];
}
