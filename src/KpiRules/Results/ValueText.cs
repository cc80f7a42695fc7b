// Writes a value for people as explanations do: money with its decimals, a fraction in percent, all else as it is.
using System;
using System.Globalization;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Results;

internal sealed class ValueText(string language, int moneyDecimals)
{
    /// <summary>Far beyond any pay; decimals of it need no cutting.</summary>
    private const decimal Huge = 1_000_000_000_000_000_000;

    public string Written(FactValue value, string? unit)
    {
        if (value.Boolean is { } holds)
            return Messages.Format(language, holds ? "explain.yes" : "explain.no");
        if (value.Number is not { } number)
            return value.Kind is null ? Messages.Format(language, "explain.notAvailable") : value.ToString();
        return unit switch
        {
            "money" => number == decimal.Round(number, moneyDecimals)
                ? number.ToString("N" + moneyDecimals, CultureInfo.InvariantCulture)
                : Number(number),
            "percent" when Math.Abs(number) < Huge => Number(number * 100) + "%",
            _ => Number(number),
        };
    }

    /// <summary>As it is, up to six decimals; what goes on beyond is marked.</summary>
    public static string Number(decimal? number, bool isRate = false)
    {
        if (number is not { } value)
            return "–";
        if (isRate && Math.Abs(value) < 1)
            return Number(value * 100) + "%";
        var cut = Math.Abs(value) < Huge ? decimal.Truncate(value * 1_000_000) / 1_000_000 : value;
        return cut.ToString("#,##0.######", CultureInfo.InvariantCulture) + (cut == value ? "" : "…");
    }
}
