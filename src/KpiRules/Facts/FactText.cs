// Takes a fact as a cell of text, gives its value by the type the ruleset declares; exact, and in no culture of the machine's.
using System;
using System.Linq;
using KpiRules.Source;

namespace KpiRules.Facts;

internal static class FactText
{
    private static readonly string[] Yes = ["true", "yes", "是"];
    private static readonly string[] No = ["false", "no", "否"];

    /// <summary>
    /// What keeps the text from being a value of the type. Blanks around it do not matter; blank text is no value.
    /// </summary>
    /// <param name="decimalComma">Whether a comma is the decimal point.</param>
    public static ReadFault TryRead(ValueKind kind, string? text, bool decimalComma, out FactValue value)
    {
        value = default;
        var written = text?.Trim() ?? "";
        if (written.Length == 0)
            return ReadFault.None;
        switch (kind)
        {
            case ValueKind.Number:
                var fault = CellNumber.TryRead(written, decimalComma, out var number);
                value = fault == ReadFault.None ? number : default(FactValue);
                return fault;
            case ValueKind.Date when CellDay.TryRead(written, out var day):
                value = FactValue.OfDay(day);
                return ReadFault.None;
            case ValueKind.Boolean when Yes.Concat(No).Contains(written, StringComparer.OrdinalIgnoreCase):
                value = Yes.Contains(written, StringComparer.OrdinalIgnoreCase);
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
