// Decides when to read anew: once changes have come to rest, in intervals, and again soon while something may be half-written.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.Hosting.Reload;

/// <param name="quiet">How long no change must come before a reading.</param>
/// <param name="reload">Reads, and says when to look again; null for not before the next change. Throws nothing.</param>
internal sealed class ReloadSchedule(TimeProvider time, TimeSpan quiet, Func<Task<TimeSpan?>> reload) : IDisposable
{
    /// <summary>Changes that never come to rest are read all the same after so many quiet times.</summary>
    private const int LongestInQuietTimes = 10;

    private readonly object _lock = new();
    private bool _isReading;
    private ITimer? _timer;
    private ITimer? _interval;
    private long? _firstChange;
    private bool _isDisposed;

    public void Start(TimeSpan? interval)
    {
        lock (_lock)
        {
            _timer = time.CreateTimer(_ => _ = ReloadAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (_firstChange is { } first)
                LookAtChanges(first);
        }

        if (interval is { } every)
            _interval = time.CreateTimer(_ => Changed(), null, every, every);
    }

    /// <summary>Something may have changed. From any thread.</summary>
    public void Changed()
    {
        lock (_lock)
        {
            _firstChange ??= time.GetTimestamp();
            // a reading that takes longer than changes need to come must not have a queue behind it
            if (!_isReading)
                LookAtChanges(_firstChange.Value);
        }
    }

    /// <summary>Nothing has changed, but a look is worth while; a change that has come meanwhile has its own time.</summary>
    public void LookAgain(TimeSpan wait)
    {
        lock (_lock)
        {
            if (_firstChange is null)
                LookAfter(wait);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _timer?.Dispose();
            _interval?.Dispose();
        }
    }

    private async Task ReloadAsync()
    {
        lock (_lock)
        {
            if (_isReading)
                return;
            (_firstChange, _isReading) = (null, true);
        }

        TimeSpan? wait = null;
        try
        {
            wait = await reload().ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _isReading = false;
                if (_firstChange is { } first)
                    LookAtChanges(first);
                else if (wait is { } again)
                    LookAfter(again);
            }
        }
    }

    private void LookAtChanges(long first)
    {
        var left = TimeSpan.FromTicks(quiet.Ticks * LongestInQuietTimes) - time.GetElapsedTime(first);
        LookAfter(left < quiet ? left : quiet);
    }

    private void LookAfter(TimeSpan wait)
    {
        if (!_isDisposed)
            _timer?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}
