// A stream of items while it runs: one evaluation to whoever looks on, whose results come one by one.
using System;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Hosting.Evaluation;

internal sealed class ObservedStream(EvaluationObserver observer, ObservedEvaluation evaluation, Policy policy, Period period) : IDisposable
{
    private int _subjects;
    private int _issues;
    private int _leftOut;
    private (string Code, int Item) _first;
    private bool _hasFailed;

    public void Add(SubjectEvaluation result)
    {
        _subjects++;
        _issues += result.Evaluation.Issues.Count;
        evaluation.Count(result.Evaluation);
        observer.LogFacts(result.Evaluation);
    }

    /// <param name="item">The number of the item in the stream, from 1.</param>
    public void LeaveOut(DataIssue issue, int item)
    {
        if (_leftOut++ == 0)
            _first = (issue.Code, item);
        observer.LogFact(issue);
    }

    /// <summary>Something was thrown; whoever only asks for no more results has not failed.</summary>
    public void Fail() => _hasFailed = true;

    public void Dispose()
    {
        if (!_hasFailed)
        {
            evaluation.Complete(_subjects);
            observer.LogStream(policy, period, _subjects, _issues);
        }

        if (_leftOut > 0)
            observer.LogLeftOut(policy, period, _leftOut, _first.Code, _first.Item);
        evaluation.Dispose();
    }
}
