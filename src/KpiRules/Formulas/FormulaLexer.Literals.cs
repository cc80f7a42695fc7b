// The tokens of several characters: numbers with their suffixes, texts, dates, and names.
using System;
using System.Globalization;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source;

namespace KpiRules.Formulas;

internal sealed partial class FormulaLexer
{
    private void ReadNumber()
    {
        var digits = 0;
        while (FormulaCharacters.IsDigit(Folded(digits)))
            digits++;
        var end = digits;
        if (Folded(end) == '.' && FormulaCharacters.IsDigit(Folded(end + 1)))
        {
            end++;
            while (FormulaCharacters.IsDigit(Folded(end)))
                end++;
        }

        var exponent = SuffixExponent(end);
        var length = exponent == 0 ? end : end + 1;
        if (RefuseWhatTouches(length, exponent))
            return;

        var written = (digits == 0 ? "0" : "") + FoldedText(end) + (exponent == 0 ? "" : FormattableString.Invariant($"e{exponent}"));
        if (ExactDecimal.TryParse(written, out var value) == ReadFault.None)
            Add(TokenKind.Number, length, value);
        else
            Fail(length, FormulaFaults.NumberNotExact(Place(length), _text.Substring(_position, length)));
    }

    private int SuffixExponent(int index) => Folded(index) switch { '%' => -2, '万' => 4, '亿' => 8, _ => 0 };

    /// <summary>A name, a second suffix, or an operand behind percent, written without a space.</summary>
    private bool RefuseWhatTouches(int length, int exponent)
    {
        var next = _position + length;
        if (exponent != 0 && SuffixExponent(length) != 0)
        {
            Fail(length + 1, FormulaFaults.TwoSuffixes(Place(length + 1), _text.Substring(_position, length + 1)));
            return true;
        }

        var touching = 0;
        while (FormulaCharacters.NamePart(_text, next + touching) is > 0 and var units)
            touching += units;
        var whole = length + touching;
        if (OperatorWords.AtStart(_text.Substring(next, touching)) is { } word)
        {
            Fail(whole, FormulaFaults.OperatorWord(_formula.PlaceOf(next, word.Length), word.Word, word.Operator));
            return true;
        }

        if (exponent == -2 && (touching > 0 || Folded(length) is '(' or '[' || IsQuoteAt(next)))
        {
            whole = Math.Max(whole, length + 1);
            Fail(whole, FormulaFaults.PercentThenOperand(Place(whole), _text.Substring(_position, whole)));
            return true;
        }

        if (touching == 0 && Folded(length) != '.')
            return false;
        whole = Math.Max(whole, length + 1);
        var written = _text.Substring(_position, whole);
        Fail(whole, exponent != 0 ? FormulaFaults.TwoSuffixes(Place(whole), written) : FormulaFaults.NumberThenName(Place(whole), written));
        return true;
    }

    private bool IsQuoteAt(int index) => index < _text.Length && FormulaCharacters.ClosersOf(_text[index]) is not null;

    private void ReadText(string closers)
    {
        var value = new StringBuilder();
        for (var index = _position + 1; index < _text.Length; index++)
        {
            var character = _text[index];
            if (closers.IndexOf(character) >= 0)
            {
                Add(TokenKind.Text, index + 1 - _position, value.ToString());
                return;
            }

            if (character == '\\')
            {
                var length = ReadEscape(index, value);
                if (length == 0)
                    return;
                index += length - 1;
            }
            else
            {
                value.Append(character);
            }
        }

        Fail(_text.Length - _position, FormulaFaults.UnclosedText(Place(1), _text.Substring(_position, 1)));
    }

    /// <summary>The length of the escape, or 0 after reporting one that is unknown.</summary>
    private int ReadEscape(int index, StringBuilder value)
    {
        const string Escapes = "\\'\"nrt";
        const string Meanings = "\\'\"\n\r\t";
        var kind = index + 1 < _text.Length ? Escapes.IndexOf(_text[index + 1]) : -1;
        if (kind >= 0)
        {
            value.Append(Meanings[kind]);
            return 2;
        }

        var isUnit = index + 6 <= _text.Length && _text[index + 1] == 'u';
        if (isUnit
            && ushort.TryParse(_text.Substring(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            value.Append((char)unit);
            return 6;
        }

        var shown = Math.Min(2, _text.Length - index);
        var place = _formula.PlaceOf(index, shown);
        Fail(_text.Length - _position, FormulaFaults.BadEscape(place, _text.Substring(index, shown)));
        return 0;
    }

    private void ReadDate()
    {
        var length = 1;
        while (Folded(length) is not ('#' or '\0'))
            length++;
        var closed = Folded(length) == '#';
        var written = FoldedText(length).Substring(1);
        length += closed ? 1 : 0;
        if (closed && DayNumber.TryParse(written, out var day))
            Add(TokenKind.Date, length, day);
        else
            Fail(length, FormulaFaults.BadDate(Place(length), _text.Substring(_position, length)));
    }

    /// <summary>A name, bare or in brackets, with its dotted parts; a keyword; or a function, which a bracket follows.</summary>
    private void ReadName()
    {
        var name = new StringBuilder();
        var index = _position;
        var bracketed = false;
        while (true)
        {
            if (index < _text.Length && FormulaCharacters.Fold(_text[index]) == '[')
            {
                var close = CloseOfBracket(index);
                if (close < 0)
                {
                    Fail(_text.Length - _position, FormulaFaults.UnclosedBracket(_formula.PlaceOf(index, 1), _text.Substring(index, 1)));
                    return;
                }

                if (close == index + 1)
                {
                    Fail(close + 1 - _position, FormulaFaults.EmptyName(_formula.PlaceOf(index, 2)));
                    return;
                }

                bracketed = true;
                name.Append(_text, index + 1, close - index - 1);
                index = close + 1;
            }
            else
            {
                for (var units = FormulaCharacters.NameStart(_text, index); units > 0; units = FormulaCharacters.NamePart(_text, index))
                {
                    name.Append(_text, index, units);
                    index += units;
                }
            }

            var dotted = index < _text.Length && FormulaCharacters.Fold(_text[index]) == '.'
                && (FormulaCharacters.NameStart(_text, index + 1) > 0
                    || (index + 1 < _text.Length && FormulaCharacters.Fold(_text[index + 1]) == '['));
            if (!dotted)
                break;
            name.Append('.');
            index++;
        }

        AddName(name.ToString(), index - _position, bracketed);
    }

    private void AddName(string name, int length, bool bracketed)
    {
        var next = _position + length;
        while (next < _text.Length && FormulaCharacters.IsSpace(_text[next]))
            next++;
        var keyword = bracketed ? null : Keyword(name);
        if (keyword is { } kind)
            Add(kind, length);
        else if (!bracketed && next < _text.Length && FormulaCharacters.Fold(_text[next]) == '(')
            Add(TokenKind.Function, next + 1 - _position, name);
        else
            Add(TokenKind.Name, length, name);
    }

    private static TokenKind? Keyword(string name) => name.ToLowerInvariant() switch
    {
        "and" => TokenKind.And,
        "or" => TokenKind.Or,
        "not" => TokenKind.Not,
        "true" => TokenKind.True,
        "false" => TokenKind.False,
        _ => null,
    };

    private int CloseOfBracket(int open)
    {
        for (var index = open + 1; index < _text.Length; index++)
        {
            if (FormulaCharacters.Fold(_text[index]) == ']')
                return index;
        }

        return -1;
    }

    private string FoldedText(int length) => string.Concat(_text.Substring(_position, length).Select(FormulaCharacters.Fold));
}
