// Takes the tokens of an expression, gives its tree, by the grammar of System.Linq.Dynamic.Core; what formulas cannot say is refused.
using System;
using System.Collections.Generic;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaParser
{
    public const int MaxDepth = 50;

    /// <summary>What a formula may have.</summary>
    public const int MaxSize = 2_000;

    /// <summary>No formula can have so many characters, however short its facts are called.</summary>
    private const int MaxWritten = 20_000;

    private readonly FormulaText _expression;
    private readonly IReadOnlyList<LambdaToken> _tokens;
    private readonly InputPaths _inputs;
    private readonly ScopedParameters _parameters;
    private int _position;
    private int _depth;

    private LambdaParser(FormulaText expression, InputPaths inputs, ScopedParameters parameters)
    {
        (_expression, _inputs, _parameters) = (expression, inputs, parameters);
        _tokens = LambdaLexer.Read(expression);
    }

    private LambdaToken Current => _tokens[_position];

    /// <exception cref="RefusedException">It is outside of what can be imported, or no expression at all.</exception>
    public static LambdaNode Parse(FormulaText expression, InputPaths inputs, ScopedParameters parameters)
    {
        var parser = new LambdaParser(expression, inputs, parameters);
        var tree = parser.ParseChoice();
        if (parser.Current.Kind != LambdaTokenKind.End)
            throw parser.Unexpected("lambda.operator");
        if (tree is NullNode)
            throw Outside(tree.Origin, "lambda.null");
        if (IsTooLarge(tree))
            throw new RefusedException(ImportFaults.TooLarge(tree.Origin.Place, MaxSize, MaxDepth));
        return tree;
    }

    public static bool IsTooLarge(LambdaNode tree) => tree.Size > MaxSize || tree.Depth > MaxDepth || tree.Length > MaxWritten;

    /// <summary>c ? a : b, and what binds tighter; a ?? b.</summary>
    private LambdaNode ParseChoice()
    {
        Enter();
        var start = Current.Start;
        var condition = ParseOr();
        if (Take(LambdaTokenKind.Coalesce))
            condition = Either(start, condition, ParseChoice());
        if (Take(LambdaTokenKind.Question))
        {
            var then = ParseChoice();
            Require(LambdaTokenKind.Colon, "lambda.colon");
            condition = new ChoiceNode(Since(start), Valued(condition), Valued(then), Valued(ParseChoice()));
        }

        _depth--;
        return condition;
    }

    private LambdaNode ParseOr() => ParseChain(ParseAnd, LambdaTokenKind.Or);

    private LambdaNode ParseAnd() => ParseChain(ParseIn, LambdaTokenKind.And);

    /// <summary>x in (a, b), x not in (a, b), x not_in (a, b).</summary>
    private LambdaNode ParseIn()
    {
        var start = Current.Start;
        var left = ParseComparison();
        var isNegated = Current is { Kind: LambdaTokenKind.Name, Value: "not_in" }
            || (Current.Kind == LambdaTokenKind.Not && IsIn(_tokens[_position + 1]));
        if (!isNegated && !IsIn(Current))
            return left;
        _position += Current.Kind == LambdaTokenKind.Not ? 2 : 1;
        if (Current.Kind != LambdaTokenKind.Open)
            throw Outside(Part(Current), "lambda.listIn");
        _position++;
        var arguments = new List<LambdaNode> { Valued(left) };
        do
            arguments.Add(Valued(ParseUnary()));
        while (Take(LambdaTokenKind.Comma));
        Require(LambdaTokenKind.Close, "lambda.close");
        if (IsIn(Current))
            throw Unexpected("lambda.operator");
        LambdaNode among = new CallNode(Since(start), MembershipFunctions.In, [.. arguments]);
        return isNegated ? new NotNode(Since(start), among) : among;
    }

    private static bool IsIn(LambdaToken token) =>
        token.Kind == LambdaTokenKind.Name && string.Equals((string)token.Value!, "in", StringComparison.OrdinalIgnoreCase);

    private LambdaNode ParseComparison()
    {
        var (start, depth) = (Current.Start, _depth);
        var left = ParseSum();
        while (Current.Kind is >= LambdaTokenKind.Equal and <= LambdaTokenKind.GreaterOrEqual)
        {
            Enter();
            var @operator = Current.Kind;
            _position++;
            left = Compare(start, @operator, left, ParseSum());
        }

        _depth = depth;
        return left;
    }

    private LambdaNode Compare(int start, LambdaTokenKind @operator, LambdaNode left, LambdaNode right)
    {
        if (left is not NullNode && right is not NullNode)
            return new ComparisonNode(Since(start), @operator, left, right);
        var isEqual = @operator == LambdaTokenKind.Equal;
        if ((!isEqual && @operator != LambdaTokenKind.NotEqual) || (left is NullNode && right is NullNode))
            throw Outside((left is NullNode ? left : right).Origin, "lambda.null");
        LambdaNode there = new CallNode(Since(start), ChoiceFunctions.Available, left is NullNode ? right : left);
        return isEqual ? new NotNode(Since(start), there) : there;
    }

    private LambdaNode ParseSum() => ParseChain(ParseProduct, LambdaTokenKind.Plus, LambdaTokenKind.Minus);

    private LambdaNode ParseProduct() => ParseChain(ParseUnary, LambdaTokenKind.Times, LambdaTokenKind.Divide, LambdaTokenKind.Remainder);

    private LambdaNode ParseChain(Func<LambdaNode> parseOperand, params LambdaTokenKind[] kinds)
    {
        var start = Current.Start;
        var operands = new List<LambdaNode> { parseOperand() };
        var operators = new List<LambdaTokenKind>();
        while (Array.IndexOf(kinds, Current.Kind) >= 0)
        {
            operators.Add(Current.Kind);
            _position++;
            operands.Add(Valued(parseOperand()));
        }

        if (operators.Count == 0)
            return operands[0];
        Valued(operands[0]);
        return new ChainNode(Since(start), operands, operators);
    }

    private LambdaNode ParseUnary()
    {
        if (Current.Kind is not (LambdaTokenKind.Minus or LambdaTokenKind.Not))
            return ParsePrimary();
        Enter();
        var sign = Current;
        _position++;
        var operand = Valued(ParseUnary());
        _depth--;
        return sign.Kind == LambdaTokenKind.Not ? new NotNode(Since(sign.Start), operand)
            : operand is NumberNode { Value: > 0 } number ? new NumberNode(Since(sign.Start), -number.Value, number.IsWhole)
            : new NegationNode(Since(sign.Start), operand);
    }

    /// <summary>A value, or what it is worth where that is null.</summary>
    private CallNode Either(int start, LambdaNode value, LambdaNode otherwise) =>
        new(Since(start), ChoiceFunctions.Default, Valued(value), Valued(otherwise));

    private LambdaNode Valued(LambdaNode node) => node is NullNode ? throw Outside(node.Origin, "lambda.null") : node;

    private void Enter()
    {
        if (++_depth > MaxDepth)
            throw new RefusedException(ImportFaults.TooDeep(
                _expression.PlaceOf(Math.Min(Current.Start, Math.Max(0, _expression.Text.Length - 1)), 1), MaxDepth));
    }

    private bool Take(LambdaTokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        _position++;
        return true;
    }

    private void Require(LambdaTokenKind kind, string expected)
    {
        if (!Take(kind))
            throw Unexpected(expected);
    }
}
