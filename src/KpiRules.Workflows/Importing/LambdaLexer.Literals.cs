// The literals of an expression: numbers as exact decimals, texts without their escapes.
using System;
using System.Globalization;
using System.Text;
using KpiRules.Source;

namespace KpiRules.Workflows.Importing;

internal sealed partial class LambdaLexer
{
    private void ReadNumber()
    {
        if (_text[_position] == '0' && Ahead(1) is 'x' or 'X' or 'b' or 'B')
        {
            ReadBits(Ahead(1) is 'x' or 'X' ? 16 : 2);
            return;
        }

        var end = EndOfDigits(_position);
        var isWhole = true;
        if (end < _text.Length && _text[end] == '.' && IsDigit(end + 1))
        {
            end = EndOfDigits(end + 1);
            isWhole = false;
        }

        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var signed = end + 1 < _text.Length && _text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (IsDigit(signed))
            {
                end = EndOfDigits(signed);
                isWhole = false;
            }
        }

        var digits = _text.Substring(_position, end - _position);
        var suffixed = SkipSuffix(end, ref isWhole);
        if (ExactDecimal.TryParse(digits, out var value) != ReadFault.None)
            throw BadNumber(suffixed);
        // dynamic LINQ reads whole numbers as 64 bits
        if (isWhole && value > ulong.MaxValue)
            throw BadNumber(suffixed);
        Add(LambdaTokenKind.Number, suffixed - _position, value, isWhole);
    }

    private void ReadBits(int radix)
    {
        const int MostDigits = 16;
        var end = _position + 2;
        while (end < _text.Length && Uri.IsHexDigit(_text[end]))
            end++;
        var digits = _text.Substring(_position + 2, end - _position - 2);
        ulong value = 0;
        if (digits.Length is 0 or > MostDigits)
            throw BadNumber(end);
        foreach (var digit in digits)
        {
            var number = byte.Parse(digit.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (number >= radix)
                throw BadNumber(end);
            value = (value * (ulong)radix) + number;
        }

        Add(LambdaTokenKind.Number, end - _position, (decimal)value, isWhole: true);
    }

    private int SkipSuffix(int end, ref bool isWhole)
    {
        if (isWhole && end < _text.Length && _text[end] is 'U' or 'L')
            return end + (_text[end] == 'U' && end + 1 < _text.Length && _text[end + 1] == 'L' ? 2 : 1);
        if (end >= _text.Length || "fFdDmM".IndexOf(_text[end]) < 0)
            return end;
        isWhole = false;
        return end + 1;
    }

    private RefusedException BadNumber(int end) =>
        new(ImportFaults.BadNumber(_expression.PlaceOf(_position, end - _position), _text.Substring(_position, end - _position)));

    private int EndOfDigits(int index)
    {
        while (IsDigit(index))
            index++;
        return index;
    }

    private bool IsDigit(int index) => index < _text.Length && _text[index] is >= '0' and <= '9';

    /// <summary>Double quotes hold a text, single ones one character; both may be escaped as a regular expression escapes.</summary>
    private void ReadText()
    {
        var quote = _text[_position];
        var value = new StringBuilder();
        var index = _position + 1;
        while (index < _text.Length && _text[index] != quote)
        {
            if (_text[index] == '\\')
                index += ReadEscape(index, value);
            else
                value.Append(_text[index++]);
        }

        if (index >= _text.Length)
            throw new RefusedException(ImportFaults.UnclosedText(_expression.PlaceOf(_position, 1), quote.ToString()));
        var length = index + 1 - _position;
        if (quote == '\'' && value.Length != 1)
            throw new RefusedException(ImportFaults.NotACharacter(
                _expression.PlaceOf(_position, length), _text.Substring(_position, length)));
        Add(LambdaTokenKind.Text, length, value.ToString());
    }

    private int ReadEscape(int index, StringBuilder value)
    {
        const string Escapes = "abefnrtv";
        const string Meanings = "\a\b\u001B\f\n\r\t\v";
        var next = index + 1 < _text.Length ? _text[index + 1] : '\0';
        var digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
        if (digits > 0 && index + 2 + digits <= _text.Length
            && ushort.TryParse(
                _text.Substring(index + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            value.Append((char)unit);
            return 2 + digits;
        }

        if (Escapes.IndexOf(next) is >= 0 and var kind)
            value.Append(Meanings[kind]);
        else if (next != '\0' && next != '\'' && next != '_' && !char.IsLetterOrDigit(next) || (next == '\'' && _text[_position] == '"'))
            value.Append(next);
        else
            throw new RefusedException(ImportFaults.BadEscape(
                _expression.PlaceOf(index, Math.Min(2, _text.Length - index)), _text.Substring(index, Math.Min(2, _text.Length - index))));
        return 2;
    }
}
