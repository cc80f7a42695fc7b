// What a line, or the payout, costs before and after.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <summary>What an incentive line, or the payout, costs in two situations. Immutable.</summary>
public sealed class CostChange
{
    private static readonly ChangeKind[] All =
    [
        ChangeKind.Unchanged, ChangeKind.Gain, ChangeKind.Loss, ChangeKind.NotAvailableBefore, ChangeKind.NotAvailableAfter,
        ChangeKind.NotAvailable,
    ];

    private readonly IReadOnlyList<ChangeGroup> _groups;

    internal CostChange(string result, LocalizedText? title, IEnumerable<AmountChange> changes)
    {
        var all = changes.ToList();
        (Result, Title) = (result, title);
        (HeldBefore, HeldAfter) = (all.Sum(change => change.HeldBefore), all.Sum(change => change.HeldAfter));
        _groups = All.Select(kind => GroupOf(kind, all)).ToList();
        Before = Sum(all.Select(change => change.Before));
        After = Sum(all.Select(change => change.After));
    }

    /// <summary>The incentive's id, or <c>payout</c>.</summary>
    public string Result { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>
    /// What all subjects got together before, in money; what was held is not in it, see <see cref="HeldBefore"/>. Null where it is too
    /// large.
    /// </summary>
    public decimal? Before { get; }

    /// <summary>What all subjects get together after, in money, as <see cref="Before"/>; null where it is too large.</summary>
    public decimal? After { get; }

    /// <summary>By how much it costs more, in money: the differences of all groups together; null where a side is.</summary>
    public decimal? Difference => ComparedAmount.Minus(After, Before);

    /// <summary>How many lines of subjects and periods were held before, and so are in no amount.</summary>
    public int HeldBefore { get; }

    /// <summary>How many lines of subjects and periods are held after, and so are in no amount.</summary>
    public int HeldAfter { get; }

    /// <summary>Those who gain, who lose, and so on: each subject is in exactly one group.</summary>
    public ChangeGroup this[ChangeKind kind] => _groups.First(group => group.Kind == kind);

    private static ChangeGroup GroupOf(ChangeKind kind, IReadOnlyList<AmountChange> all)
    {
        var some = all.Where(change => change.Kind == kind).ToList();
        return new ChangeGroup(kind, some.Count, Sum(some.Select(change => change.Before)), Sum(some.Select(change => change.After)));
    }

    private static decimal? Sum(IEnumerable<decimal?> amounts)
    {
        decimal? sum = 0;
        foreach (var amount in amounts.Where(amount => amount is not null))
        {
            sum = ComparedAmount.Sum(sum, amount);
            if (sum is null)
                break;
        }

        return sum;
    }
}
