// Takes a policy, facts and what was paid so far, gives every difference with its cause.
using System;
using System.Threading;
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
    /// <param name="request">The facts for the policy; the last period is the one that was paid.</param>
    /// <param name="expected">What was paid, and from which facts, as far as that is known.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="System.Collections.Generic.KeyNotFoundException">The policy gives no such result.</exception>
    /// <exception cref="ArgumentException">A result is no number.</exception>
    /// <exception cref="OperationCanceledException">The reconciliation was given up.</exception>
    /// <exception cref="OverflowException">A difference, or a sum of them, is too large.</exception>
    public static Reconciliation Reconcile(
        this Policy policy, EvaluationRequest request, ExpectedPay expected, CancellationToken cancellationToken = default)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        if (expected is null)
            throw new ArgumentNullException(nameof(expected));
        foreach (var result in expected.Results)
        {
            if (Comparing.KnownNames.ResultOf(policy, result).Kind != ValueKind.Number)
                throw new ArgumentException($"Result '{result}' is no number.", nameof(expected));
        }

        return new Reconciler(policy, new Variants(policy, request, cancellationToken), expected).Reconcile();
    }
}
