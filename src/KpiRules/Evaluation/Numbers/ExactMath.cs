// Rounding, roots, powers and logarithms in decimal arithmetic: correct to at least 15 significant digits, short results exact.
using System;
using KpiRules.Facts;
using KpiRules.Source;

namespace KpiRules.Evaluation.Numbers;

/// <summary>
/// Series after argument reduction (Abramowitz and Stegun, Handbook of Mathematical Functions, 4.1.27 and 4.2.1), worked
/// out to 28 digits and rounded to 24, so that what is a short decimal comes out as one.
/// </summary>
internal static class ExactMath
{
    private const int Digits = 24;
    private const decimal Ln2 = 0.6931471805599453094172321215m;
    private const decimal Ln10 = 2.3025850929940456840179914547m;
    private const decimal LargestExponent = 67m;
    private const int LargestRepeated = 1_000_000;
    private const int MostDecimals = 28;

    /// <summary>Rounded to so many decimals, 0 to 28.</summary>
    public static decimal Round(decimal number, int decimals, Rounding rounding)
    {
        switch (rounding)
        {
            case Rounding.HalfUp:
                return Math.Round(number, decimals, MidpointRounding.AwayFromZero);
            case Rounding.HalfEven:
                return Math.Round(number, decimals, MidpointRounding.ToEven);
            case Rounding.Down or Rounding.Up:
                break;
        }

        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        var rest = number % unit;
        return number - rest + (rounding == Rounding.Up ? Math.Sign(rest) * unit : 0);
    }

    public static bool TryRound(decimal number, decimal digits, out decimal value)
    {
        value = 0;
        if (digits != decimal.Truncate(digits) || digits is < -MostDecimals or > MostDecimals)
            return false;
        if (digits >= 0)
        {
            value = Math.Round(number, (int)digits, MidpointRounding.AwayFromZero);
            return true;
        }

        var unit = 1m;
        for (var i = 0; i > digits; i--)
            unit *= 10;
        // a remainder is exact where a quotient would be rounded a second time
        var rest = number % unit;
        value = number - rest;
        if (Math.Abs(rest) >= unit / 2)
            value += Math.Sign(rest) * unit;
        return true;
    }

    public static bool TrySqrt(decimal number, out decimal value)
    {
        value = 0;
        if (number < 0)
            return false;
        if (number == 0)
            return true;
        var root = (decimal)Math.Sqrt((double)number);
        for (var i = 0; i < 3; i++)
            root = (root + number / root) / 2;
        value = ToSignificantDigits(root);
        return true;
    }

    public static bool TryLn(decimal number, out decimal value)
    {
        value = 0;
        if (number <= 0)
            return false;
        value = ToSignificantDigits(Ln(number));
        return true;
    }

    public static bool TryLog10(decimal number, out decimal value)
    {
        value = 0;
        if (number <= 0)
            return false;
        value = ToSignificantDigits(Ln(number) / Ln10);
        return true;
    }

    /// <exception cref="OverflowException">The result is beyond a decimal.</exception>
    public static bool TryExp(decimal number, out decimal value)
    {
        value = ToSignificantDigits(Exp(number));
        return true;
    }

    /// <summary>No value: zero to a negative power, or a negative number to a power that is not whole.</summary>
    /// <exception cref="OverflowException">The result is beyond a decimal.</exception>
    public static bool TryPow(decimal number, decimal exponent, out decimal value)
    {
        value = 0;
        if (number == 0)
        {
            value = exponent == 0 ? 1 : 0;
            return exponent >= 0;
        }

        var isWhole = exponent == decimal.Truncate(exponent);
        if (number < 0 && !isWhole)
            return false;
        var size = isWhole && Math.Abs(exponent) <= LargestRepeated
            ? WholePower(Math.Abs(number), (int)exponent)
            : ToSignificantDigits(Power(Math.Abs(number), exponent));
        value = number < 0 && exponent % 2 != 0 ? -size : size;
        return true;
    }

    /// <summary>By repeated squaring; of a number below 1, its reciprocal's, for small powers have few digits left.</summary>
    private static decimal WholePower(decimal number, int exponent)
    {
        if (exponent < 0)
            return number < 1 ? WholePower(1 / number, -exponent) : 1 / LargePower(number, -exponent);
        var value = 1m;
        for (var square = number; exponent > 0; square *= square)
        {
            if ((exponent & 1) != 0)
                value *= square;
            exponent >>= 1;
            if (exponent == 0)
                break;
        }

        return value;
    }

    /// <summary>A power to divide by: one too large for a decimal leaves nothing, as the largest decimal does.</summary>
    private static decimal LargePower(decimal number, int exponent)
    {
        try
        {
            return WholePower(number, exponent);
        }
        catch (OverflowException)
        {
            return decimal.MaxValue;
        }
    }

    private static decimal Power(decimal number, decimal exponent)
    {
        var ln = Ln(number);
        // ln × exponent may itself be beyond a decimal
        if (Math.Abs(ln) > 1 && Math.Abs(exponent) > decimal.MaxValue / Math.Abs(ln))
            return ln > 0 == exponent > 0 ? throw new OverflowException() : 0;
        return Exp(ln * exponent);
    }

    /// <summary>ln x = k ln 2 + 2 artanh((m − 1) / (m + 1)) with x = m · 2^k and m near 1.</summary>
    private static decimal Ln(decimal number)
    {
        var k = 0;
        while (number > 1.5m)
        {
            number /= 2;
            k++;
        }

        while (number < 0.75m)
        {
            number *= 2;
            k--;
        }

        var z = 2 * (number - 1) / (number + 1);
        var square = z * z / 4;
        var power = z;
        var sum = z;
        for (var n = 3; power != 0 && n < 100; n += 2)
        {
            power *= square;
            sum += power / n;
        }

        return k * Ln2 + sum;
    }

    /// <summary>e^x = 2^k · e^r with |r| at most ln 2 / 2.</summary>
    private static decimal Exp(decimal number)
    {
        if (number > LargestExponent)
            throw new OverflowException();
        if (number < -LargestExponent)
            return 0;
        var k = (int)Math.Round(number / Ln2);
        var rest = number - k * Ln2;
        var term = 1m;
        var sum = 1m;
        for (var n = 1; term != 0 && n < 60; n++)
        {
            term = term * rest / n;
            sum += term;
        }

        for (; k > 0; k--)
            sum *= 2;
        for (; k < 0; k++)
            sum /= 2;
        return sum;
    }

    public static decimal ToSignificantDigits(decimal number)
    {
        var size = Math.Abs(number);
        if (size == 0)
            return number;
        var digits = Digits;
        for (var bound = 1m; size >= bound && digits > 0; bound *= 10)
            digits--;
        for (var bound = 0.1m; size < bound && digits < 28; bound /= 10)
            digits++;
        return ExactDecimal.Normalised(Math.Round(number, digits, MidpointRounding.ToEven));
    }
}
