// What the bodies of all requests may take of the memory at once: while they arrive, and while they are worked on.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.AspNetCore.Memory;

/// <summary>
/// What arrives never waits, for whoever sends it slowly would keep others waiting; what is worked on waits for its turn,
/// small requests apart from great ones, which are at work for long. Safe for threads.
/// </summary>
internal sealed class MemoryBudget(long bytes)
{
    private const int SmallParts = 16;

    private readonly Lane _small = new(bytes / 8);
    private readonly Lane _great = new(bytes / 8 * 5);

    /// <summary>A quarter of the whole holds bytes that have arrived.</summary>
    public Lane Arriving { get; } = new(bytes / 4);

    /// <summary>The most that one request may take for being worked on.</summary>
    public long MostForOne => _great.Size;

    /// <summary>Waits for the turn of a request that takes so much; of no use for more than <see cref="MostForOne"/>.</summary>
    /// <exception cref="OperationCanceledException">Its turn did not come until then.</exception>
    public async Task<MemoryShare> TakeAsync(long cost, CancellationToken cancellationToken)
    {
        var lane = cost <= _small.Size / SmallParts ? _small : _great;
        await lane.TakeAsync(cost, cancellationToken).ConfigureAwait(false);
        return new MemoryShare(lane, _great, cost);
    }
}

/// <summary>What one request has taken, given back once.</summary>
internal sealed class MemoryShare(Lane lane, Lane rest, long taken) : IDisposable
{
    /// <summary>What takes more bytes takes tens of milliseconds.</summary>
    private const long Much = 1024 * 1024;

    private long _grown;
    private bool _isGivenBack;

    /// <summary>To be awaited before the work begins.</summary>
    public OwnThread ToWork() => new(taken > Much);

    /// <summary>Takes more, if it is free: whoever waited here would keep what others wait for.</summary>
    public bool TryGrow(long more)
    {
        if (!rest.TryTake(more))
            return false;
        _grown += more;
        return true;
    }

    public void Dispose()
    {
        if (_isGivenBack)
            return;
        _isGivenBack = true;
        lane.Leave(taken);
        rest.Leave(_grown);
    }
}
