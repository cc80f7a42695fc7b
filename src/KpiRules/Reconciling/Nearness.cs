// Takes two amounts, says whether they are the same but for rounding.
using System;

namespace KpiRules.Reconciling;

internal static class Nearness
{
    /// <summary>The smallest unit of money.</summary>
    public static decimal Of(Policy policy) => new(1, 0, 0, false, (byte)policy.MoneyDecimals);

    /// <summary>
    /// Whether an amount differs from another by no more than the smallest unit, or is the other with fewer decimals, however rounded.
    /// </summary>
    public static bool IsRounded(decimal expected, decimal actual, Policy policy)
    {
        if (Math.Abs(expected - actual) <= Of(policy))
            return true;
        for (var decimals = policy.MoneyDecimals - 1; decimals >= 0; decimals--)
        {
            var unit = new decimal(1, 0, 0, false, (byte)decimals);
            if (expected == decimal.Round(expected, decimals) && Math.Abs(expected - actual) < unit)
                return true;
        }

        return false;
    }
}
