// A formula as it was written: its structure, with names and types still unknown.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal abstract record Syntax(Origin Origin);

/// <param name="Value">A decimal, a bool, a string, or an int for a date.</param>
internal sealed record LiteralSyntax(Origin Origin, ValueKind Kind, object Value) : Syntax(Origin);

internal sealed record NameSyntax(Origin Origin, string Name) : Syntax(Origin);

internal sealed record CallSyntax(Origin Origin, Origin FunctionOrigin, string Function, IReadOnlyList<Syntax> Arguments) : Syntax(Origin);

internal sealed record NegationSyntax(Origin Origin, Syntax Operand) : Syntax(Origin);

internal sealed record NotSyntax(Origin Origin, Syntax Operand) : Syntax(Origin);

/// <summary>Operators of one rank from left to right; long chains are flat, so that no later stage recurses over them.</summary>
/// <param name="Operators">One fewer than operands.</param>
internal sealed record ChainSyntax(Origin Origin, ChainKind Kind, IReadOnlyList<Syntax> Operands, IReadOnlyList<TokenKind> Operators) : Syntax(Origin);

internal sealed record ComparisonSyntax(Origin Origin, TokenKind Operator, Syntax Left, Syntax Right) : Syntax(Origin);

internal sealed record ChoiceSyntax(Origin Origin, Syntax Condition, Syntax Then, Syntax Else) : Syntax(Origin);

internal enum ChainKind
{
    Sum,
    Product,
    And,
    Or,
}
