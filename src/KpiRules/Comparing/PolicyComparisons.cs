// What if: takes policies and facts, gives what another policy, another fact, or a range of values of one fact would come to.
using System;
using System.Collections.Generic;
using System.Threading;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <summary>
/// What would be if a policy, or the facts, were others. Everything is worked out as
/// <see cref="Policy.Evaluate(EvaluationRequest, CancellationToken)"/> does, so that figures agree with plain evaluations. Safe for
/// threads, as policies are.
/// </summary>
public static class PolicyComparisons
{
    /// <summary>
    /// What this policy would pay in place of another, on the same facts, in one period or several one after another: each policy then
    /// carries on its own debts and what it defers.
    /// </summary>
    /// <param name="policy">The policy that would hold.</param>
    /// <param name="before">The policy that holds.</param>
    /// <param name="request">The facts for both, of which each looks at those it knows, and the periods.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="OperationCanceledException">The evaluation was given up.</exception>
    public static Comparison Compare(
        this Policy policy, Policy before, EvaluationRequest request, CancellationToken cancellationToken = default)
    {
        NotNull(policy, nameof(policy));
        NotNull(before, nameof(before));
        return Comparison.Of(before.Evaluate(request, cancellationToken), policy.Evaluate(request, cancellationToken));
    }

    /// <summary>
    /// All in which this policy says something else than another, by meaning, in the order of the format. A change of the order or the
    /// formatting of a file, and a default that is written out, are none.
    /// </summary>
    /// <param name="policy">The policy as it is.</param>
    /// <param name="before">The policy as it was.</param>
    /// <returns>
    /// Empty where both say the same. Where none of them <see cref="RulesetDifference.ChangesNumbers"/>, every result is worked out alike.
    /// </returns>
    public static IReadOnlyList<RulesetDifference> DifferencesFrom(this Policy policy, Policy before)
    {
        NotNull(policy, nameof(policy));
        NotNull(before, nameof(before));
        return new RulesetDifferences(before, policy).Find();
    }

    /// <summary>What would come of a change in a subject's facts of a period, such as one more order.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="request">
    /// The facts as they are; the last period is the one in which they are changed, and whose results are looked at.
    /// </param>
    /// <param name="subject">Whose facts are changed; one without facts in the period gets them.</param>
    /// <param name="change">Says what is changed; called once, at once.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="ArgumentException">The policy has no such fact or list, or what is to be added to is no number.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was given up.</exception>
    public static WhatIfResult WhatIf(
        this Policy policy, EvaluationRequest request, string subject, Action<FactChanges> change,
        CancellationToken cancellationToken = default)
    {
        NotNull(policy, nameof(policy));
        NotNull(request, nameof(request));
        NotNull(subject, nameof(subject));
        NotNull(change, nameof(change));
        var changes = new FactChanges();
        change(changes);
        var before = policy.Evaluate(request, cancellationToken);
        var seen = before[before.Count - 1].TryGet(subject, out var found) ? found : null;
        var changed = changes.In(request.Facts, policy, subject, request.To, fact => seen?.ValueOf(fact).Value ?? default);
        var after = policy.Evaluate(request.About(changed), cancellationToken);
        return new WhatIfResult(policy, subject, request.To, Comparison.Of(before, after));
    }

    /// <summary>What would come of a change in the facts of one subject, without any history: what reaches back is not available.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="subject">The subject with its facts of the period.</param>
    /// <param name="period">The period the facts are of.</param>
    /// <param name="change">Says what is changed; called once, at once.</param>
    /// <param name="asOf">The day on which the question is asked, for a period still running; null once it is over.</param>
    /// <exception cref="ArgumentException">The policy has no such fact or list, or what is to be added to is no number.</exception>
    public static WhatIfResult WhatIf(
        this Policy policy, Subject subject, Period period, Action<FactChanges> change, DateTime? asOf = null)
    {
        NotNull(subject, nameof(subject));
        var facts = Dataset.Build(facts => facts.Add(subject.Id, period, subject));
        return WhatIf(policy, new EvaluationRequest(facts, period) { AsOf = asOf }, subject.Id, change);
    }

    /// <summary>
    /// A result of one subject as a function of one fact: at even steps, and on both sides of every place where the step taken becomes
    /// another, such as a tier's edge. Where the result is not available, the curve has a gap.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="result">The name of the result, a number such as <c>payout</c>.</param>
    /// <param name="over">The name of the fact, a number such as a measure; it is set in the last period.</param>
    /// <param name="from">The least value of the fact, in its unit.</param>
    /// <param name="to">The greatest value of the fact, above <paramref name="from"/>.</param>
    /// <param name="request">All other facts; the result is of the last period.</param>
    /// <param name="subject">Whose result.</param>
    /// <param name="options">How finely; null for what they say by themselves.</param>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out.</param>
    /// <exception cref="System.Collections.Generic.KeyNotFoundException">The policy gives no such result.</exception>
    /// <exception cref="ArgumentException">
    /// The policy has no such fact, the fact or the result is no number, or the values are no range.
    /// </exception>
    /// <exception cref="OperationCanceledException">The evaluation was given up.</exception>
    public static Curve Curve(
        this Policy policy, string result, string over, decimal from, decimal to, EvaluationRequest request, string subject,
        CurveOptions? options = null, CancellationToken cancellationToken = default)
    {
        NotNull(policy, nameof(policy));
        NotNull(request, nameof(request));
        NotNull(subject, nameof(subject));
        if (KnownNames.ResultOf(policy, result).Kind != ValueKind.Number)
            throw new ArgumentException($"Result '{result}' is no number.", nameof(result));
        if (KnownNames.FactOf(policy, over).Kind != ValueKind.Number)
            throw new ArgumentException($"Fact '{over}' is no number.", nameof(over));
        if (to <= from)
            throw new ArgumentException($"{from} to {to} is no range of values.", nameof(to));
        return new CurveTracer(policy, result, over, request, subject, options ?? new CurveOptions(), cancellationToken).Trace(from, to);
    }

    private static void NotNull(object? value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name);
    }
}
