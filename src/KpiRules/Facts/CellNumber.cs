// Takes what stands in a cell of a spreadsheet as a number, gives the decimal that is exactly it, or why nobody can be certain.
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Facts;

/// <summary>
/// Separators of thousands, signs of currencies, brackets for negative amounts and the width of characters do not matter: they are what a
/// format adds. Where two readings are possible, such as of <c>1,23</c>, there is none.
/// </summary>
internal static class CellNumber
{
    private static readonly Regex Pointed = Written("[,'’ ]", "[.]");

    private static readonly Regex WithComma = Written("[.'’ ]", ",");

    /// <summary>Where a comma may be a decimal point, 1.234 and 1,234 may each be more than a thousand, or little more than one.</summary>
    private static readonly Regex EitherWay = new("^[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9.,])", RegexOptions.CultureInvariant);

    /// <summary>Of one currency: yen and yuan may stand before the number and behind it.</summary>
    private static readonly Regex Currency = new(
        "^(?:[¥￥] *(?<number>.*?) *元|(?:CNY|RMB|USD|EUR|GBP|HKD|[¥￥$€£]) *(?<number>.*)"
            + "|(?<number>.*?) *(?:CNY|RMB|USD|EUR|GBP|HKD|元|[€£]))$",
        RegexOptions.CultureInvariant);

    /// <param name="decimalComma">Whether a comma is the decimal point, as in files whose fields a semicolon divides.</param>
    /// <param name="value">The number; 0 where there is none.</param>
    public static ReadFault TryRead(string written, bool decimalComma, out decimal value)
    {
        // as most are written, and as many as millions of records have
        if (!(decimalComma && written.IndexOf('.') >= 0) && ExactDecimal.TryParse(written, out value) == ReadFault.None)
            return ReadFault.None;
        value = 0;
        var text = string.Concat(written.Select(FullWidth.Narrowed).Select(c => c is '\u00A0' or '\u2009' or '\u202F' ? ' ' : c)).Trim();
        var isNegative = text.Length > 2 && ((text[0] == '(' && text[text.Length - 1] == ')') || text[text.Length - 1] == '-');
        if (isNegative)
            text = text[0] == '(' ? text.Substring(1, text.Length - 2).Trim() : text.Substring(0, text.Length - 1).Trim();
        text = Unsigned(text, ref isNegative, out var isTwice);
        if (isTwice || (decimalComma && EitherWay.IsMatch(text)))
            return ReadFault.NotOfType;
        var match = decimalComma && WithComma.Match(text) is { Success: true } comma ? comma : Pointed.Match(text);
        if (!match.Success)
            return ReadFault.NotOfType;
        var digits = string.Concat(match.Groups["whole"].Value.Where(c => c is >= '0' and <= '9'));
        var rest = match.Groups["rest"] is { Success: true } fraction ? "." + fraction.Value : "";
        var fault = WrittenNumber.TryRead(digits + rest + match.Groups["tail"].Value, out value);
        value = isNegative ? -value : value;
        return fault;
    }

    /// <summary>What begins with 0 is not divided into thousands: 0,125 is hardly 125.</summary>
    private static Regex Written(string thousands, string point) => new(
        $"^(?:(?<whole>[0-9]+)|(?<whole>[1-9][0-9]{{0,2}}(?:{thousands}[0-9]{{3}})+))(?:{point}(?<rest>[0-9]+))?"
            + "(?<tail>(?:[eE][+-]?[0-9]+)?[%万亿]?)$",
        RegexOptions.CultureInvariant);

    /// <summary>Without sign and currency, in whichever order they stand.</summary>
    private static string Unsigned(string text, ref bool isNegative, out bool isTwice)
    {
        var wasNegative = isNegative;
        isTwice = false;
        for (var i = 0; i < 2; i++)
        {
            if (text.Length > 0 && text[0] is '-' or '+' or '−')
            {
                isTwice |= wasNegative || (i == 1 && isNegative);
                isNegative |= text[0] is not '+';
                text = text.Substring(1).TrimStart();
            }

            if (i == 0 && Currency.Match(text) is { Success: true } money)
                text = money.Groups["number"].Value;
        }

        return text;
    }
}
