// One evaluation while it runs: what it is of, since when, and whether it has come to its end.
using System;
using System.Diagnostics;
using KpiRules.Facts;
using KpiRules.Hosting.Observation;
using KpiRules.Results;

namespace KpiRules.Hosting.Evaluation;

internal sealed class ObservedEvaluation : IDisposable
{
    private readonly EvaluationObserver _observer;
    private readonly Instruments _instruments;
    private readonly Policy _policy;
    private readonly Activity? _activity;
    private readonly long _start;
    private bool _isComplete;

    public ObservedEvaluation(EvaluationObserver observer, Instruments instruments, Policy policy, Activity? activity, Period period)
    {
        (_observer, _instruments, _policy, _activity, _start) = (observer, instruments, policy, activity, Stopwatch.GetTimestamp());
        if (activity is not { IsAllDataRequested: true })
            return;
        foreach (var tag in Attributes.Of(policy))
            activity.SetTag(tag.Key, tag.Value);
        activity.SetTag(Attributes.RulesetHash, policy.ContentHash);
        activity.SetTag(Attributes.Period, period.ToString());
    }

    /// <summary>It has given a result; of several periods, each.</summary>
    public void Complete(PeriodEvaluation result)
    {
        Complete(result.Subjects.Count);
        Count(result);
        _observer.Log(result);
    }

    /// <summary>It has come to its end, with results for so many subjects.</summary>
    public void Complete(int subjects)
    {
        _isComplete = true;
        _activity?.SetTag(Attributes.SubjectCount, subjects);
    }

    /// <summary>Counts what is not available, but only where somebody listens, for it looks at every result.</summary>
    public void Count(PeriodEvaluation result)
    {
        if (_instruments.NotAvailable.Enabled && NotAvailableCount.Of(result) is > 0 and var count)
            _instruments.NotAvailable.Add(count, Attributes.Of(_policy));
    }

    /// <summary>Ends the evaluation; without a result it has failed, and the exception is on its way to the caller.</summary>
    public void Dispose()
    {
        if (_instruments.Evaluations.Enabled || _instruments.Duration.Enabled)
        {
            var tags = Attributes.Of(_policy);
            if (!_isComplete)
                tags.Add(Attributes.ErrorType, "_OTHER");
            _instruments.Evaluations.Add(1, tags);
            _instruments.Duration.Record((Stopwatch.GetTimestamp() - _start) / (double)Stopwatch.Frequency, tags);
        }

        if (!_isComplete)
            _activity?.SetStatus(ActivityStatusCode.Error);
        _activity?.Dispose();
    }
}
