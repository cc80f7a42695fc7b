using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace KpiRules.Tests.Fuzzing;

/// <summary>Changes a document the way accidents and attackers do: mostly token by token, so that much of it can still be read.</summary>
/// <param name="corpus">Documents of the same kind, of which parts are taken.</param>
internal sealed class Mutation(IReadOnlyList<string> corpus)
{
    private const int LongestDocument = 20_000;

    /// <summary>A name is a token together with its colon.</summary>
    private static readonly Regex Token = new("""//[^\n]*|"(\\.|[^"\\\n])*"(\s*:)?|-?[0-9][0-9.eE+-]*|[a-z]+|[{}\[\]:,]""");

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "0.1", "1e28", "1e-28", "79228162514264337593543950335", "-79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "1e999999999", "1e-999999999", "1e99999999999999999999", "1." + new string('0', 300), new string('9', 300), "00", "1.", ".5",
        "0x10", "1_000", "12", "13", "31", "64", "65", "366", "367",
        "1000", "2147483647", "2147483648", "0.99999999999999999999999999999",
    ];

    private static readonly string[] Words =
    [
        "null", "true", "false", "[]", "{}", "\"\"", "\"given\"", "\"2026-02-29\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"2999-12\"",
        "\"1900-01\"", "\"2026-W53\"", "\"FY2026-Q1\"",
        "\"subject\"", "\"payout\"", "\"scorecard\"", "\"day\"", "\"week\"", "\"year\"", "\"sum\"", "\"last\"", "\"zero\"", "\"NaN\"",
        "\"{\"", "\"}\"", "\"{period:yyyy}\"", "\"{subject:P9}\"", "NaN", "'a'", "/*", "//",
    ];

    private static readonly string[] Characters =
    [
        "\0", "\u0001", "\uFEFF", "\u200B", "\u202E", "\u2028", "\uD800", "\uDC00", "😀", "\u0301", "ﷺ", "％", "，", "：", "“", "”", "（", "万",
        "亿", "×", "≥", "\\", "\\u", "\\ud800", "\\u0000", "\"", "'", "#", "\t", "\r",
    ];

    private static readonly string[] Formulas =
    [
        "previous({0})", "previous({0}, 3)", "previous(previous({0}), 366)", "sumOf({0}, 12)", "sumOf(sumOf({0}, 6), 7)",
        "averageOf({0}, 3)", "ytd({0})", "qtd({0})", "sameLastYear({0})", "growth({0})",
        "declining({0}, 3)", "within(team, {0})", "everyone({0})", "rank({0})", "share(team, {0})", "default({0}, 0)", "available({0})",
        "if({0} > 0, {0}, 1 / 0)", "-({0})", "({0})", "not {0}", "{0} / 0", "{0} % 3",
        "Sqrt({0})", "Pow({0}, 99)", "Exp({0})", "Ln({0})", "Round({0}, 28)", "79228162514264337593543950335 * {0}", "Max({0}, {0}, {0})",
        "clamp({0}, 1, 0)", "{0} + {0}", "{0} and {0}", "{0} = 'x'", "#2026-02-28# < {0}",
        "sum(deals, amount)", "count(deals, {0} > 1)", "{0} 10万%", "{0} ? 1 : 0", "(((((((((({0}))))))))))", "elapsed() / {0}",
        "case({0}, 'a', 1)", "{0}.attainment", "[{0}]",
    ];

    private readonly string[] _tokens = corpus.SelectMany(Tokens).Distinct().ToArray();

    /// <summary>A document of the corpus with one to four changes.</summary>
    public string Next(Random random)
    {
        var text = Of(corpus, random);
        for (var changes = 1 + random.Next(1 + random.Next(4)); changes > 0; changes--)
            text = Change(text, random);
        return text.Length > LongestDocument ? text.Substring(0, LongestDocument) : text;
    }

    private string Change(string text, Random random) => random.Next(24) switch
    {
        0 => Cut(text, random, random.Next(30), ""),
        1 => Cut(text, random, 0, Of(Characters, random)),
        2 => Cut(text, random, 1, ((char)random.Next(32, 127)).ToString()),
        3 => Cut(text, random, 0, Stretch(text, random)),
        4 => Spliced(text, random),
        5 => text.Substring(0, random.Next(text.Length + 1)),
        6 or 7 => Replaced(text, random, IsValue, old => Nested(old, random)),
        8 or 9 or 10 => Replaced(text, random, IsNumber, _ => Of(Numbers, random)),
        11 => Replaced(text, random, _ => true, _ => ""),
        12 => Replaced(text, random, IsValue, _ => Of(Words, random)),
        13 => Replaced(text, random, IsText, old => old.Insert(1 + random.Next(old.Length - 1), Of(Characters, random))),
        14 or 15 or 16 => Replaced(text, random, IsText, old => Wrapped(old, random)),
        17 or 18 => Repeated(text, random),
        _ => Replaced(text, random, token => IsValue(token) || IsName(token), old => OfKind(old, random)),
    };

    private static string Cut(string text, Random random, int length, string instead)
    {
        var start = random.Next(text.Length + 1);
        return text.Substring(0, start) + instead + text.Substring(Math.Min(text.Length, start + length));
    }

    private static string Stretch(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        return text.Substring(start, random.Next(Math.Min(200, text.Length - start) + 1));
    }

    /// <summary>The beginning of one document and the end of another.</summary>
    private string Spliced(string text, Random random)
    {
        var other = Of(corpus, random);
        return text.Substring(0, random.Next(text.Length + 1)) + other.Substring(random.Next(other.Length + 1));
    }

    private static string Replaced(string text, Random random, Func<string, bool> suits, Func<string, string> replace)
    {
        var tokens = Token.Matches(text).Where(token => suits(token.Value)).ToList();
        if (tokens.Count == 0)
            return text;
        var token = tokens[random.Next(tokens.Count)];
        return text.Substring(0, token.Index) + replace(token.Value) + text.Substring(token.Index + token.Length);
    }

    private string OfKind(string token, Random random)
    {
        // a token of the same kind is likely to be understood
        for (var tries = 0; tries < 20; tries++)
        {
            if (Of(_tokens, random) is var other && other[0] == token[0] && other[other.Length - 1] == token[token.Length - 1])
                return other;
        }

        return Of(_tokens, random);
    }

    private static string Nested(string token, Random random)
    {
        var depth = 1 << random.Next(random.Next(10));
        return random.Next(3) switch
        {
            0 => Repeat("[", depth) + token + Repeat("]", depth),
            1 => Repeat("{\"a\":", depth) + token + Repeat("}", depth),
            _ => "{\"value\":" + token + "}",
        };
    }

    private static string Wrapped(string token, Random random)
    {
        var formula = token.Substring(1, token.Length - 2);
        var shape = Of(Formulas, random);
        for (var times = random.Next(10) == 0 ? random.Next(120) : 1; times > 0 && formula.Length < 5000; times--)
            formula = shape.Replace("{0}", formula);
        return "\"" + formula + "\"";
    }

    /// <summary>A member of an object several times, under names of its own or under its old one.</summary>
    private static string Repeated(string text, Random random)
    {
        var members = Regex.Matches(text, "\"(\\w+)\"\\s*:\\s*(\\{[^{}]*\\}|\"[^\"]*\"|[0-9.]+)\\s*,");
        if (members.Count == 0)
            return text;
        var member = members[random.Next(members.Count)];
        var copies = new StringBuilder();
        for (var i = random.Next(40); i >= 0; i--)
            copies.Append(random.Next(8) == 0 ? member.Value : $"\"{member.Groups[1].Value}{i}\": {member.Groups[2].Value},");
        return text.Insert(member.Index, copies.ToString());
    }

    private static IEnumerable<string> Tokens(string text) => Token.Matches(text).Select(token => token.Value);

    private static bool IsNumber(string token) => token[0] is '-' or (>= '0' and <= '9');

    private static bool IsName(string token) => token[0] == '"' && !IsText(token);

    private static bool IsValue(string token) => IsText(token) || IsNumber(token) || token[0] is >= 'a' and <= 'z';

    private static bool IsText(string token) => token[0] == '"' && token[token.Length - 1] == '"';

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Of(IReadOnlyList<string> texts, Random random) => texts[random.Next(texts.Count)];
}
