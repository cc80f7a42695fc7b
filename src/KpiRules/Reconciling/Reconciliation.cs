// What was paid, held against what a policy works out: each difference with its one cause, and the sums of the causes.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Reconciling;

/// <summary>
/// What was paid so far, held against what a policy works out. Every difference has exactly one cause, and what the causes of a result
/// come to is the whole difference of that result. Immutable.
/// </summary>
public sealed class Reconciliation
{
    internal Reconciliation(IReadOnlyList<ReconciledAmount> amounts)
    {
        Amounts = amounts;
        Groups = amounts.GroupBy(amount => (amount.Result, amount.Cause, amount.Rule))
            .Select(group => new ReconciledGroup(
                group.Key.Result, group.Key.Cause, group.Key.Rule, group.Count(), group.Sum(amount => amount.Difference)))
            .ToList().AsReadOnly();
    }

    /// <summary>Every amount that was paid or that the policy gives: by result, in the order in which they came, then by subject.</summary>
    public IReadOnlyList<ReconciledAmount> Amounts { get; }

    /// <summary>What the causes of each result come to, those of equal amounts included.</summary>
    public IReadOnlyList<ReconciledGroup> Groups { get; }

    /// <summary>Whether everything is equal, but for rounding at most.</summary>
    public bool IsEqual => Amounts.All(amount => amount.Cause is ReconciliationCause.Equal or ReconciliationCause.Rounding);
}
