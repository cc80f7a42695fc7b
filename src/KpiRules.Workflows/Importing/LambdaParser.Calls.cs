// The calls that formulas have a counterpart for; everything else behind a bracket is refused, and nothing is ever called.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaParser
{
    private static readonly string[] Methods =
        ["Contains", "StartsWith", "EndsWith", "Equals", "ToUpper", "ToUpperInvariant", "ToLower", "ToLowerInvariant"];

    private static readonly Dictionary<string, (Function Function, int Arguments)> Arithmetic = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Abs"] = (SignFunctions.Abs, 1),
        ["Ceiling"] = (RoundingFunctions.Ceiling, 1),
        ["Floor"] = (RoundingFunctions.Floor, 1),
        ["Truncate"] = (RoundingFunctions.Truncate, 1),
        ["Min"] = (ExtremeFunctions.Min, 2),
        ["Max"] = (ExtremeFunctions.Max, 2),
    };

    /// <summary>A method of a text.</summary>
    private LambdaNode CallOf(int start, LambdaNode text, LambdaToken name)
    {
        var method = Array.Find(Methods, known => string.Equals(known, (string)name.Value!, StringComparison.OrdinalIgnoreCase))
            ?? throw Unknown(name, Methods);
        Valued(text);
        var arguments = ParseArguments();
        var needed = method.StartsWith("To", StringComparison.Ordinal) ? 0 : 1;
        if (arguments.Count != needed)
            throw new RefusedException(ImportFaults.Arguments(Part(name).Place, method, needed, arguments.Count));
        return method switch
        {
            "Equals" => new ComparisonNode(Since(start), LambdaTokenKind.Equal, text, arguments[0], isCall: true),
            "Contains" => new CallNode(Since(start), TextFunctions.Contains, text, arguments[0]),
            "StartsWith" => new CallNode(Since(start), TextFunctions.StartsWith, text, arguments[0]),
            "EndsWith" => new CallNode(Since(start), TextFunctions.EndsWith, text, arguments[0]),
            "ToUpper" or "ToUpperInvariant" => new CallNode(Since(start), TextFunctions.Upper, text),
            _ => new CallNode(Since(start), TextFunctions.Lower, text),
        };
    }

    /// <summary>iif, isnull and np, which dynamic LINQ has of its own.</summary>
    private LambdaNode CallOf(LambdaToken name)
    {
        var arguments = ParseArguments();
        switch (((string)name.Value!).ToLowerInvariant(), arguments.Count)
        {
            case ("iif", 3):
                return new ChoiceNode(Since(name.Start), arguments[0], arguments[1], arguments[2]);
            case ("isnull" or "np", 2):
                return Either(name.Start, arguments[0], arguments[1]);
            case ("np", 1):
                return arguments[0];
            default:
                throw new RefusedException(ImportFaults.Arguments(
                    Part(name).Place, (string)name.Value!, name.Length == "iif".Length ? 3 : 2, arguments.Count));
        }
    }

    /// <summary>
    /// What may be called of a type: arithmetic, constants, whether a text is empty, and RulesEngine's own list of texts.
    /// </summary>
    private LambdaNode CallOfType(LambdaToken type)
    {
        _position++;
        var name = Current;
        if (name.Kind != LambdaTokenKind.Name)
            throw Unexpected("lambda.member");
        _position++;
        var method = (string)name.Value!;
        switch ((string)type.Value!)
        {
            case "ExpressionUtils" when Is("CheckContains"):
                return CheckContains(type, name, ParseArguments());
            case "string" or "String" when Is("IsNullOrEmpty"):
                return IsNullOrEmpty(type, name, ParseArguments());
            case "Math" when Is("Round"):
                throw Outside(Part(name), "lambda.round");
            case "Math" when Arithmetic.TryGetValue(method, out var known):
                var arguments = ParseArguments();
                return arguments.Count == known.Arguments
                    ? new CallNode(Since(type.Start), known.Function, [.. arguments])
                    : throw new RefusedException(ImportFaults.Arguments(
                        Part(name).Place, "Math." + method, known.Arguments, arguments.Count));
            case "Math":
                throw Unknown(name, Arithmetic.Keys);
            case "string" or "String" when Is("Empty") && Current.Kind != LambdaTokenKind.Open:
                return new TextNode(Since(type.Start), "");
            default:
                return Constant(type, method) ?? throw Outside(Part(type), "lambda.type");
        }

        bool Is(string wanted) => string.Equals(method, wanted, StringComparison.OrdinalIgnoreCase);
    }

    private ChainNode IsNullOrEmpty(LambdaToken type, LambdaToken name, List<LambdaNode> arguments)
    {
        if (arguments.Count != 1)
            throw new RefusedException(ImportFaults.Arguments(Part(name).Place, "IsNullOrEmpty", 1, arguments.Count));
        var all = Since(type.Start);
        return new ChainNode(
            all,
            [
                new NotNode(all, new CallNode(all, ChoiceFunctions.Available, arguments[0])),
                new ComparisonNode(all, LambdaTokenKind.Equal, arguments[0], new TextNode(all, "")),
            ],
            [LambdaTokenKind.Or]);
    }

    /// <summary>Whether a text is one of several that stand in one, with commas between; nothing is in it that is empty.</summary>
    private LambdaNode CheckContains(LambdaToken type, LambdaToken name, List<LambdaNode> arguments)
    {
        if (arguments.Count != 2)
            throw new RefusedException(ImportFaults.Arguments(Part(name).Place, "CheckContains", 2, arguments.Count));
        if (arguments[1] is not TextNode list)
            throw Outside(arguments[1].Origin, "lambda.listOfTexts");
        var among = list.Value.Split(',').Where(text => text.Length > 0).Distinct()
            .Select(text => new TextNode(list.Origin, text)).ToList();
        return among.Count > 0
            ? new CallNode(Since(type.Start), MembershipFunctions.In, [arguments[0], .. among])
            : new BooleanNode(Since(type.Start), false);
    }

    private RefusedException Unknown(LambdaToken name, IEnumerable<string> methods) =>
        new(ImportFaults.UnknownMethod(Part(name).Place, (string)name.Value!, () => ClosestName.Find((string)name.Value!, methods)));
}
