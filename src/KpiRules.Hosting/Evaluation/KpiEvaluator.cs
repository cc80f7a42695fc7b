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

    /// <inheritdoc cref="Policy.Evaluate(Subject, Period, DateTime?)"/>
    /// <param name="policy">The policy, or the id of its ruleset or the company, as <see cref="RulesetSet.Get"/> takes it.</param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public SubjectEvaluation Evaluate(PolicyChoice policy, Subject subject, Period period, DateTime? asOf = null)
    {
        var chosen = policy.In(_catalogue, period);
        using var observed = _observer.Begin(chosen, period);
        var result = chosen.Evaluate(subject, period, asOf);
        observed.Complete(result.Evaluation);
        return result;
    }

    /// <inheritdoc cref="Policy.Evaluate(Dataset, Period, DateTime?, CancellationToken)"/>
    /// <param name="policy">The policy, or the id of its ruleset or the company, as <see cref="RulesetSet.Get"/> takes it.</param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public PeriodEvaluation Evaluate(
        PolicyChoice policy, Dataset facts, Period period, DateTime? asOf = null, CancellationToken cancellationToken = default)
    {
        var chosen = policy.In(_catalogue, period);
        using var observed = _observer.Begin(chosen, period);
        var result = chosen.Evaluate(facts, period, asOf, cancellationToken);
        observed.Complete(result);
        return result;
    }

    /// <inheritdoc cref="Policy.Evaluate(EvaluationRequest, CancellationToken)"/>
    /// <param name="policy">
    /// The policy, or the id of its ruleset or the company, as <see cref="RulesetSet.Get"/> takes it: the one that is in effect in the
    /// last period. Debts are carried from period to period, so all are evaluated on the same one.
    /// </param>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    public IReadOnlyList<PeriodEvaluation> Evaluate(
        PolicyChoice policy, EvaluationRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        var chosen = policy.In(_catalogue, request.To);
        using var observed = _observer.Begin(chosen, request.From);
        var results = chosen.Evaluate(request, cancellationToken);
        foreach (var result in results)
            observed.Complete(result);
        return results;
    }
}
