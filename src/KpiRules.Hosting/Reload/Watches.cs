// The watches on all sources: each is begun before its source is read, and takes the place of another only once it has begun.
using System;
using System.Collections.Generic;
using KpiRules.Hosting.Sources;

namespace KpiRules.Hosting.Reload;

/// <param name="changed">Called, from any thread, when something may have changed.</param>
/// <param name="cannotWatch">Told which source cannot be watched, why, and how often it is looked at instead.</param>
/// <param name="lookAtFailing">How often a source is looked at that can be watched in no way.</param>
internal sealed class Watches(
    IReadOnlyList<RulesetOrigin> origins,
    Action changed,
    Action<RulesetOrigin, Exception, TimeSpan> cannotWatch,
    TimeSpan lookAtFailing,
    TimeProvider time)
    : IDisposable
{
    private readonly object _lock = new();
    private readonly IDisposable?[] _watches = new IDisposable?[origins.Count];
    private readonly bool[] _isMissing = new bool[origins.Count];
    private bool _isDisposed;

    /// <summary>Whether a source can be watched in no way for now.</summary>
    public bool AnyMissing
    {
        get
        {
            lock (_lock)
                return Array.IndexOf(_isMissing, true) >= 0;
        }
    }

    /// <summary>Watches all sources, those anew that are watched already.</summary>
    public void Begin()
    {
        for (var origin = 0; origin < origins.Count; origin++)
            Begin(origin);
    }

    /// <summary>Tries again to watch what could not be watched.</summary>
    public void BeginMissing()
    {
        for (var origin = 0; origin < origins.Count; origin++)
        {
            if (_isMissing[origin])
                Begin(origin);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var watch in _watches)
                watch?.Dispose();
        }
    }

    private void Begin(int origin)
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            try
            {
                var before = _watches[origin];
                _watches[origin] = origins[origin].Watch(changed, (fault, interval) => cannotWatch(origins[origin], fault, interval), time);
                before?.Dispose();
                _isMissing[origin] = false;
            }
            catch (Exception fault)
            {
                // told once, however often it is tried
                if (!_isMissing[origin])
                    cannotWatch(origins[origin], fault, lookAtFailing);
                _isMissing[origin] = true;
            }
        }
    }
}
