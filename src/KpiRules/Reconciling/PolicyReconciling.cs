// Takes a policy, facts and what was paid so far, gives every difference with its cause.
using System;
using KpiRules.Facts;

namespace KpiRules.Reconciling;

/// <summary>Holds what was paid so far against what a policy works out. Safe for threads, as policies are.</summary>
public static class PolicyReconciling
{
    /// <summary>
    /// Compares what was paid for a period with what the policy gives, and finds for every difference one cause: other facts, another
    /// rule and which step of it, rounding, or something that is missing on a side.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="facts">The facts for the policy.</param>
    /// <param name="period">The period that was paid.</param>
    /// <param name="expected">What was paid, and from which facts, as far as that is known.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <param name="since">
    /// The first of several periods evaluated one after another, from which debts and what is deferred are carried; null for the period
    /// alone.
    /// </param>
    /// <exception cref="System.Collections.Generic.KeyNotFoundException">The policy gives no such result.</exception>
    /// <exception cref="ArgumentException">A result is no number, or the periods are no range.</exception>
    /// <exception cref="OverflowException">A difference, or a sum of them, is too large.</exception>
    public static Reconciliation Reconcile(
        this Policy policy, Dataset facts, Period period, ExpectedPay expected, DateTime? asOf = null, Period? since = null)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        if (expected is null)
            throw new ArgumentNullException(nameof(expected));
        foreach (var result in expected.Results)
        {
            if (Comparing.KnownNames.ResultOf(policy, result).Kind != ValueKind.Number)
                throw new ArgumentException($"Result '{result}' is no number.", nameof(expected));
        }

        return new Reconciler(policy, new Variants(policy, facts, since ?? period, period, asOf), expected).Reconcile();
    }
}
