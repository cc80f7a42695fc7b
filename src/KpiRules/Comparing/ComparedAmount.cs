// An amount before and after, in one period or several: what is available is added up, what is not is remembered.
using System;

namespace KpiRules.Comparing;

/// <param name="LacksBefore">Whether something was not available before that is, or may be, after.</param>
/// <param name="IsThere">Whether there is anything to compare, on any side.</param>
internal readonly record struct ComparedAmount(
    decimal? Before, decimal? After, bool LacksBefore, bool LacksAfter, int HeldBefore, int HeldAfter, bool IsThere)
{
    public static ComparedAmount Nothing => default;

    public decimal? Difference => Kind is ChangeKind.Unchanged or ChangeKind.Gain or ChangeKind.Loss ? Minus(After, Before) : null;

    public ChangeKind Kind => (LacksBefore, LacksAfter) switch
    {
        (true, false) => ChangeKind.NotAvailableBefore,
        (false, true) => ChangeKind.NotAvailableAfter,
        (true, true) => ChangeKind.NotAvailable,
        (false, false) => Minus(After, Before) switch
        {
            null => ChangeKind.NotAvailable,
            > 0 => ChangeKind.Gain,
            < 0 => ChangeKind.Loss,
            _ => ChangeKind.Unchanged,
        },
    };

    /// <summary>The two together, as of two periods.</summary>
    public ComparedAmount And(ComparedAmount other) => !IsThere ? other : !other.IsThere ? this : new(
        Sum(Before, other.Before), Sum(After, other.After), LacksBefore || other.LacksBefore, LacksAfter || other.LacksAfter,
        HeldBefore + other.HeldBefore, HeldAfter + other.HeldAfter, true);

    /// <summary>What is available of both; null where neither is, or the sum is too large.</summary>
    public static decimal? Sum(decimal? one, decimal? other) => one is null || other is null ? one ?? other : Exact(() => one + other);

    /// <summary>Null where one of them is not available, or the difference is too large.</summary>
    public static decimal? Minus(decimal? one, decimal? other) => one is null || other is null ? null : Exact(() => one - other);

    private static decimal? Exact(Func<decimal?> work)
    {
        try
        {
            return work();
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
