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
    private ITimer? _timer;
    private ITimer? _interval;
    private long? _firstChange;
    private bool _isDisposed;

    public void Start(TimeSpan? interval)
    {
        _timer = time.CreateTimer(_ => _ = ReloadAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (interval is { } every)
            _interval = time.CreateTimer(_ => Changed(), null, every, every);
    }

    /// <summary>Something may have changed. From any thread.</summary>
    public void Changed()
    {
        lock (_lock)
        {
            _firstChange ??= time.GetTimestamp();
            var left = TimeSpan.FromTicks(quiet.Ticks * LongestInQuietTimes) - time.GetElapsedTime(_firstChange.Value);
            LookAfter(left < quiet ? left : quiet);
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
            _firstChange = null;
        if (await reload().ConfigureAwait(false) is { } wait)
            LookAgain(wait);
    }

    private void LookAfter(TimeSpan wait)
    {
        if (!_isDisposed)
            _timer?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}
