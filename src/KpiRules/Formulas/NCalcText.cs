// Writes tokens as text for NCalc: operands as [n], calls as fn(…), n being the index of the token they came from.
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace KpiRules.Formulas;

internal static class NCalcText
{
    public static string Write(IReadOnlyList<FormulaToken> tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
            text.Append(Write(tokens[i].Kind, i));
        return text.ToString();
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
        TokenKind.Number or TokenKind.Text or TokenKind.Date or TokenKind.True or TokenKind.False or TokenKind.Name =>
            "[" + index.ToString(CultureInfo.InvariantCulture) + "]",
    };
}
