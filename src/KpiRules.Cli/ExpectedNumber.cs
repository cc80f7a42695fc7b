// Takes what somebody wrote as an amount in a spreadsheet, gives the number: separators, currencies and brackets do not matter.
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal static class ExpectedNumber
{
    /// <summary>What may stand around a number and means nothing.</summary>
    private const string Ignored = "¥￥$€£元";

    /// <summary>Digits in groups of three, or in none: a comma anywhere else is no separator of thousands.</summary>
    private static readonly Regex Grouped = new(
        @"^[+-]?([0-9]+|[0-9]{1,3}([,'’][0-9]{3})+)(\.[0-9]+)?[%万亿]?$", RegexOptions.CultureInvariant);

    /// <summary>Whether nothing is written: blank, or a dash of any kind.</summary>
    public static bool IsNone(string written) => written.Trim() is "" or "-" or "–" or "—" or "－" or "/" or "#N/A" or "N/A";

    /// <summary>The number; null for what is none.</summary>
    public static decimal? Read(string written)
    {
        // full-width digits and signs are those of a Chinese keyboard
        var text = string.Concat(written.Trim().Select(FullWidth.Narrowed)).Replace("CNY", "").Replace("RMB", "").Trim();
        var isNegative = (text.StartsWith('(') && text.EndsWith(')')) || text.EndsWith('-');
        text = text.Trim('(', ')').TrimEnd('-');
        var digits = string.Concat(text.Where(c => !Ignored.Contains(c) && !char.IsWhiteSpace(c)));
        if (!Grouped.IsMatch(digits))
            return null;
        digits = digits.Replace(",", "").Replace("'", "").Replace("’", "").TrimStart('+');
        return FactValue.TryParseNumber(digits, out var number) ? isNegative ? -number : number : null;
    }
}
