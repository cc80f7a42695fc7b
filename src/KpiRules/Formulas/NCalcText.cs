// Writes tokens as text for NCalc: operands as [n], calls as fn(…), n being the index of the token they came from.
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace KpiRules.Formulas;

internal static class NCalcText
{
    /// <summary>NCalc cannot parse a sign or a not directly behind another, so each but the first gets brackets.</summary>
    public static string Write(IReadOnlyList<FormulaToken> tokens, IReadOnlyDictionary<int, int> closings)
    {
        var text = new StringBuilder();
        var closeBehind = new int[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsPrefix(tokens, i) && i > 0 && IsPrefix(tokens, i - 1))
            {
                text.Append('(');
                closeBehind[EndOfOperand(tokens, closings, i)]++;
            }

            text.Append(Write(tokens[i].Kind, i));
            text.Append(')', closeBehind[i]);
        }

        return text.ToString();
    }

    private static int EndOfOperand(IReadOnlyList<FormulaToken> tokens, IReadOnlyDictionary<int, int> closings, int prefix)
    {
        var first = prefix;
        while (IsPrefix(tokens, first))
            first++;
        return tokens[first].OpensGroup ? closings[first] : first;
    }

    private static bool IsPrefix(IReadOnlyList<FormulaToken> tokens, int i)
    {
        if (tokens[i].Kind == TokenKind.Not)
            return true;
        var behindOperand = i > 0 && (tokens[i - 1].IsOperand || tokens[i - 1].Kind == TokenKind.Close);
        return tokens[i].Kind == TokenKind.Minus && !behindOperand;
    }

    private static string Write(TokenKind kind, int index) => kind switch
    {
        TokenKind.Function => "f" + index.ToString(CultureInfo.InvariantCulture) + "(",
        TokenKind.Open => "(",
        TokenKind.Close => ")",
        TokenKind.Comma => ",",
        TokenKind.Plus => " + ",
        TokenKind.Minus => " - ",
        TokenKind.Times => " * ",
        TokenKind.Divide => " / ",
        TokenKind.Remainder => " % ",
        TokenKind.Equal => " = ",
        TokenKind.NotEqual => " != ",
        TokenKind.Less => " < ",
        TokenKind.LessOrEqual => " <= ",
        TokenKind.Greater => " > ",
        TokenKind.GreaterOrEqual => " >= ",
        TokenKind.And => " and ",
        TokenKind.Or => " or ",
        TokenKind.Not => " not ",
        TokenKind.Question => " ? ",
        TokenKind.Colon => " : ",
        _ => "[" + index.ToString(CultureInfo.InvariantCulture) + "]",
    };
}
