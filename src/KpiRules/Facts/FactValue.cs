// One value as a host hands it in: a number, text, a boolean, a date, or nothing.
using System;
using System.Globalization;
using KpiRules.Source;

namespace KpiRules.Facts;

/// <summary>
/// A value of a fact: a number, a text, a boolean, a date, or none. Converts implicitly from the types a host has.
/// Immutable.
/// </summary>
public readonly struct FactValue : IEquatable<FactValue>
{
    private readonly decimal _number;
    private readonly string? _text;

    private FactValue(ValueKind? kind, decimal number, string? text) => (Kind, _number, _text) = (kind, number, text);

    /// <summary>The type of the value, or null when there is none.</summary>
    public ValueKind? Kind { get; }

    /// <summary>The number, or null for any other kind.</summary>
    public decimal? Number => Kind == ValueKind.Number ? _number : null;

    /// <summary>The text, or null for any other kind.</summary>
    public string? Text => Kind == ValueKind.Text ? _text : null;

    /// <summary>The boolean, or null for any other kind.</summary>
    public bool? Boolean => Kind == ValueKind.Boolean ? _number != 0 : null;

    /// <summary>The date at midnight, unspecified kind, or null for any other kind of value.</summary>
    public DateTime? Date => Kind == ValueKind.Date ? DayNumber.ToDate((int)_number) : null;

    /// <summary>The text of what was given and is no value, such as a binary number beyond all; null for everything else.</summary>
    internal string? Unrepresentable => Kind is null ? _text : null;

    /// <summary>What was given in a way that nobody can read, and has been reported.</summary>
    internal static FactValue Unreadable(string written) => new(null, 0, written);

    internal int Day => (int)_number;

    /// <summary>
    /// Reads a number as formulas and facts write it: <c>0.85</c>, <c>85%</c>, <c>1.5e3</c>, <c>10万</c>, in half or full width.
    /// There are no separators of thousands, and the culture does not matter.
    /// </summary>
    /// <param name="value">The decimal that is exactly the number; 0 where none is.</param>
    /// <returns>False for what is no number, and for one that no decimal is exactly.</returns>
    public static bool TryParseNumber(string text, out decimal value) =>
        WrittenNumber.TryRead(text ?? throw new ArgumentNullException(nameof(text)), out value) == ReadFault.None;

    /// <summary>
    /// Reads a number as a cell of a spreadsheet shows it: as above, and <c>￥301,595.80</c>, <c>(1,200)</c>, <c>10.2万</c> or, with a
    /// decimal comma, <c>301.595,80</c>. What could be read in two ways, such as <c>1,23</c>, is no number.
    /// </summary>
    /// <param name="text">What stands in the cell.</param>
    /// <param name="decimalComma">Whether a comma is the decimal point, as in files whose fields a semicolon divides.</param>
    /// <param name="value">The decimal that is exactly the number; 0 where none is.</param>
    /// <returns>False for what is no number, and for one that no decimal is exactly.</returns>
    public static bool TryParseCell(string text, bool decimalComma, out decimal value) =>
        CellNumber.TryRead(text ?? throw new ArgumentNullException(nameof(text)), decimalComma, out value) == ReadFault.None;

    /// <summary>A number.</summary>
    public static implicit operator FactValue(decimal value) => new(ValueKind.Number, value, null);

    /// <summary>A whole number.</summary>
    public static implicit operator FactValue(int value) => new(ValueKind.Number, value, null);

    /// <summary>A whole number.</summary>
    public static implicit operator FactValue(long value) => new(ValueKind.Number, value, null);

    /// <summary>
    /// A binary number, taken by its shortest exact text: 0.1 is 0.1. Digits beyond the 28th decimal are rounded half to
    /// even, as in every calculation. NaN, infinities and numbers beyond ±7.9 × 10^28 are no value, and an issue says so.
    /// </summary>
    public static implicit operator FactValue(double value) => FromBinary(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A binary number, taken by its shortest exact text, as a <see cref="double"/> is.</summary>
    public static implicit operator FactValue(float value) => FromBinary(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A whole number.</summary>
    public static implicit operator FactValue(ulong value) => new(ValueKind.Number, value, null);

    /// <summary>A whole number.</summary>
    public static implicit operator FactValue(uint value) => new(ValueKind.Number, value, null);

    /// <summary>A whole number.</summary>
    public static implicit operator FactValue(byte value) => new(ValueKind.Number, value, null);

    /// <summary>A whole number, or no value for null.</summary>
    public static implicit operator FactValue(int? value) => value is { } number ? number : default(FactValue);

    /// <summary>A whole number, or no value for null.</summary>
    public static implicit operator FactValue(long? value) => value is { } number ? number : default(FactValue);

    /// <summary>A whole number, or no value for null.</summary>
    public static implicit operator FactValue(uint? value) => value is { } number ? number : default(FactValue);

    /// <summary>A whole number, or no value for null.</summary>
    public static implicit operator FactValue(ulong? value) => value is { } number ? number : default(FactValue);

    /// <summary>A whole number, or no value for null.</summary>
    public static implicit operator FactValue(byte? value) => value is { } number ? number : default(FactValue);

    /// <summary>A binary number as a <see cref="double"/>, or no value for null.</summary>
    public static implicit operator FactValue(double? value) => value is { } number ? number : default(FactValue);

    /// <summary>A binary number as a <see cref="float"/>, or no value for null.</summary>
    public static implicit operator FactValue(float? value) => value is { } number ? number : default(FactValue);

    /// <summary>A boolean, or no value for null.</summary>
    public static implicit operator FactValue(bool? value) => value is { } boolean ? boolean : default(FactValue);

    /// <summary>A calendar day, or no value for null.</summary>
    public static implicit operator FactValue(DateTime? value) => value is { } date ? date : default(FactValue);

#if NET6_0_OR_GREATER
    /// <summary>A calendar day.</summary>
    public static implicit operator FactValue(DateOnly value) => OfDay(value.DayNumber);

    /// <summary>A calendar day, or no value for null.</summary>
    public static implicit operator FactValue(DateOnly? value) => value is { } day ? day : default(FactValue);
#endif

    /// <summary>A number, or no value for null.</summary>
    public static implicit operator FactValue(decimal? value) => value is { } number ? number : default(FactValue);

    /// <summary>A boolean.</summary>
    public static implicit operator FactValue(bool value) => new(ValueKind.Boolean, value ? 1 : 0, null);

    /// <summary>A text, or no value for null.</summary>
    public static implicit operator FactValue(string? value) => value is null ? default : new(ValueKind.Text, 0, value);

    /// <summary>A calendar day; the time of day is dropped.</summary>
    public static implicit operator FactValue(DateTime value) => OfDay(DayNumber.Of(value));

    /// <summary>Whether two values are the same; 1.0 is 1.</summary>
    public static bool operator ==(FactValue left, FactValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(FactValue left, FactValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FactValue other) => Kind == other.Kind && _number == other._number && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FactValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text?.GetHashCode() ?? _number.GetHashCode();

    /// <summary>The value as a ruleset would write it; empty for none.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Text => _text!,
        ValueKind.Boolean => _number != 0 ? "true" : "false",
        ValueKind.Date => DayNumber.Write((int)_number),
        ValueKind.Number => ExactDecimal.Normalised(_number).ToString(CultureInfo.InvariantCulture),
        null => "",
    };

    private static FactValue FromBinary(string written)
    {
        var isKept = ExactDecimal.TryParse(written, out var number) == ReadFault.None
            || decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return isKept ? number : new FactValue(null, 0, written);
    }

    /// <summary>What somebody wrote that is no value, such as a list where a single one is needed.</summary>
    internal static FactValue OfNothing(string written) => new(null, 0, written);

    internal static FactValue OfDay(int day) => new(ValueKind.Date, day, null);
}
