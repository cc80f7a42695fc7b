// The names under which a host finds what KpiRules measures and traces.
namespace KpiRules.Hosting.Observation;

/// <summary>The names under which a host's telemetry finds KpiRules. They do not change.</summary>
public static class KpiRulesTelemetry
{
    /// <summary>The name of the <c>Meter</c>, for <c>AddMeter</c>.</summary>
    public const string MeterName = "KpiRules";

    /// <summary>The name of the <c>ActivitySource</c>, for <c>AddSource</c>.</summary>
    public const string ActivitySourceName = "KpiRules";
}
