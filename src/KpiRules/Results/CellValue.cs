// The result of one cell for one subject.
using System;
using System.Globalization;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>The result of one cell for one subject: a value, or none with its cause. Immutable.</summary>
public readonly struct CellValue
{
    private readonly PeriodEvaluation? _evaluation;
    private readonly string _cell;
    private readonly int _row;
    private readonly FactValue _value;

    internal CellValue(PeriodEvaluation evaluation, string cell, int row, FactValue value) =>
        (_evaluation, _cell, _row, _value) = (evaluation, cell, row, value);

    /// <summary>Whether there is a value.</summary>
    public bool IsAvailable => _value.Kind is not null;

    /// <summary>The number, or null when it is not available or of another type.</summary>
    public decimal? Number => _value.Number;

    /// <summary>The text, or null when it is not available or of another type.</summary>
    public string? Text => _value.Text;

    /// <summary>The boolean, or null when it is not available or of another type.</summary>
    public bool? Boolean => _value.Boolean;

    /// <summary>The date at midnight, or null when it is not available or of another type.</summary>
    public DateTime? Date => _value.Date;

    /// <summary>The value whatever its type; none when it is not available.</summary>
    public FactValue Value => _value;

    /// <summary>
    /// The number for people, in no culture: rounded half up, with as many decimals more than the format has as it takes to stand
    /// on its own side of whatever the ruleset compares it with. Null when there is no number.
    /// </summary>
    /// <param name="format">A format of .NET's: <c>N</c>, <c>P</c> or <c>F</c> with a number of decimals, or a pattern such as
    /// <c>#,##0.00%</c>.</param>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string? Shown(string format)
    {
        if (!ValueFormat.IsKnown(format ?? throw new ArgumentNullException(nameof(format)), ValueKind.Number))
            throw new FormatException($"'{format}' is no format of a number; write N2, P1, F2, or a pattern such as #,##0.00%.");
        return Number is { } number
            ? ShownNumber.Write(
                number, format, NumberFormatInfo.InvariantInfo, _evaluation is null ? [] : NumberLines.Of(_evaluation, _cell, _row))
            : null;
    }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Cause? Cause => IsAvailable ? null : _evaluation?.CauseOf(_cell, _row);

    /// <summary>The value as a ruleset would write it; empty when it is not available.</summary>
    public override string ToString() => _value.ToString();
}
