// The instruments of the meter, named by OpenTelemetry's conventions, and the source of activities.
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KpiRules.Hosting.Observation;

internal sealed class Instruments
{
    private static readonly string Version = typeof(Instruments).Assembly.GetName().Version!.ToString(3);

    private static readonly Meter Shared = new(KpiRulesTelemetry.MeterName, Version);

    /// <param name="meters">The host's; null where it has none.</param>
    public Instruments(IMeterFactory? meters)
    {
        var meter = meters?.Create(new MeterOptions(KpiRulesTelemetry.MeterName) { Version = Version }) ?? Shared;
        Evaluations = meter.CreateCounter<long>("kpirules.evaluations", "{evaluation}", "Evaluations of a policy, failed ones included.");
        Duration = meter.CreateHistogram(
            "kpirules.evaluation.duration",
            "s",
            "Duration of evaluations.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]
            });
        NotAvailable = meter.CreateCounter<long>(
            "kpirules.cells.not_available", "{cell}", "Results that are not available; what does not apply to a subject is not counted.");
        Reloads = meter.CreateCounter<long>("kpirules.reloads", "{reload}", "Times that other policies came into use.");
        ReloadFailures = meter.CreateCounter<long>(
            "kpirules.reload.failures", "{failure}", "Rulesets found that cannot be used, and sources that cannot be read.");
    }

    public static ActivitySource Activities { get; } = new(KpiRulesTelemetry.ActivitySourceName, Version);

    public Counter<long> Evaluations { get; }

    public Histogram<double> Duration { get; }

    public Counter<long> NotAvailable { get; }

    public Counter<long> Reloads { get; }

    public Counter<long> ReloadFailures { get; }
}
