// Takes rulesets that are variants of a policy's, gives what each comes to on the same facts; each is read and evaluated once.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Source.Json;

namespace KpiRules.Reconciling;

internal sealed class Variants(Policy policy, EvaluationRequest request, CancellationToken cancellationToken)
{
    private readonly Dictionary<JsonObject, PeriodEvaluation?> _known = [];

    /// <summary>The last period under the policy itself.</summary>
    public PeriodEvaluation Own { get; } = LastOf(policy, request, cancellationToken);

    /// <summary>What a result comes to under another ruleset; null where that cannot be used, or it is not available.</summary>
    /// <param name="ruleset">Known again as the same object.</param>
    public decimal? AmountOf(JsonObject ruleset, string result, string subject)
    {
        if (!_known.TryGetValue(ruleset, out var evaluation))
        {
            evaluation = ReferenceEquals(ruleset, policy.Json) ? Own
                : PolicyReader.Read(ruleset).Policy is { } other ? LastOf(other, request, cancellationToken) : null;
            _known.Add(ruleset, evaluation);
        }

        return evaluation is null ? null : AmountOf(evaluation, result, subject);
    }

    /// <summary>What the policy itself comes to with other facts of a subject.</summary>
    public decimal? AmountWith(string result, string subject, IReadOnlyDictionary<string, FactValue> values)
    {
        var facts = policy.LooksAtOthers.Count == 0 ? request.Facts.For(subject, request.To) : request.Facts;
        var changed = request.About(facts.With(subject, request.To, values));
        return AmountOf(LastOf(policy, changed, cancellationToken), result, subject);
    }

    /// <summary>What the payout counts of a line, and any other result that is a number; null for one that is not available.</summary>
    public static decimal? AmountOf(PeriodEvaluation evaluation, string result, string subject) =>
        new AmountReader(evaluation, evaluation, result).Of(subject).After;

    private static PeriodEvaluation LastOf(Policy policy, EvaluationRequest request, CancellationToken cancellationToken) =>
        policy.Evaluate(request, cancellationToken).Last();
}
