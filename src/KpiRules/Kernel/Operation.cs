// A formula with every name known and every type checked; immutable, and the one thing all back ends read.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <param name="Origin">The stretch of the ruleset it came from.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Unit">The unit of its value; null is unknown, empty a plain number.</param>
internal abstract record Operation(Origin Origin, ValueKind Kind, string? Unit)
{
    /// <summary>The same expression over other parts.</summary>
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
    public decimal? ConstantNumber() => this switch
    {
        ConstantOperation constant => constant.Value.Number,
        ParameterOperation parameter => parameter.Value,
        NegationOperation negation => -negation.Operand.ConstantNumber(),
        _ => null,
    };

    protected static IReadOnlyList<Operation> Map(IReadOnlyList<Operation> parts, Func<Operation, Operation> part) => parts.Select(part).ToArray();
}

/// <summary>An expression without parts.</summary>
internal abstract record LeafOperation(Origin Origin, ValueKind Kind, string? Unit) : Operation(Origin, Kind, Unit)
{
    public sealed override Operation Map(Func<Operation, Operation> part) => this;

    public sealed override IReadOnlyList<Operation> Parts() => [];
}

/// <summary>A value written in the ruleset.</summary>
internal sealed record ConstantOperation(Origin Origin, FactValue Value, string? Unit) : LeafOperation(Origin, Value.Kind!.Value, Unit);

/// <summary>A named constant.</summary>
internal sealed record ParameterOperation(Origin Origin, string Name, decimal Value, string? Unit) : LeafOperation(Origin, ValueKind.Number, Unit);

/// <summary>Something looked up in the facts.</summary>
internal sealed record InputOperation(Origin Origin, Input Input, ValueKind Kind, string? Unit) : LeafOperation(Origin, Kind, Unit)
{
    public InputOperation(Origin origin, FactDefinition fact)
        : this(origin, Input.Of(fact), fact.Kind, fact.Unit)
    {
    }

    public FactDefinition? Fact => Input.Fact;
}

/// <summary>The result of another cell for the same subject.</summary>
/// <param name="Shown">What to call the cell, in the author's words; empty for a part that only we know.</param>
/// <param name="Lag">How far back the cell looks at everything, for whoever tells of it.</param>
internal sealed record CellOperation(Origin Origin, string Cell, ValueKind Kind, string? Unit, string Shown, Lag Lag) : LeafOperation(Origin, Kind, Unit);

internal sealed record NegationOperation(Origin Origin, Operation Operand) : Operation(Origin, ValueKind.Number, Operand.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Operand = part(Operand) };
}

internal sealed record NotOperation(Origin Origin, Operation Operand) : Operation(Origin, ValueKind.Boolean, null)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Operand = part(Operand) };
}

/// <summary>Operators of one rank, applied from left to right.</summary>
internal sealed record ChainOperation(
    Origin Origin, ChainKind Chain, IReadOnlyList<Operation> Operands, IReadOnlyList<TokenKind> Operators, ValueKind Kind, string? Unit)
    : Operation(Origin, Kind, Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Operands = Map(Operands, part) };

    public override IReadOnlyList<Operation> Parts() => Operands;
}

internal sealed record ComparisonOperation(Origin Origin, TokenKind Operator, Operation Left, Operation Right)
    : Operation(Origin, ValueKind.Boolean, null)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Left = part(Left), Right = part(Right) };
}

internal sealed record ChoiceOperation(Origin Origin, Operation Condition, Operation Then, Operation Else, string? Unit)
    : Operation(Origin, Then.Kind, Unit)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Condition = part(Condition), Then = part(Then), Else = part(Else) };
}

/// <param name="Lag">How far back a function of the calendar looks.</param>
internal sealed record CallOperation(
    Origin Origin, FunctionDefinition Function, IReadOnlyList<Operation> Arguments, ValueKind Kind, string? Unit, Lag Lag)
    : Operation(Origin, Kind, Unit), ILooksAtCalendar
{
    public CallOperation(Origin origin, FunctionDefinition function, IReadOnlyList<Operation> arguments, ValueKind kind, string? unit)
        : this(origin, function, arguments, kind, unit, Lag.None)
    {
    }

    public override Operation Map(Func<Operation, Operation> part) => this with { Arguments = Map(Arguments, part) };

    public Operation At(Lag lag) => this with { Lag = lag };
}

/// <summary>What depends on the days of the period itself.</summary>
internal interface ILooksAtCalendar
{
    /// <summary>The same for a period so far back.</summary>
    Operation At(Lag lag);
}
