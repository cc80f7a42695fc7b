// Takes a value and a format such as P0, gives it as people of a language write it; in no culture of the machine's.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Facts;

internal static class ValueFormat
{
    /// <summary>The standard formats of .NET that exact numbers have a use for.</summary>
    private const string Standard = "NPFC";

    private const string NumberPattern = "0#,.%‰;+-() ¥￥$€£元万件天";
    private const string DatePattern = "yMd-/. 年月日";

    /// <summary>Whether a value of the type can be written so.</summary>
    public static bool IsKnown(string format, ValueKind kind) => kind switch
    {
        ValueKind.Number => IsStandard(format) || (format.Any(c => c is '0' or '#') && format.All(c => NumberPattern.IndexOf(c) >= 0)),
        ValueKind.Date => format.Any(c => c is 'y' or 'M' or 'd') && format.Length > 1 && format.All(c => DatePattern.IndexOf(c) >= 0)
            // names of months and days
            && format.IndexOf("MMM", System.StringComparison.Ordinal) < 0 && format.IndexOf("ddd", System.StringComparison.Ordinal) < 0,
        ValueKind.Boolean or ValueKind.Text => false,
    };

    /// <param name="unit">Decides where the format does not; null for none.</param>
    /// <param name="format">Null for what suits the unit.</param>
    /// <param name="lines">The numbers that the value is compared with, which it never seems to cross.</param>
    public static string Write(
        FactValue value,
        string? unit,
        string? format,
        ValueConventions conventions,
        IReadOnlyCollection<decimal> lines) => value.Kind switch
    {
        ValueKind.Boolean => Messages.Format(conventions.Language, value.Boolean!.Value ? "explain.yes" : "explain.no"),
        ValueKind.Number =>
            ShownNumber.Write(value.Number!.Value, format ?? Suiting(unit, conventions.MoneyDecimals), NumbersOf(conventions), lines),
        ValueKind.Date => format is null ? value.ToString() : value.Date!.Value.ToString(format, CultureInfo.InvariantCulture),
        ValueKind.Text => value.ToString(),
        null => Messages.Format(conventions.Language, "explain.notAvailable"),
    };

    private static bool IsStandard(string format) =>
        format.Length is >= 1 and <= 3 && Standard.IndexOf(char.ToUpperInvariant(format[0])) >= 0
        && format.Skip(1).All(c => c is >= '0' and <= '9')
        && (format.Length == 1 || int.Parse(format.Substring(1), CultureInfo.InvariantCulture) <= 28);

    private static string Suiting(string? unit, int moneyDecimals) => unit switch
    {
        "money" => "N" + moneyDecimals.ToString(CultureInfo.InvariantCulture),
        "percent" => "#,##0.##%",
        _ => "#,##0.######",
    };

    /// <summary>
    /// Chinese and English group and point numbers alike; a percent sign touches its number, and a minus goes before a currency.
    /// </summary>
    private static NumberFormatInfo NumbersOf(ValueConventions conventions)
    {
        var numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        (numbers.PercentPositivePattern, numbers.PercentNegativePattern, numbers.CurrencyNegativePattern) = (1, 1, 1);
        numbers.PercentDecimalDigits = 0;
        numbers.CurrencyDecimalDigits = numbers.NumberDecimalDigits = conventions.MoneyDecimals;
        numbers.CurrencySymbol = conventions.Currency switch
        {
            null => "",
            "CNY" => Messages.IsChinese(conventions.Language) ? "¥" : "CN¥",
            "USD" => Messages.IsChinese(conventions.Language) ? "US$" : "$",
            "EUR" => "€",
            "GBP" => "£",
            var code => code + " ",
        };
        return numbers;
    }
}

/// <summary>How people write values.</summary>
/// <param name="Currency">Its ISO 4217 code; null for none.</param>
internal sealed record ValueConventions(string Language, int MoneyDecimals, string? Currency);
