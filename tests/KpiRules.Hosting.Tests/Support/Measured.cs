// Hears the instruments of one host alone.
using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using KpiRules.Hosting.Observation;
using Microsoft.Extensions.DependencyInjection;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, string Text)> _heard = [];

    public Measured(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == KpiRulesTelemetry.MeterName && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _heard.Add((instrument.Name, $"{value} {Written(tags)}")));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _heard.Add((instrument.Name, Written(tags))));
        _listener.Start();
    }

    public IEnumerable<string> Of(string instrument) => _heard.Where(heard => heard.Name == instrument).Select(heard => heard.Text);

    public void Dispose() => _listener.Dispose();

    private static string Written(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(" ", tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
}
