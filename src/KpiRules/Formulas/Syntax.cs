// A formula as it was written: its structure, with names and types still unknown.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal abstract record Syntax(Origin Origin)
{
    /// <summary>Calls the method of the visitor that is for this.</summary>
    public abstract T Accept<T>(ISyntaxVisitor<T> visitor);
}

/// <param name="Value">A decimal, a bool, a string, or an int for a date.</param>
internal sealed record LiteralSyntax(Origin Origin, ValueKind Kind, object Value) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Literal(this);
}

internal sealed record NameSyntax(Origin Origin, string Name) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Name(this);
}

internal sealed record CallSyntax(Origin Origin, Origin FunctionOrigin, string Function, IReadOnlyList<Syntax> Arguments) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Call(this);
}

internal sealed record NegationSyntax(Origin Origin, Syntax Operand) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Negation(this);
}

internal sealed record NotSyntax(Origin Origin, Syntax Operand) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Not(this);
}

/// <summary>Operators of one rank from left to right; long chains are flat, so that no later stage recurses over them.</summary>
/// <param name="Signs">Of arithmetic, one fewer than operands; of logic, none.</param>
internal sealed record ChainSyntax(Origin Origin, ChainKind Kind, IReadOnlyList<Syntax> Operands, IReadOnlyList<ArithmeticSign> Signs)
    : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Chain(this);
}

internal sealed record ComparisonSyntax(Origin Origin, ComparisonSign Sign, Syntax Left, Syntax Right) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Comparison(this);
}

internal sealed record ChoiceSyntax(Origin Origin, Syntax Condition, Syntax Then, Syntax Else) : Syntax(Origin)
{
    public override T Accept<T>(ISyntaxVisitor<T> visitor) => visitor.Choice(this);
}

/// <summary>Tells the parts of a written formula apart: who forgets one does not build.</summary>
internal interface ISyntaxVisitor<out T>
{
    T Literal(LiteralSyntax literal);

    T Name(NameSyntax name);

    T Call(CallSyntax call);

    T Negation(NegationSyntax negation);

    T Not(NotSyntax not);

    T Chain(ChainSyntax chain);

    T Comparison(ComparisonSyntax comparison);

    T Choice(ChoiceSyntax choice);
}

internal enum ChainKind
{
    Sum,
    Product,
    And,
    Or,
}
