// Calls of .NET that depend on nothing, such as int.Parse("15"), as the constants they give; they are read, and never called.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Source;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaParser
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>No separator of thousands, no sign of a currency; what has only digits, every culture reads alike.</summary>
    private static readonly Regex Number = new(
        @"^\s*(?<sign>[+-]?)(?<digits>[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)\s*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, NumberType> NumberTypes = new(StringComparer.Ordinal)
    {
        ["sbyte"] = NumberType.Whole(sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = NumberType.Whole(byte.MinValue, byte.MaxValue),
        ["short"] = NumberType.Whole(short.MinValue, short.MaxValue),
        ["ushort"] = NumberType.Whole(ushort.MinValue, ushort.MaxValue),
        ["int"] = NumberType.Whole(int.MinValue, int.MaxValue),
        ["uint"] = NumberType.Whole(uint.MinValue, uint.MaxValue),
        ["long"] = NumberType.Whole(long.MinValue, long.MaxValue),
        ["ulong"] = NumberType.Whole(ulong.MinValue, ulong.MaxValue),
        ["decimal"] = new(decimal.MinValue, decimal.MaxValue, false, HasExponent: false),
        ["double"] = new(decimal.MinValue, decimal.MaxValue, false, HasExponent: true),
        ["float"] = new(decimal.MinValue, decimal.MaxValue, false, HasExponent: true),
    };

    /// <summary>The names that the same types have in .NET.</summary>
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["SByte"] = "sbyte",
        ["Byte"] = "byte",
        ["Int16"] = "short",
        ["UInt16"] = "ushort",
        ["Int32"] = "int",
        ["UInt32"] = "uint",
        ["Int64"] = "long",
        ["UInt64"] = "ulong",
        ["Decimal"] = "decimal",
        ["Double"] = "double",
        ["Single"] = "float",
        ["Boolean"] = "bool",
    };

    /// <summary>A constant that a call of a type gives; null where the call is none that is known.</summary>
    private LambdaNode? Constant(LambdaToken type, string method)
    {
        var name = (string)type.Value!;
        var isConversion = name == "Convert" && method.StartsWith("To", StringComparison.OrdinalIgnoreCase);
        if (!isConversion && !string.Equals(method, "Parse", StringComparison.OrdinalIgnoreCase))
            return null;
        var wanted = isConversion
            ? Keywords.Keys.FirstOrDefault(known => string.Equals(known, method.Substring(2), StringComparison.OrdinalIgnoreCase)) ?? ""
            : name;
        wanted = Keywords.TryGetValue(wanted, out var keyword) ? keyword : wanted;
        return wanted == "bool" ? Truth(type, ConstantText(type))
            : wanted == "DateTime" && !isConversion ? Day(type, ConstantText(type))
            : NumberTypes.TryGetValue(wanted, out var numbers) ? ParsedNumber(type, ConstantText(type), numbers)
            : null;
    }

    private TextNode ConstantText(LambdaToken type)
    {
        var arguments = ParseArguments();
        return arguments.Count == 1 && arguments[0] is TextNode text ? text : throw Outside(Since(type.Start), "lambda.notConstant");
    }

    private NumberNode ParsedNumber(LambdaToken type, TextNode text, NumberType numbers)
    {
        var match = Number.Match(text.Value);
        var digits = match.Groups["digits"].Value;
        if (!match.Success
            || (numbers.IsWhole && !digits.All(c => c is >= '0' and <= '9'))
            || (!numbers.HasExponent && digits.IndexOfAny(['e', 'E']) >= 0))
            throw Outside(text.Origin, "lambda.noNumber");
        if (ExactDecimal.TryParse((match.Groups["sign"].Value == "-" ? "-" : "") + digits, out var value) != ReadFault.None
            || value < numbers.Least
            || value > numbers.Most)
            throw Outside(text.Origin, "lambda.noNumber");
        return new NumberNode(Since(type.Start), value, numbers.IsWhole, isByCulture: text.Value.IndexOfAny(['.', '+', '-']) >= 0);
    }

    private BooleanNode Truth(LambdaToken type, TextNode text) =>
        bool.TryParse(text.Value, out var value) ? new BooleanNode(Since(type.Start), value) : throw Outside(text.Origin, "lambda.noTruth");

    private DayNode Day(LambdaToken type, TextNode text) =>
        DateTime.TryParseExact(text.Value, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayNode(Since(type.Start), day)
            : throw Outside(text.Origin, "lambda.noDay");

    /// <summary>DateTime(2026, 1, 31), as dynamic LINQ makes one.</summary>
    private DayNode DayOfParts(LambdaToken type)
    {
        var arguments = ParseArguments();
        var parts = arguments.OfType<NumberNode>().Where(part => part.IsWhole).Select(part => part.Value).ToList();
        if (parts.Count != 3 || arguments.Count != 3)
            throw Outside(Since(type.Start), "lambda.notConstant");
        var text = string.Join("-", parts.Select((part, i) => part.ToString(i == 0 ? "0000" : "00", CultureInfo.InvariantCulture)));
        return DateTime.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayNode(Since(type.Start), day)
            : throw Outside(Since(type.Start), "lambda.noDay");
    }

    /// <param name="HasExponent">Whether .NET reads <c>1e3</c> as one.</param>
    private sealed record NumberType(decimal Least, decimal Most, bool IsWhole, bool HasExponent)
    {
        public static NumberType Whole(decimal least, decimal most) => new(least, most, true, HasExponent: false);
    }
}
