// Tells the log, the meter and the trace of an evaluation: which policy, which period, how many, how long; who and what only where the host says so.
using System;
using KpiRules.Facts;
using KpiRules.Hosting.Observation;
using KpiRules.Results;
using Microsoft.Extensions.Logging;

namespace KpiRules.Hosting.Evaluation;

internal sealed class EvaluationObserver(ILogger logger, Instruments instruments, bool logsFacts)
{
    public ObservedEvaluation Begin(Policy policy, Period period)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        return new ObservedEvaluation(this, instruments, policy, Instruments.Activities.StartActivity("kpirules.evaluate"), period);
    }

    public void Log(PeriodEvaluation result)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
            return;
        var period = result.Period.ToString();
        EvaluationLog.Evaluated(logger, result.RulesetId, result.RulesetVersion, result.ContentHash, period, result.Subjects.Count, result.Issues.Count);
        if (!logsFacts)
            return;
        foreach (var issue in result.Issues)
            EvaluationLog.Issue(logger, issue.ToString("en"));
        foreach (var subject in result.Subjects)
        {
            if (result[subject].Payout is { } payout)
                EvaluationLog.Paid(logger, subject, period, result.RulesetId, result.RulesetVersion, payout.Amount, payout.Held);
        }
    }
}
