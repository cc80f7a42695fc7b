// Takes what somebody wrote as an amount in a spreadsheet, gives the number: separators, currencies and brackets do not matter.
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace KpiRules.Cli;

internal static class ExpectedNumber
{
    private const decimal Hundredth = 0.01m;

    /// <summary>What may stand around a number and means nothing.</summary>
    private const string Ignored = "¥￥$€£元";

    /// <summary>Digits in groups of three, or in none: a comma anywhere else is no separator of thousands.</summary>
    private static readonly Regex Grouped = new(
        @"^[+-]?(\d+|\d{1,3}([,'’]\d{3})+)(\.\d+)?$", RegexOptions.CultureInvariant);

    /// <summary>Whether nothing is written: blank, or a dash of any kind.</summary>
    public static bool IsNone(string written) => written.Trim() is "" or "-" or "–" or "—" or "－" or "/" or "#N/A" or "N/A";

    /// <summary>The number; null for what is none.</summary>
    public static decimal? Read(string written)
    {
        // full-width digits and signs are those of a Chinese keyboard
        var text = written.Trim().Normalize(NormalizationForm.FormKC).Replace("CNY", "").Replace("RMB", "").Trim();
        var isNegative = (text.StartsWith('(') && text.EndsWith(')')) || text.EndsWith('-');
        text = text.Trim('(', ')').TrimEnd('-');
        var isPercent = text.EndsWith('%');
        var digits = string.Concat(text.TrimEnd('%').Where(c => !Ignored.Contains(c) && !char.IsWhiteSpace(c)));
        if (!Grouped.IsMatch(digits))
            return null;
        digits = digits.Replace(",", "").Replace("'", "").Replace("’", "");
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(digits, Styles, CultureInfo.InvariantCulture, out var number))
            return null;
        number = isPercent ? number * Hundredth : number;
        return isNegative ? -number : number;
    }
}
