// Reads all sources, one reading at a time, and keeps what is known between readings; watches sources and reads them anew.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Diagnostics;
using KpiRules.Hosting.Observation;
using KpiRules.Hosting.Sources;

namespace KpiRules.Hosting.Reload;

internal sealed class CatalogueLoader : IDisposable
{
    /// <summary>How often a source is looked at that cannot be read, or not be watched.</summary>
    private static readonly TimeSpan LookAtFailing = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<RulesetOrigin> _origins;
    private readonly KpiRulesOptions _options;
    private readonly TimeProvider _time;
    private readonly ReloadObserver _observer;
    private readonly Func<CatalogueState, bool> _tryPublish;
    private readonly Action<CatalogueState> _announce;
    private readonly ReloadSchedule _schedule;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IDisposable?[] _watches;
    private readonly long _began;
    private CatalogueState _state = CatalogueState.Empty;

    /// <param name="tryPublish">Called with each state after a reading, before the next one begins; says whether it is in use. Throws nothing.</param>
    /// <param name="announce">Called after that with what is in use, when the next reading may begin. Throws nothing.</param>
    public CatalogueLoader(
        IReadOnlyList<RulesetOrigin> origins, KpiRulesOptions options, TimeProvider time, ReloadObserver observer, Func<CatalogueState, bool> tryPublish, Action<CatalogueState> announce)
    {
        (_origins, _options, _time, _observer, _tryPublish, _announce) = (origins, options, time, observer, tryPublish, announce);
        (_watches, _began) = (new IDisposable?[origins.Count], time.GetTimestamp());
        _schedule = new ReloadSchedule(time, options.QuietTime, ReloadPatientlyAsync);
    }

    /// <summary>Begins to watch; before the first reading, so that no change is lost.</summary>
    public void Watch()
    {
        var isWatched = !_options.Rulesets.ReloadsOnChange || Enumerable.Range(0, _origins.Count).Select(TryWatch).ToList().TrueForAll(watched => watched);
        _schedule.Start(_options.Rulesets.ReloadInterval ?? (isWatched ? null : LookAtFailing));
    }

    /// <summary>Reads all sources, and says at once what is wrong.</summary>
    public async Task<CatalogueState> LoadAsync(CancellationToken cancellation)
    {
        var state = await ReadAsync(TimeSpan.Zero, cancellation).ConfigureAwait(false);
        if (state.IsSourceFailing && _options.Rulesets.ReloadsOnChange)
            _schedule.LookAgain(LookAtFailing);
        return state;
    }

    public void Dispose()
    {
        _schedule.Dispose();
        _stopping.Cancel();
        foreach (var watch in _watches)
            watch?.Dispose();
    }

    private bool TryWatch(int origin)
    {
        try
        {
            _watches[origin]?.Dispose();
            _watches[origin] = null;
            _watches[origin] = _origins[origin].Watch(_schedule.Changed);
            return true;
        }
        catch (Exception fault)
        {
            ReloadLog.NotWatched(_observer.Logger, fault, _origins[origin].Name, _options.Rulesets.ReloadInterval ?? LookAtFailing);
            return false;
        }
    }

    /// <summary>Reads after a change; what is wrong may be half-written and is looked at again before it is told.</summary>
    private async Task<TimeSpan?> ReloadPatientlyAsync()
    {
        try
        {
            var wasFailing = _state.IsSourceFailing;
            var state = await ReadAsync(_options.Patience, _stopping.Token).ConfigureAwait(false);
            // a folder that has come back is another one to the system
            if (wasFailing && !state.IsSourceFailing && _options.Rulesets.ReloadsOnChange)
                _ = Enumerable.Range(0, _origins.Count).Select(TryWatch).ToList();
            return state.IsWaiting ? TimeSpan.FromTicks(Math.Max(_options.QuietTime.Ticks, _options.Patience.Ticks / 4))
                : state.IsSourceFailing ? LookAtFailing
                : null;
        }
        catch (Exception fault)
        {
            if (_stopping.IsCancellationRequested)
                return null;
            ReloadLog.ReloadFailed(_observer.Logger, fault);
            return LookAtFailing;
        }
    }

    private async Task<CatalogueState> ReadAsync(TimeSpan patience, CancellationToken cancellation)
    {
        CatalogueState state;
        bool isInUse;
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var activity = Instruments.Activities.StartActivity("kpirules.reload");
            var listings = new List<OriginListing>();
            foreach (var origin in _origins)
                listings.Add(await ListAsync(origin, cancellation).ConfigureAwait(false));
            var isFirst = ReferenceEquals(_state, CatalogueState.Empty);
            // what stands in for a ruleset that is waited for is its last good policy: at first there is none
            state = new CatalogueUpdate(_state, listings, _time.GetElapsedTime(_began), isFirst ? TimeSpan.Zero : patience, _options.Engine).Make();
            isInUse = _tryPublish(state);
            if (isInUse)
                _state = state;
            _observer.Tell(state, isFirst, isInUse);
        }
        finally
        {
            _oneAtATime.Release();
        }

        // a handler may itself ask for a reading
        if (isInUse)
            _announce(state);
        return state;
    }

    private static async Task<OriginListing> ListAsync(RulesetOrigin origin, CancellationToken cancellation)
    {
        try
        {
            return new OriginListing(origin.Name, await origin.ListAsync(cancellation).ConfigureAwait(false), null);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return new OriginListing(origin.Name, null, CatalogueFaults.Unreadable(origin.Name, fault.Message));
        }
    }
}
