// What a host asks for results where they are to be seen from outside.
using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Threading;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Observation;
using KpiRules.Hosting.Policies;
using KpiRules.Results;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KpiRules.Hosting.Evaluation;

/// <summary>
/// Evaluates as <see cref="Policy"/> does, and lets logs, metrics and traces see it; a singleton of the host's services.
/// Results are stamped with the id, the version and the content hash of the ruleset. Safe to share between threads.
/// </summary>
public sealed partial class KpiEvaluator
{
    private readonly RulesetCatalogue _catalogue;
    private readonly EvaluationObserver _observer;

    /// <summary>An evaluator of a catalogue's policies; what is not given is not used.</summary>
    /// <param name="catalogue">Where policies are found.</param>
    /// <param name="options">Whether facts may be logged; null for not.</param>
    /// <param name="logger">Where evaluations are logged; null for nowhere.</param>
    /// <param name="meters">The host's meters; null for none.</param>
    public KpiEvaluator(
        RulesetCatalogue catalogue,
        IOptions<KpiRulesOptions>? options = null,
        ILogger<KpiEvaluator>? logger = null,
        IMeterFactory? meters = null)
    {
        _catalogue = catalogue ?? throw new ArgumentNullException(nameof(catalogue));
        _observer = new EvaluationObserver(
            logger ?? NullLogger<KpiEvaluator>.Instance, new Instruments(meters), options?.Value.LogFacts ?? false);
    }

    /// <summary>Evaluates one subject, without history, on the policy that the catalogue has in effect.</summary>
    /// <inheritdoc cref="Policy.Evaluate(Subject, Period, DateTime?)"/>
    /// <param name="idOrCompany">As <see cref="RulesetSet.Get"/> takes it.</param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public SubjectEvaluation Evaluate(string idOrCompany, Subject subject, Period period, DateTime? asOf = null) =>
        Evaluate(_catalogue.Get(idOrCompany, period), subject, period, asOf);

    /// <summary>Evaluates every subject of a period on the policy that the catalogue has in effect.</summary>
    /// <inheritdoc cref="Policy.Evaluate(Dataset, Period, DateTime?)"/>
    /// <param name="idOrCompany">As <see cref="RulesetSet.Get"/> takes it.</param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public PeriodEvaluation Evaluate(string idOrCompany, Dataset facts, Period period, DateTime? asOf = null) =>
        Evaluate(_catalogue.Get(idOrCompany, period), facts, period, asOf);

    /// <inheritdoc cref="Policy.Evaluate(Subject, Period, DateTime?)"/>
    /// <param name="policy">The policy.</param>
    public SubjectEvaluation Evaluate(Policy policy, Subject subject, Period period, DateTime? asOf = null)
    {
        using var observed = _observer.Begin(policy, period);
        var result = policy.Evaluate(subject, period, asOf);
        observed.Complete(result.Evaluation);
        return result;
    }

    /// <inheritdoc cref="Policy.Evaluate(Dataset, Period, DateTime?)"/>
    /// <param name="policy">The policy.</param>
    public PeriodEvaluation Evaluate(Policy policy, Dataset facts, Period period, DateTime? asOf = null) =>
        Evaluate(policy, facts, period, asOf, CancellationToken.None);

    /// <inheritdoc cref="Policy.Evaluate(Dataset, Period, DateTime?, CancellationToken)"/>
    /// <param name="policy">The policy.</param>
    public PeriodEvaluation Evaluate(Policy policy, Dataset facts, Period period, DateTime? asOf, CancellationToken cancellation)
    {
        using var observed = _observer.Begin(policy, period);
        var result = policy.Evaluate(facts, period, asOf, cancellation);
        observed.Complete(result);
        return result;
    }

    /// <inheritdoc cref="Policy.Evaluate(Dataset, Period, Period, DateTime?)"/>
    /// <param name="policy">The policy; debts are carried from period to period, so all are evaluated on the same one.</param>
    public IReadOnlyList<PeriodEvaluation> Evaluate(Policy policy, Dataset facts, Period from, Period to, DateTime? asOf = null) =>
        Evaluate(policy, facts, from, to, asOf, CancellationToken.None);

    /// <inheritdoc cref="Policy.Evaluate(Dataset, Period, Period, DateTime?, CancellationToken)"/>
    /// <param name="policy">The policy; debts are carried from period to period, so all are evaluated on the same one.</param>
    public IReadOnlyList<PeriodEvaluation> Evaluate(
        Policy policy, Dataset facts, Period from, Period to, DateTime? asOf, CancellationToken cancellation)
    {
        using var observed = _observer.Begin(policy, from);
        var results = policy.Evaluate(facts, from, to, asOf, cancellation);
        foreach (var result in results)
            observed.Complete(result);
        return results;
    }
}
