// Takes decimals one by one, gives their mean, their standard deviation, and where another value lies: decided exactly.
using System;
using System.Numerics;

namespace KpiRules.Evaluation.Numbers;

/// <summary>
/// Values of one kind, of which the mean and the sample standard deviation (n − 1 in the divisor; NIST/SEMATECH e-Handbook
/// of Statistical Methods, 1.3.5.6) say what is usual.
/// </summary>
/// <remarks>
/// A decimal is a whole number of some power of ten, so that the sum S of n values and the sum Q of their squares are kept as
/// whole numbers of any length: nothing is rounded and nothing too large. With the deviation s, n²(n − 1)s² is n(nQ − S²), and
/// n times the distance of x from the mean is nx − S; whatever is decided is decided on these. What comes out as a decimal
/// has 24 significant digits, as far as its 28 decimals go.
/// </remarks>
internal sealed class Sample
{
    private const int MostDecimals = 28;
    private const int Digits = 27;

    private BigInteger _sum;
    private BigInteger _squares;
    private int _decimals;

    public int Count { get; private set; }

    /// <summary>Whether not all values are alike.</summary>
    public bool HasSpread => !Spread.IsZero;

    /// <exception cref="DivideByZeroException">There are no values.</exception>
    public decimal Mean => Quotient(_sum, Count * BigInteger.Pow(10, _decimals));

    /// <summary>The sample standard deviation; null for fewer than two values, and where it is beyond a decimal.</summary>
    public decimal? Deviation
    {
        get
        {
            if (Count < 2)
                return null;
            try
            {
                return RootOfQuotient(Spread, Count * (Count - 1) * BigInteger.Pow(100, _decimals));
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }

    /// <summary>nQ − S².</summary>
    private BigInteger Spread => Count * _squares - _sum * _sum;

    public void Add(decimal value)
    {
        var whole = Whole(value);
        _sum += whole;
        _squares += whole * whole;
        Count++;
    }

    /// <summary>1 above the mean, −1 below it, 0 on it.</summary>
    public int SideOf(decimal value) => Distance(value).Sign;

    /// <summary>How many standard deviations the value lies above the mean.</summary>
    /// <exception cref="OverflowException">The result is beyond a decimal.</exception>
    /// <exception cref="DivideByZeroException">The values are all alike.</exception>
    public decimal Score(decimal value)
    {
        var distance = Distance(value);
        return distance.Sign * RootOfQuotient(distance * distance * (Count - 1), Count * Spread);
    }

    /// <summary>Whether the value lies more than so many standard deviations away from the mean; squares are compared, not roots.</summary>
    public bool IsBeyond(decimal value, decimal deviations)
    {
        var distance = Distance(value);
        var (limit, decimals) = Parts(deviations);
        return distance * distance * (Count - 1) * BigInteger.Pow(100, decimals) > limit * limit * Count * Spread;
    }

    /// <summary>nx − S; first, for it may need more decimals than the values had.</summary>
    private BigInteger Distance(decimal value)
    {
        var whole = Whole(value);
        return Count * whole - _sum;
    }

    /// <summary>The value in the smallest unit of all so far.</summary>
    private BigInteger Whole(decimal value)
    {
        var (whole, decimals) = Parts(value);
        if (decimals <= _decimals)
            return whole * BigInteger.Pow(10, _decimals - decimals);
        var finer = BigInteger.Pow(10, decimals - _decimals);
        _sum *= finer;
        _squares *= finer * finer;
        _decimals = decimals;
        return whole;
    }

    private static (BigInteger Whole, int Decimals) Parts(decimal value)
    {
        var bits = decimal.GetBits(value);
        return (new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0, 0)), (bits[3] >> 16) & 0xFF);
    }

    private static decimal Quotient(BigInteger above, BigInteger below)
    {
        if (above.IsZero)
            return 0;
        var decimals = Decimals(BigInteger.Log10(BigInteger.Abs(above)) - BigInteger.Log10(below));
        return ToDecimal(above * BigInteger.Pow(10, decimals) / below, decimals);
    }

    /// <exception cref="OverflowException">It is beyond a decimal.</exception>
    private static decimal RootOfQuotient(BigInteger above, BigInteger below)
    {
        if (above.IsZero)
            return 0;
        var decimals = Decimals((BigInteger.Log10(above) - BigInteger.Log10(below)) / 2);
        return ToDecimal(Root(above * BigInteger.Pow(100, decimals) / below), decimals);
    }

    /// <summary>With how many decimals a number has all the digits that fit, though not more than a decimal has.</summary>
    private static int Decimals(double log) => Math.Max(0, Math.Min(Digits - 1 - (int)Math.Floor(log), MostDecimals));

    private static decimal ToDecimal(BigInteger whole, int decimals) =>
        ExactMath.ToSignificantDigits((decimal)whole * new decimal(1, 0, 0, false, (byte)decimals));

    /// <summary>The largest whole number whose square is not larger: Newton's steps from a binary guess, then by ones.</summary>
    private static BigInteger Root(BigInteger square)
    {
        if (square.IsZero)
            return 0;
        var root = new BigInteger(Math.Sqrt((double)square));
        for (var i = 0; i < 3; i++)
            root = (root + square / root) / 2;
        while (root * root > square)
            root--;
        while ((root + 1) * (root + 1) <= square)
            root++;
        return root;
    }
}
