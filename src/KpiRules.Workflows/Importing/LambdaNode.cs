// An expression of a rule as a tree: what it says, before anybody knows how its facts are called in the ruleset.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

/// <param name="length">How many characters it has of its own, where it may have many.</param>
internal abstract class LambdaNode(Origin origin, int length, params LambdaNode[] parts)
{
    private const int Largest = 1_000_000;

    public Origin Origin { get; } = origin;

    public IReadOnlyList<LambdaNode> Parts { get; } = parts;

    /// <summary>How many nodes it would have if it were written out: a parameter stands wherever it is named.</summary>
    public int Size { get; } = parts.Aggregate(1, (sum, part) => Math.Min(Largest, sum + part.Size));

    /// <summary>How many characters of literals and paths it would have if it were written out.</summary>
    public int Length { get; } = parts.Aggregate(length, (sum, part) => Math.Min(Largest, sum + part.Length));

    public int Depth { get; } = 1 + parts.Select(part => part.Depth).DefaultIfEmpty().Max();

    /// <summary>Calls the method of the visitor that is for this.</summary>
    public abstract T Accept<T>(ILambdaVisitor<T> visitor);
}

/// <param name="isWhole">Of a whole type, which divides without a remainder.</param>
/// <param name="isByCulture">Read out of a text in which the culture of a machine may see another number.</param>
internal sealed class NumberNode(Origin origin, decimal value, bool isWhole, bool isByCulture = false) : LambdaNode(origin, 0)
{
    public decimal Value { get; } = value;

    public bool IsWhole { get; } = isWhole;

    public bool IsByCulture { get; } = isByCulture;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Number(this);
}

internal sealed class TextNode(Origin origin, string value) : LambdaNode(origin, value.Length)
{
    public string Value { get; } = value;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Text(this);
}

internal sealed class BooleanNode(Origin origin, bool value) : LambdaNode(origin, 0)
{
    public bool Value { get; } = value;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Boolean(this);
}

/// <summary>A day; a ruleset knows no time of day.</summary>
internal sealed class DayNode(Origin origin, System.DateTime value) : LambdaNode(origin, 0)
{
    public System.DateTime Value { get; } = value;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Day(this);
}

/// <summary>Only ever compared with; never part of what is written.</summary>
internal sealed class NullNode(Origin origin) : LambdaNode(origin, 0)
{
    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Null(this);
}

internal sealed class FactNode(Origin origin, InputPath path) : LambdaNode(origin, path.Written.Length)
{
    public InputPath Path { get; } = path;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Fact(this);
}

internal sealed class NegationNode(Origin origin, LambdaNode operand) : LambdaNode(origin, 0, operand)
{
    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Negation(this);
}

internal sealed class NotNode(Origin origin, LambdaNode operand) : LambdaNode(origin, 0, operand)
{
    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Not(this);
}

/// <summary>Two or more operands from left to right; all operators bind alike.</summary>
internal sealed class ChainNode(Origin origin, IReadOnlyList<LambdaNode> operands, IReadOnlyList<LambdaTokenKind> operators)
    : LambdaNode(origin, 0, [.. operands])
{
    public IReadOnlyList<LambdaTokenKind> Operators { get; } = operators;

    public bool IsLogic => Operators[0] is LambdaTokenKind.And or LambdaTokenKind.Or;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Chain(this);
}

/// <param name="isCall">x.Equals(y), which takes numbers of two types for different.</param>
internal sealed class ComparisonNode(Origin origin, LambdaTokenKind @operator, LambdaNode left, LambdaNode right, bool isCall = false)
    : LambdaNode(origin, 0, left, right)
{
    public bool IsCall { get; } = isCall;

    public LambdaTokenKind Operator { get; } = @operator;

    public bool IsOrdered => Operator is not (LambdaTokenKind.Equal or LambdaTokenKind.NotEqual);

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Comparison(this);
}

internal sealed class ChoiceNode(Origin origin, LambdaNode condition, LambdaNode then, LambdaNode otherwise)
    : LambdaNode(origin, 0, condition, then, otherwise)
{
    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Choice(this);
}

/// <summary>A function that formulas have.</summary>
internal sealed class CallNode(Origin origin, Function function, params LambdaNode[] arguments) : LambdaNode(origin, 0, arguments)
{
    public Function Function { get; } = function;

    public override T Accept<T>(ILambdaVisitor<T> visitor) => visitor.Call(this);
}

/// <summary>Tells the nodes apart: who forgets one does not build.</summary>
internal interface ILambdaVisitor<out T>
{
    T Number(NumberNode number);

    T Text(TextNode text);

    T Boolean(BooleanNode boolean);

    T Day(DayNode day);

    T Null(NullNode nothing);

    T Fact(FactNode fact);

    T Negation(NegationNode negation);

    T Not(NotNode not);

    T Chain(ChainNode chain);

    T Comparison(ComparisonNode comparison);

    T Choice(ChoiceNode choice);

    T Call(CallNode call);
}
