// Takes NCalc's tree of placeholders, gives our own, with the places of the tokens behind them.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using NCalc;
using NCalcFunction = NCalc.Function;

namespace KpiRules.Formulas;

internal sealed class NCalcLowering(FormulaText formula, IReadOnlyList<FormulaToken> tokens, IReadOnlyDictionary<int, int> closings)
{
    public Syntax Lower(LogicalExpression expression) => LowerNode(expression).Syntax;

    private Lowered LowerNode(LogicalExpression expression) => expression switch
    {
        Identifier name => LowerOperand(IndexIn(name.Name, 0)),
        NCalcFunction call => LowerCall(call),
        UnaryExpression unary => LowerUnary(unary),
        BinaryExpression binary when ChainOf(binary.Type) is { } kind => LowerChain(binary, kind),
        BinaryExpression binary => LowerComparison(binary),
        TernaryExpression choice => LowerChoice(choice),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private Lowered LowerOperand(int index)
    {
        var token = tokens[index];
        var origin = OriginOf(index, index);
        Syntax syntax = token.Kind switch
        {
            TokenKind.Number => new LiteralSyntax(origin, ValueKind.Number, token.Value!),
            TokenKind.Text => new LiteralSyntax(origin, ValueKind.Text, token.Value!),
            TokenKind.Date => new LiteralSyntax(origin, ValueKind.Date, token.Value!),
            TokenKind.True or TokenKind.False => new LiteralSyntax(origin, ValueKind.Boolean, token.Kind == TokenKind.True),
            // others: a placeholder stands for a value, and of those a name is left
            _ => new NameSyntax(origin, (string)token.Value!),
        };
        return WithBrackets(syntax, index, index);
    }

    private Lowered LowerCall(NCalcFunction call)
    {
        var index = IndexIn(call.Identifier.Name, 1);
        var name = (string)tokens[index].Value!;
        var arguments = call.Parameters.Select(argument => LowerNode(argument).Syntax).ToList();
        var nameOrigin = formula.Part(tokens[index].Start, name.Length);
        return WithBrackets(new CallSyntax(OriginOf(index, closings[index]), nameOrigin, name, arguments), index, closings[index]);
    }

    private Lowered LowerUnary(UnaryExpression unary)
    {
        var operand = LowerNode(unary.Expression);
        var first = operand.First - 1;
        var origin = OriginOf(first, operand.Last);
        Syntax syntax = unary.Type == UnaryExpressionType.Not
            ? new NotSyntax(origin, operand.Syntax)
            : new NegationSyntax(origin, operand.Syntax);
        return WithBrackets(syntax, first, operand.Last);
    }

    /// <summary>
    /// NCalc's trees lean to the left. A right operand of arithmetic stood in brackets and stays apart; and, or go in any
    /// order.
    /// </summary>
    private Lowered LowerChain(BinaryExpression binary, ChainKind kind)
    {
        var operands = new List<Lowered>();
        var signs = new List<ArithmeticSign>();
        var open = new Stack<(LogicalExpression Node, ArithmeticSign? Before)>();
        open.Push((binary, null));
        while (open.Count > 0)
        {
            var (node, before) = open.Pop();
            if (node is BinaryExpression inner && ChainOf(inner.Type) == kind && (IsLogic(kind) || operands.Count == 0))
            {
                open.Push((inner.RightExpression, SignOf(inner.Type)));
                open.Push((inner.LeftExpression, before));
                continue;
            }

            if (before is { } sign && operands.Count > 0)
                signs.Add(sign);
            operands.Add(LowerNode(node));
        }

        var (first, last) = (operands[0].First, operands[operands.Count - 1].Last);
        return WithBrackets(new ChainSyntax(OriginOf(first, last), kind, operands.Select(o => o.Syntax).ToList(), signs), first, last);
    }

    private Lowered LowerComparison(BinaryExpression binary)
    {
        var (left, right) = (LowerNode(binary.LeftExpression), LowerNode(binary.RightExpression));
        var syntax = new ComparisonSyntax(OriginOf(left.First, right.Last), ComparisonOf(binary.Type), left.Syntax, right.Syntax);
        return WithBrackets(syntax, left.First, right.Last);
    }

    private Lowered LowerChoice(TernaryExpression choice)
    {
        var condition = LowerNode(choice.LeftExpression);
        var then = LowerNode(choice.MiddleExpression);
        var otherwise = LowerNode(choice.RightExpression);
        var syntax = new ChoiceSyntax(OriginOf(condition.First, otherwise.Last), condition.Syntax, then.Syntax, otherwise.Syntax);
        return WithBrackets(syntax, condition.First, otherwise.Last);
    }

    /// <summary>A tree has no brackets, so those that stand around exactly these tokens are counted to them again.</summary>
    private Lowered WithBrackets(Syntax syntax, int first, int last)
    {
        while (first > 0 && tokens[first - 1].Kind == TokenKind.Open && closings[first - 1] == last + 1)
            (first, last) = (first - 1, last + 1);
        return new Lowered(syntax, first, last);
    }

    private Origin OriginOf(int first, int last) => formula.Part(tokens[first].Start, tokens[last].End - tokens[first].Start);

    private static int IndexIn(string placeholder, int prefix) =>
        int.Parse(placeholder.Substring(prefix), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsLogic(ChainKind kind) => kind is ChainKind.And or ChainKind.Or;

    private static ChainKind? ChainOf(BinaryExpressionType type) => type switch
    {
        BinaryExpressionType.Plus or BinaryExpressionType.Minus => ChainKind.Sum,
        BinaryExpressionType.Times or BinaryExpressionType.Div or BinaryExpressionType.Modulo => ChainKind.Product,
        BinaryExpressionType.And => ChainKind.And,
        BinaryExpressionType.Or => ChainKind.Or,
        _ => null,
    };

    /// <summary>Null where it is no arithmetic.</summary>
    private static ArithmeticSign? SignOf(BinaryExpressionType type) => type switch
    {
        BinaryExpressionType.Plus => ArithmeticSign.Plus,
        BinaryExpressionType.Minus => ArithmeticSign.Minus,
        BinaryExpressionType.Times => ArithmeticSign.Times,
        BinaryExpressionType.Div => ArithmeticSign.Divide,
        BinaryExpressionType.Modulo => ArithmeticSign.Remainder,
        _ => null,
    };

    private static ComparisonSign ComparisonOf(BinaryExpressionType type) => type switch
    {
        BinaryExpressionType.Equal => ComparisonSign.Equal,
        BinaryExpressionType.NotEqual => ComparisonSign.NotEqual,
        BinaryExpressionType.Lesser => ComparisonSign.Less,
        BinaryExpressionType.LesserOrEqual => ComparisonSign.LessOrEqual,
        BinaryExpressionType.Greater => ComparisonSign.Greater,
        BinaryExpressionType.GreaterOrEqual => ComparisonSign.GreaterOrEqual,
        _ => throw new NotSupportedException(type.ToString()),
    };

    /// <summary>A node and the tokens it spans, brackets around it included.</summary>
    private readonly record struct Lowered(Syntax Syntax, int First, int Last);
}
