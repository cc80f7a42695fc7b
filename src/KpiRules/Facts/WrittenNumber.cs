// Takes a number as formulas write it, such as 3% or 10万, in half or full width, gives the decimal that is exactly it.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Facts;

internal static class WrittenNumber
{
    /// <summary>The power of ten a suffix stands for; 0 for what is no suffix.</summary>
    public static int ExponentOf(char suffix) => suffix switch { '%' => -2, '万' => 4, '亿' => 8, _ => 0 };

    /// <summary>Blanks around it do not matter; nor does the width of its characters.</summary>
    public static ReadFault TryRead(string text, out decimal value)
    {
        var written = string.Concat(text.Trim().Select(FullWidth.Narrowed));
        var exponent = written.Length == 0 ? 0 : ExponentOf(written[written.Length - 1]);
        if (exponent == 0)
            return ExactDecimal.TryParse(written, out value);
        var digits = written.Substring(0, written.Length - 1);
        value = 0;
        return digits.IndexOfAny(['e', 'E']) >= 0
            ? ReadFault.NotOfType
            : ExactDecimal.TryParse(System.FormattableString.Invariant($"{digits}e{exponent}"), out value);
    }
}
