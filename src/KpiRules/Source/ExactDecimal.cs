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

    /// <summary>Beyond it only a zero is a decimal.</summary>
    private const int LargestExponent = 1_000_000;

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
            value = new decimal(0, 0, 0, false, (byte)System.Math.Min(System.Math.Max(scale, 0), MaxScale));
            return ReadFault.None;
        }

        while (scale > 0 && digits[digits.Length - 1] == '0' && (scale > MaxScale || digits.Length >= MaxDigits))
        {
            digits = digits.Substring(0, digits.Length - 1);
            scale--;
        }

        if (scale > MaxScale || scale < -MaxDigits || digits.Length > MaxDigits)
            return ReadFault.NotExact;
        if (scale < 0)
        {
            digits += new string('0', -scale);
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

    private static bool TrySplit(string text, out bool negative, out string digits, out int scale)
    {
        negative = text.StartsWith("-", System.StringComparison.Ordinal);
        digits = "";
        scale = 0;
        var mantissa = negative ? text.Substring(1) : text;
        var exponent = 0;
        var e = mantissa.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            const NumberStyles Signed = NumberStyles.AllowLeadingSign;
            var written = mantissa.Substring(e + 1);
            if (!System.Numerics.BigInteger.TryParse(written, Signed, CultureInfo.InvariantCulture, out var exact))
                return false;
            exponent = (int)System.Numerics.BigInteger.Min(System.Numerics.BigInteger.Max(exact, -LargestExponent), LargestExponent);
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
