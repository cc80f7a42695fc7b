// Takes a fact as text, gives its value by the type the ruleset declares; exact, and in no culture.
using System;
using KpiRules.Source;

namespace KpiRules.Facts;

internal static class FactText
{
    /// <summary>
    /// What keeps the text from being a value of the fact's type. Blanks around it do not matter; blank text is no value.
    /// </summary>
    public static ReadFault TryRead(FactDefinition fact, string? text, out FactValue value)
    {
        value = default;
        var written = text?.Trim() ?? "";
        if (written.Length == 0)
            return ReadFault.None;
        switch (fact.Kind)
        {
            case ValueKind.Number:
                var fault = ExactDecimal.TryParse(written, out var number);
                value = fault == ReadFault.None ? number : default(FactValue);
                return fault;
            case ValueKind.Date when DayNumber.TryParse(written, out var day):
                value = FactValue.OfDay(day);
                return ReadFault.None;
            case ValueKind.Boolean when written.Equals("true", StringComparison.OrdinalIgnoreCase)
                || written.Equals("false", StringComparison.OrdinalIgnoreCase):
                value = written.Length == 4;
                return ReadFault.None;
            case ValueKind.Text:
                value = written;
                return ReadFault.None;
            case ValueKind.Date or ValueKind.Boolean:
                break;
        }

        return ReadFault.NotOfType;
    }
}
