// A formula with every name known and every type checked; immutable, and the one thing all back ends read.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Formulas;

/// <param name="Origin">The stretch of the ruleset it came from.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Unit">The unit of its value; null is unknown, empty a plain number.</param>
internal abstract record Expression(Origin Origin, ValueKind Kind, string? Unit);

/// <summary>A value written in the ruleset.</summary>
internal sealed record ConstantExpression(Origin Origin, FactValue Value, string? Unit) : Expression(Origin, Value.Kind!.Value, Unit);

/// <summary>A named constant.</summary>
internal sealed record ParameterExpression(Origin Origin, string Name, decimal Value, string? Unit) : Expression(Origin, ValueKind.Number, Unit);

/// <summary>A fact of the subject.</summary>
internal sealed record InputExpression(Origin Origin, FactDefinition Fact) : Expression(Origin, Fact.Kind, Fact.Unit);

/// <summary>The result of another cell for the same subject.</summary>
internal sealed record CellExpression(Origin Origin, string Cell, ValueKind Kind, string? Unit) : Expression(Origin, Kind, Unit);

internal sealed record NegationExpression(Origin Origin, Expression Operand) : Expression(Origin, ValueKind.Number, Operand.Unit);

internal sealed record NotExpression(Origin Origin, Expression Operand) : Expression(Origin, ValueKind.Boolean, null);

/// <summary>Operators of one rank, applied from left to right.</summary>
internal sealed record ChainExpression(
    Origin Origin, ChainKind Chain, IReadOnlyList<Expression> Operands, IReadOnlyList<TokenKind> Operators, ValueKind Kind, string? Unit)
    : Expression(Origin, Kind, Unit);

internal sealed record ComparisonExpression(Origin Origin, TokenKind Operator, Expression Left, Expression Right)
    : Expression(Origin, ValueKind.Boolean, null);

internal sealed record ChoiceExpression(Origin Origin, Expression Condition, Expression Then, Expression Else, string? Unit)
    : Expression(Origin, Then.Kind, Unit);

internal sealed record CallExpression(Origin Origin, FunctionDefinition Function, IReadOnlyList<Expression> Arguments, ValueKind Kind, string? Unit)
    : Expression(Origin, Kind, Unit);
