// Takes a number as JSON writes it, gives the decimal that is exactly it, or says that there is none.
using System.Globalization;
using System.Linq;

namespace KpiRules.Source;

/// <summary>What keeps a text from being a value.</summary>
internal enum ReadFault
{
    None,

    /// <summary>It is no value of the type wanted.</summary>
    NotOfType,

    /// <summary>It is a number, but no decimal is exactly it.</summary>
    NotExact,
}

internal static class ExactDecimal
{
    private const int MaxScale = 28;
    private const int MaxDigits = 29;

    /// <summary>More than any text has digits: beyond it only a zero is a decimal.</summary>
    private const long LargestExponent = int.MaxValue;

    /// <summary>
    /// Reads <c>-?digits[.digits][e[+-]digits]</c>. The scale as written is kept where it fits, so that 0.20 stays 0.20.
    /// </summary>
    public static ReadFault TryParse(string text, out decimal value)
    {
        value = 0;
        if (!TrySplit(text, out var negative, out var digits, out var scale))
            return ReadFault.NotOfType;

        digits = digits.TrimStart('0');
        if (digits.Length == 0)
        {
            value = new decimal(0, 0, 0, false, (byte)System.Math.Min(System.Math.Max(scale, 0L), MaxScale));
            return ReadFault.None;
        }

        var length = digits.Length;
        while (scale > 0 && digits[length - 1] == '0' && (scale > MaxScale || length >= MaxDigits))
        {
            length--;
            scale--;
        }

        digits = digits.Substring(0, length);
        if (scale > MaxScale || scale < -MaxDigits || digits.Length > MaxDigits)
            return ReadFault.NotExact;
        if (scale < 0)
        {
            digits += new string('0', (int)-scale);
            scale = 0;
        }

        if (!decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return ReadFault.NotExact;
        var bits = decimal.GetBits(whole);
        value = new decimal(bits[0], bits[1], bits[2], negative, (byte)scale);
        return ReadFault.None;
    }

    /// <summary>The same number without trailing zeros.</summary>
    public static decimal Normalised(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>Digit by digit, for an exponent may be as long as the text; what is greater than any that matters stays so.</summary>
    private static bool TryReadExponent(string text, int start, out long exponent)
    {
        exponent = 0;
        var sign = start < text.Length && text[start] is '+' or '-' ? text[start++] : '+';
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
            exponent = System.Math.Min(exponent * 10 + (text[i] - '0'), LargestExponent);
        }

        exponent = sign == '-' ? -exponent : exponent;
        return start < text.Length;
    }

    private static bool TrySplit(string text, out bool negative, out string digits, out long scale)
    {
        negative = text.StartsWith("-", System.StringComparison.Ordinal);
        digits = "";
        scale = 0;
        var mantissa = negative ? text.Substring(1) : text;
        var exponent = 0L;
        var e = mantissa.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            if (!TryReadExponent(mantissa, e + 1, out exponent))
                return false;
            mantissa = mantissa.Substring(0, e);
        }

        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? "" : mantissa.Substring(point + 1);
        var whole = point < 0 ? mantissa : mantissa.Substring(0, point);
        digits = whole + fraction;
        scale = fraction.Length - exponent;
        return whole.Length > 0 && (point < 0 || fraction.Length > 0) && digits.All(c => c is >= '0' and <= '9');
    }
}
