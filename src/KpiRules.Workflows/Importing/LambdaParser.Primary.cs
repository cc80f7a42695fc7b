// What an expression is made of: literals, inputs and their members, parameters, brackets; and the names nothing may stand behind.
using System;
using System.Collections.Generic;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaParser
{
    private const int MostMembers = 20;

    /// <summary>Names of types that dynamic LINQ knows, or that somebody would like it to know.</summary>
    private static readonly HashSet<string> Types = new(
        ("bool byte char decimal double float int long object sbyte short string uint ulong ushort "
        + "Boolean Byte Char DateTime DateTimeOffset DateOnly TimeOnly TimeSpan Decimal Double Single Guid "
        + "Int16 Int32 Int64 Object String UInt16 UInt32 UInt64 "
        + "Math Convert Uri Enum Enumerable Queryable Regex Environment Console Activator AppDomain Assembly Marshal System Microsoft")
            .Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Words = new(
        ["new", "is", "as", "cast", "it", "parent", "root", "typeof", "out"], StringComparer.OrdinalIgnoreCase);

    private LambdaNode ParsePrimary()
    {
        var start = Current.Start;
        var node = ParseStart();
        var members = 0;
        while (Current.Kind is LambdaTokenKind.Dot or LambdaTokenKind.OpenBracket)
        {
            if (++members > MostMembers)
                throw new RefusedException(ImportFaults.TooDeep(Part(Current).Place, MostMembers));
            if (Current.Kind == LambdaTokenKind.OpenBracket)
            {
                node = Member(start, node, ParsePlace(), Current);
                continue;
            }

            _position++;
            if (Current.Kind != LambdaTokenKind.Name)
                throw Unexpected("lambda.member");
            var name = Current;
            _position++;
            node = Current.Kind == LambdaTokenKind.Open ? CallOf(start, node, name) : Member(start, node, (string)name.Value!, name);
        }

        return node;
    }

    private LambdaNode ParseStart()
    {
        var token = Current;
        switch (token.Kind)
        {
            case LambdaTokenKind.Number:
                _position++;
                return new NumberNode(Part(token), (decimal)token.Value!, token.IsWhole);
            case LambdaTokenKind.Text:
                _position++;
                // dynamic LINQ joins two texts that stand side by side, quotes included
                return Current.Kind == LambdaTokenKind.Text
                    ? throw Unexpected("lambda.operator")
                    : new TextNode(Part(token), (string)token.Value!);
            case LambdaTokenKind.Name:
                return ParseName();
            case LambdaTokenKind.Open:
                _position++;
                var inner = ParseChoice();
                Require(LambdaTokenKind.Close, "lambda.close");
                return inner;
            // others: signs, none of which begins a value
            default:
                throw Unexpected("lambda.value");
        }
    }

    private LambdaNode ParseName()
    {
        var token = Current;
        var name = (string)token.Value!;
        _position++;
        switch (name.ToLowerInvariant())
        {
            case "true" or "false":
                return new BooleanNode(Part(token), name.Length == "true".Length);
            case "null":
                return new NullNode(Part(token));
            case "iif" or "isnull" or "np" when Current.Kind == LambdaTokenKind.Open:
                return CallOf(token);
        }

        if (_parameters[name] is { } parameter)
            return parameter.Value ?? throw new RefusedException(parameter.Fault!);
        if (Words.Contains(name))
            throw Outside(Part(token), "lambda.word");
        if (Current.Kind == LambdaTokenKind.Dot && (name == "ExpressionUtils" || Types.Contains(name)))
            return CallOfType(token);
        if (Current.Kind == LambdaTokenKind.Open && name == "DateTime")
            return DayOfParts(token);
        if (Types.Contains(name))
            throw Outside(Part(token), "lambda.type");
        if (Current.Kind == LambdaTokenKind.Open)
            throw Outside(Part(token), "lambda.method");
        return _inputs.Use(Part(token), name, []);
    }

    private LambdaNode Member(int start, LambdaNode node, string member, LambdaToken at) => node is FactNode fact
        ? _inputs.Use(Since(start), fact.Path.Root, [.. fact.Path.Members, member])
        : throw Outside(Part(at), "lambda.memberOfValue");

    /// <summary>The place in a list: a whole number that is written out.</summary>
    private string ParsePlace()
    {
        const decimal Last = 9_999;
        _position++;
        if (Current is not { Kind: LambdaTokenKind.Number, IsWhole: true } || (decimal)Current.Value! > Last)
            throw Current.Kind == LambdaTokenKind.End ? Unexpected("lambda.value") : Outside(Part(Current), "lambda.index");
        var place = ((decimal)Current.Value!).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _position++;
        Require(LambdaTokenKind.CloseBracket, "lambda.closeBracket");
        return place;
    }

    private List<LambdaNode> ParseArguments()
    {
        Require(LambdaTokenKind.Open, "lambda.open");
        var arguments = new List<LambdaNode>();
        if (Take(LambdaTokenKind.Close))
            return arguments;
        do
            arguments.Add(Valued(ParseChoice()));
        while (Take(LambdaTokenKind.Comma));
        Require(LambdaTokenKind.Close, "lambda.close");
        return arguments;
    }
}
