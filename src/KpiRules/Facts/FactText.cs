// Takes a fact as text, gives its value by the type the ruleset declares; exact, and in no culture.
using System;
using KpiRules.Source;

namespace KpiRules.Facts;

internal static class FactText
{
    /// <summary>False where the text is no value of the fact's type. Blanks around it do not matter; blank text is no value.</summary>
    public static bool TryRead(FactDefinition fact, string? text, out FactValue value)
    {
        value = default;
        var written = text?.Trim() ?? "";
        if (written.Length == 0)
            return true;
        switch (fact.Kind)
        {
            case ValueKind.Number when ExactDecimal.TryParse(written, out var number) == NumberFault.None:
                value = number;
                return true;
            case ValueKind.Date when DayNumber.TryParse(written, out var day):
                value = FactValue.OfDay(day);
                return true;
            case ValueKind.Boolean when written.Equals("true", StringComparison.OrdinalIgnoreCase) || written.Equals("false", StringComparison.OrdinalIgnoreCase):
                value = written.Length == 4;
                return true;
            case ValueKind.Text:
                value = written;
                return true;
            default:
                return false;
        }
    }
}
