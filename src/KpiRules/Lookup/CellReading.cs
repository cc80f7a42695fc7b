// Takes what stands in a cell of a row, gives the value of the type its column has, or none where it cannot be read so.
using System;
using KpiRules.Facts;
using KpiRules.Source;

namespace KpiRules.Lookup;

internal static class CellReading
{
    /// <summary>Files have texts alone: what they say is read by the column's type, a number as formulas write it.</summary>
    public static FactValue Read(FactValue written, ValueKind kind)
    {
        if (written.Kind == kind)
            return written;
        if (written.Text?.Trim() is not { Length: > 0 } text)
            return default;
        return kind switch
        {
            ValueKind.Number => WrittenNumber.TryRead(text, out var number) == ReadFault.None ? number : default(FactValue),
            ValueKind.Date => DayNumber.TryParse(text, out var day) ? FactValue.OfDay(day) : default,
            ValueKind.Boolean => text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
                : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
                : default(FactValue),
            ValueKind.Text => default,
        };
    }
}
