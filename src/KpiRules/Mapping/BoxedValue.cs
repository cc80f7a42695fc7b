// Takes a value of any .NET type, gives the fact it is; what is no fact is no exception.
using System;
using KpiRules.Facts;

namespace KpiRules.Mapping;

internal static class BoxedValue
{
    /// <summary>For messages; whole numbers of other sizes are taken too.</summary>
    public const string Types = "decimal, int, long, short, byte, double, float, bool, DateTime, DateOnly, string, Guid, an enum, "
        + "FactValue, or a nullable of these";

    /// <summary>
    /// As below; where a date is needed, its ISO text is one, with or without a time, for not every store has a type for days.
    /// </summary>
    public static bool TryRead(object? boxed, ValueKind needed, out FactValue value)
    {
        var isFact = TryRead(boxed, out value);
        if (needed == ValueKind.Date && value.Text is { } text && DayNumber.TryParseWithTime(text, out var day))
            value = FactValue.OfDay(day);
        return isFact;
    }

    /// <summary>False for a value of a type that no fact has. Null and DBNull are no value.</summary>
    public static bool TryRead(object? boxed, out FactValue value)
    {
        bool isFact;
        (isFact, value) = boxed switch
        {
            null or DBNull => (true, default),
            FactValue fact => (true, fact),
            Enum named => (true, named.ToString()),
            decimal number => (true, number),
            double number => (true, number),
            float number => (true, number),
            int number => (true, number),
            long number => (true, number),
            short number => (true, number),
            byte number => (true, number),
            sbyte number => (true, number),
            ushort number => (true, (int)number),
            uint number => (true, number),
            ulong number => (true, number),
            bool condition => (true, condition),
            string text => (true, text),
            Guid id => (true, id.ToString()),
            DateTime date => (true, date),
            _ when IsDay(boxed.GetType()) => (true, Day(boxed)),
            _ => (false, default(FactValue)),
        };
        return isFact;
    }

#if NET6_0_OR_GREATER
    public static bool IsDay(Type type) => type == typeof(DateOnly);

    private static FactValue Day(object boxed) => (DateOnly)boxed;
#else
    /// <summary>A host of .NET 6 or later has the type, although this build does not.</summary>
    public static bool IsDay(Type type) => type.FullName == "System.DateOnly";

    private static FactValue Day(object boxed) =>
        DayNumber.TryParse(((IFormattable)boxed).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), out var day)
            ? FactValue.OfDay(day)
            : default;
#endif
}
