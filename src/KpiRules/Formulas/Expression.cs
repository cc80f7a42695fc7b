// A formula with every name known and every type checked; immutable, and the one thing all back ends read.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Formulas;

/// <param name="Origin">The stretch of the ruleset it came from.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Unit">The unit of its value; null is unknown, empty a plain number.</param>
internal abstract record Expression(Origin Origin, ValueKind Kind, string? Unit)
{
    /// <summary>The same expression over other parts.</summary>
    /// <param name="part">Gives what stands in for a direct part; called for each, in order.</param>
    public abstract Expression Map(Func<Expression, Expression> part);

    public virtual IReadOnlyList<Expression> Parts()
    {
        var parts = new List<Expression>();
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
        ConstantExpression constant => constant.Value.Number,
        ParameterExpression parameter => parameter.Value,
        NegationExpression negation => -negation.Operand.ConstantNumber(),
        _ => null,
    };

    protected static IReadOnlyList<Expression> Map(IReadOnlyList<Expression> parts, Func<Expression, Expression> part) => parts.Select(part).ToArray();
}

/// <summary>An expression without parts.</summary>
internal abstract record LeafExpression(Origin Origin, ValueKind Kind, string? Unit) : Expression(Origin, Kind, Unit)
{
    public sealed override Expression Map(Func<Expression, Expression> part) => this;

    public sealed override IReadOnlyList<Expression> Parts() => [];
}

/// <summary>A value written in the ruleset.</summary>
internal sealed record ConstantExpression(Origin Origin, FactValue Value, string? Unit) : LeafExpression(Origin, Value.Kind!.Value, Unit);

/// <summary>A named constant.</summary>
internal sealed record ParameterExpression(Origin Origin, string Name, decimal Value, string? Unit) : LeafExpression(Origin, ValueKind.Number, Unit);

/// <summary>Something looked up in the facts.</summary>
internal sealed record InputExpression(Origin Origin, Input Input, ValueKind Kind, string? Unit) : LeafExpression(Origin, Kind, Unit)
{
    public InputExpression(Origin origin, FactDefinition fact)
        : this(origin, Input.Of(fact), fact.Kind, fact.Unit)
    {
    }

    public FactDefinition? Fact => Input.Fact;
}

/// <summary>The result of another cell for the same subject.</summary>
/// <param name="Shown">What to call the cell, in the author's words; empty for a part that only we know.</param>
/// <param name="Lag">How far back the cell looks at everything, for whoever tells of it.</param>
internal sealed record CellExpression(Origin Origin, string Cell, ValueKind Kind, string? Unit, string Shown, Lag Lag) : LeafExpression(Origin, Kind, Unit);

internal sealed record NegationExpression(Origin Origin, Expression Operand) : Expression(Origin, ValueKind.Number, Operand.Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Operand = part(Operand) };
}

internal sealed record NotExpression(Origin Origin, Expression Operand) : Expression(Origin, ValueKind.Boolean, null)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Operand = part(Operand) };
}

/// <summary>Operators of one rank, applied from left to right.</summary>
internal sealed record ChainExpression(
    Origin Origin, ChainKind Chain, IReadOnlyList<Expression> Operands, IReadOnlyList<TokenKind> Operators, ValueKind Kind, string? Unit)
    : Expression(Origin, Kind, Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Operands = Map(Operands, part) };

    public override IReadOnlyList<Expression> Parts() => Operands;
}

internal sealed record ComparisonExpression(Origin Origin, TokenKind Operator, Expression Left, Expression Right)
    : Expression(Origin, ValueKind.Boolean, null)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Left = part(Left), Right = part(Right) };
}

internal sealed record ChoiceExpression(Origin Origin, Expression Condition, Expression Then, Expression Else, string? Unit)
    : Expression(Origin, Then.Kind, Unit)
{
    public override Expression Map(Func<Expression, Expression> part) =>
        this with { Condition = part(Condition), Then = part(Then), Else = part(Else) };
}

/// <param name="Lag">How far back a function of the calendar looks.</param>
internal sealed record CallExpression(
    Origin Origin, FunctionDefinition Function, IReadOnlyList<Expression> Arguments, ValueKind Kind, string? Unit, Lag Lag)
    : Expression(Origin, Kind, Unit), ILooksAtCalendar
{
    public CallExpression(Origin origin, FunctionDefinition function, IReadOnlyList<Expression> arguments, ValueKind kind, string? unit)
        : this(origin, function, arguments, kind, unit, Lag.None)
    {
    }

    public override Expression Map(Func<Expression, Expression> part) => this with { Arguments = Map(Arguments, part) };

    public Expression At(Lag lag) => this with { Lag = lag };
}

/// <summary>What depends on the days of the period itself.</summary>
internal interface ILooksAtCalendar
{
    /// <summary>The same for a period so far back.</summary>
    Expression At(Lag lag);
}
