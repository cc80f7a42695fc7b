// Tells the log, the meter and the trace of an evaluation: which policy, which period, how many, how long; who and what only
// where the host says so.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Hosting.Observation;
using KpiRules.Results;
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Evaluation;

internal sealed class EvaluationObserver(ILogger logger, Instruments instruments, bool logsFacts)
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>What maps warn of: each text once, for maps are bound to a policy with every evaluation.</summary>
    public void WarnOnce(IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings)
        {
            if (_told.TryAdd(warning, true))
                EvaluationLog.WarnOfMap(logger, warning);
        }
    }

    public ObservedEvaluation Begin(Policy policy, Period period)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        return new ObservedEvaluation(this, instruments, policy, Instruments.Activities.StartActivity("kpirules.evaluate"), period);
    }

    public ObservedStream BeginStream(Policy policy, Period period) => new(this, Begin(policy, period), policy, period);

    public void Log(PeriodEvaluation result)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
            return;
        EvaluationLog.Evaluated(
            logger, result.RulesetId, result.RulesetVersion, result.ContentHash, result.Period.ToString(), result.Subjects.Count,
            result.Issues.Count);
        LogFacts(result);
    }

    public void LogStream(Policy policy, Period period, int subjects, int issues)
    {
        if (logger.IsEnabled(LogLevel.Debug))
            EvaluationLog.Evaluated(logger, policy.Id, policy.Version, policy.ContentHash, period.ToString(), subjects, issues);
    }

    public void LogLeftOut(Policy policy, Period period, int count, string code, int item)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            EvaluationLog.LeftOut(logger, count, policy.Id, policy.Version, period.ToString(), item, code);
    }

    /// <summary>Who and what, only where the host says so.</summary>
    public void LogFacts(PeriodEvaluation result)
    {
        if (!logsFacts || !logger.IsEnabled(LogLevel.Debug))
            return;
        foreach (var issue in result.Issues)
            LogFact(issue);
        foreach (var subject in result.Subjects)
        {
            if (result[subject].Payout is { } payout)
                EvaluationLog.Paid(
                    logger, subject, result.Period.ToString(), result.RulesetId, result.RulesetVersion, payout.Amount, payout.Held);
        }
    }

    public void LogFact(DataIssue issue)
    {
        if (logsFacts && logger.IsEnabled(LogLevel.Debug))
            EvaluationLog.Issue(logger, issue.ToString("en"));
    }
}
