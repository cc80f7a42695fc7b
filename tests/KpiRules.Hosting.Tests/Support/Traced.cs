// Hears the activities of evaluations, those of tests that run beside this one too.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using KpiRules.Hosting.Observation;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class Traced : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly List<Activity> _stopped = [];

    public Traced()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == KpiRulesTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_stopped)
                    _stopped.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The evaluations on policies of a version, which tells a test's own.</summary>
    public IReadOnlyList<Activity> EvaluationsOf(string version)
    {
        lock (_stopped)
            return _stopped.Where(activity => activity.OperationName == "kpirules.evaluate"
                && (string?)activity.GetTagItem("kpirules.ruleset.version") == version).ToList();
    }

    public void Dispose() => _listener.Dispose();
}
