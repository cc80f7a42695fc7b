// What becomes of one result of one subject between two situations.
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <summary>
/// What becomes of a number of one subject between two situations, in one period or in several together. What is not available on a
/// side is never taken for 0. Immutable.
/// </summary>
public sealed class AmountChange
{
    internal AmountChange(string subject, Period? period, string result, ComparedAmount amount)
    {
        (Subject, Period, Result) = (subject, period, result);
        (Before, After, Difference, Kind) = (amount.Before, amount.After, amount.Difference, amount.Kind);
        (HeldBefore, HeldAfter) = (amount.HeldBefore, amount.HeldAfter);
    }

    /// <summary>Whose it is.</summary>
    public string Subject { get; }

    /// <summary>The period; null for all periods compared together.</summary>
    public Period? Period { get; }

    /// <summary>The name of the result, such as <c>payout</c> or an incentive's id.</summary>
    public string Result { get; }

    /// <summary>
    /// The number before, in the unit of the result; of several periods, the sum of those that are available. Null when none is.
    /// </summary>
    public decimal? Before { get; }

    /// <summary>The number after, as <see cref="Before"/>; null when none is available.</summary>
    public decimal? After { get; }

    /// <summary>By how much it is more; null where it is not available on a side.</summary>
    public decimal? Difference { get; }

    /// <summary>What it comes to.</summary>
    public ChangeKind Kind { get; }

    /// <summary>How many lines were held before, of the payout; of a line 1 where it was held.</summary>
    public int HeldBefore { get; }

    /// <summary>How many lines are held after, as <see cref="HeldBefore"/>.</summary>
    public int HeldAfter { get; }
}
