// Takes a unit, gives the format in which tables and statements show its numbers.
using System.Globalization;

namespace KpiRules.Facts;

internal static class UnitFormat
{
    public static string Of(string? unit, int moneyDecimals) => unit switch
    {
        "money" => "N" + moneyDecimals.ToString(CultureInfo.InvariantCulture),
        "percent" => "#,##0.00%",
        "score" => "0.00",
        _ => "#,##0.####",
    };
}
