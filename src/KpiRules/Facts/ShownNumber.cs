// Takes a number, a format and the lines it is compared with, gives it as people read it: half up, and never across a line.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>
/// The one rounding for the eye. A number gets as many decimals more than its format has as it takes to stand to every line as
/// it does: 19.96 % never reads 20 % where 20 % is a floor, and two numbers look equal only if they are.
/// </summary>
internal static class ShownNumber
{
    private const int MostDecimals = 28;

    /// <summary>A line with more decimals than these is not written out for a number that lies on it.</summary>
    private const int MostOfALine = 6;

    /// <param name="format">A standard format, such as <c>P1</c>, or a pattern, such as <c>#,##0.##%</c>.</param>
    /// <param name="lines">The numbers it is compared with, which may be shown beside it in as many decimals.</param>
    public static string Write(decimal value, string format, NumberFormatInfo numbers, IReadOnlyCollection<decimal> lines)
    {
        var (decimals, shift) = IsStandard(format) ? DecimalsOfStandard(format, numbers) : DecimalsOfPattern(format);
        var least = Math.Max(0, decimals + shift);
        var needed = lines.Select(line => Decimals(value, line, least)).DefaultIfEmpty(least).Max() - shift;
        // what is rounded to nothing has no sign
        var shown = Rounded(value, Math.Max(0, Math.Min(MostDecimals, Math.Max(needed, decimals) + shift))) == 0 ? 0 : value;
        return shown.ToString(
            needed <= decimals ? format : IsStandard(format) ? Standard(format, needed) : Pattern(format, decimals, needed), numbers);
    }

    public static string Write(decimal value, string format, params decimal?[] lines) =>
        Write(value, format, CultureInfo.InvariantCulture.NumberFormat, lines.OfType<decimal>().ToList());

    /// <summary>
    /// The least decimals with which the number, and the line in as many, stand to each other and to the line as the number does.
    /// </summary>
    private static int Decimals(decimal value, decimal line, int least)
    {
        if (value == line)
            return DecimalsOf(line) is var exact && exact > least && exact <= MostOfALine ? exact : least;
        var relation = value.CompareTo(line);
        for (var decimals = least; decimals < MostDecimals; decimals++)
        {
            var shown = Rounded(value, decimals);
            if (shown == value)
                return decimals;
            if (shown.CompareTo(line) == relation && shown.CompareTo(Rounded(line, decimals)) == relation)
                return decimals;
        }

        return MostDecimals;
    }

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static int DecimalsOf(decimal value)
    {
        var decimals = 0;
        while (decimals < MostDecimals && Rounded(value, decimals) != value)
            decimals++;
        return decimals;
    }

    private static bool IsStandard(string format) => char.IsLetter(format[0]) && format.Skip(1).All(char.IsDigit);

    /// <summary>How many decimals are shown, and how many of the number lie before them, as of a percentage two.</summary>
    private static (int Decimals, int Shift) DecimalsOfStandard(string format, NumberFormatInfo numbers)
    {
        var (letter, isPercent) = (char.ToUpperInvariant(format[0]), char.ToUpperInvariant(format[0]) == 'P');
        var decimals = format.Length > 1 ? int.Parse(format.Substring(1), CultureInfo.InvariantCulture)
            : isPercent ? numbers.PercentDecimalDigits : letter == 'C' ? numbers.CurrencyDecimalDigits : numbers.NumberDecimalDigits;
        return (decimals, isPercent ? 2 : 0);
    }

    /// <summary>As above, by the first section of a pattern; a comma behind its last whole digit divides by a thousand.</summary>
    private static (int Decimals, int Shift) DecimalsOfPattern(string format)
    {
        var section = format.Split(';')[0];
        var point = section.IndexOf('.');
        var decimals = point < 0 ? 0 : section.Skip(point).Count(IsDigit);
        var whole = point < 0 ? section : section.Substring(0, point);
        var thousands = whole.Skip(whole.LastIndexOfAny(['0', '#']) + 1).TakeWhile(c => c == ',').Count();
        return (decimals, 2 * section.Count(c => c == '%') + 3 * section.Count(c => c == '‰') - 3 * thousands);
    }

    private static string Standard(string format, int decimals) => format.Substring(0, 1) + decimals.ToString(CultureInfo.InvariantCulture);

    private static string Pattern(string format, int decimals, int needed) =>
        string.Join(";", format.Split(';').Select(section => More(section, decimals, needed)));

    private static string More(string section, int decimals, int needed)
    {
        var last = section.LastIndexOfAny(['0', '#']) + 1;
        if (last == 0)
            return section;
        if (section.IndexOf('.') >= 0)
            return section.Insert(last, new string('#', needed - decimals));
        while (last < section.Length && section[last] == ',')
            last++;
        return section.Insert(last, "." + new string('#', needed));
    }

    private static bool IsDigit(char c) => c is '0' or '#';
}
