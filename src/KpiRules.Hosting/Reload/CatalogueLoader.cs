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

    /// <summary>Sources that never come to rest are taken as they were read after so many times; another reading follows.</summary>
    private const int MostReadings = 3;

    private readonly IReadOnlyList<RulesetOrigin> _origins;
    private readonly KpiRulesOptions _options;
    private readonly TimeProvider _time;
    private readonly ReloadObserver _observer;
    private readonly Func<CatalogueState, bool> _tryPublish;
    private readonly Action<CatalogueState> _announce;
    private readonly ReloadSchedule _schedule;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Watches _watches;
    private readonly long _began;
    private CatalogueState _state = CatalogueState.Empty;

    /// <param name="tryPublish">Called with each state after a reading, before the next one begins; says whether it is in use.
    /// Throws nothing.</param>
    /// <param name="announce">Called after that with what is in use, when the next reading may begin. Throws nothing.</param>
    public CatalogueLoader(
        IReadOnlyList<RulesetOrigin> origins, KpiRulesOptions options, TimeProvider time, ReloadObserver observer,
        Func<CatalogueState, bool> tryPublish, Action<CatalogueState> announce)
    {
        (_origins, _options, _time, _observer, _tryPublish, _announce) = (origins, options, time, observer, tryPublish, announce);
        _began = time.GetTimestamp();
        _schedule = new ReloadSchedule(time, options.QuietTime, ReloadPatientlyAsync);
        _watches = new Watches(options.Rulesets.ReloadsOnChange ? origins : [], _schedule.Changed, (origin, fault, interval) =>
            ReloadLog.NotWatched(observer.Logger, fault, origin.Name, interval), LookAtFailing, time);
    }

    /// <summary>Begins to watch; before the first reading, so that no change is lost.</summary>
    public void Watch()
    {
        _watches.Begin();
        _schedule.Start(_options.Rulesets.ReloadInterval);
    }

    /// <summary>Reads all sources, and says at once what is wrong.</summary>
    public async Task<CatalogueState> LoadAsync(CancellationToken cancellationToken)
    {
        var state = await ReadAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        if (IsToBeLookedAt(state))
            _schedule.LookAgain(LookAtFailing);
        return state;
    }

    public void Dispose()
    {
        _schedule.Dispose();
        _stopping.Cancel();
        _watches.Dispose();
    }

    /// <summary>Reads after a change; what is wrong may be half-written and is looked at again before it is told.</summary>
    private async Task<TimeSpan?> ReloadPatientlyAsync()
    {
        try
        {
            // a source that comes back may be another one: it is watched before it is read
            if (_state.IsSourceFailing)
                _watches.Begin();
            else
                _watches.BeginMissing();
            var state = await ReadAsync(_options.Patience, _stopping.Token).ConfigureAwait(false);
            return state.IsWaiting ? TimeSpan.FromTicks(Math.Max(_options.QuietTime.Ticks, _options.Patience.Ticks / 4))
                : IsToBeLookedAt(state) ? LookAtFailing
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

    private bool IsToBeLookedAt(CatalogueState state) =>
        _options.Rulesets.ReloadsOnChange && (state.IsSourceFailing || _watches.AnyMissing);

    private async Task<CatalogueState> ReadAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        CatalogueState state;
        bool isInUse;
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var activity = Instruments.Activities.StartActivity("kpirules.reload");
            var isFirst = ReferenceEquals(_state, CatalogueState.Empty);
            // what stands in for a ruleset that is waited for is its last good policy: at first there is none
            state = await ReadOneStateAsync(isFirst ? TimeSpan.Zero : patience, cancellationToken).ConfigureAwait(false);
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

    /// <summary>What changes while it is read is read again: a ruleset of one deployment must not stand on a base of another.</summary>
    private async Task<CatalogueState> ReadOneStateAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var reading = 1; ; reading++)
        {
            var listings = new List<OriginListing>();
            foreach (var origin in _origins)
                listings.Add(await ListAsync(origin, cancellationToken).ConfigureAwait(false));
            var state = new CatalogueUpdate(_state, listings, _time.GetElapsedTime(_began), patience, _options.Engine).Make();
            if (reading == MostReadings || !_origins.Any(origin => origin.HasChanged()))
                return state;
        }
    }

    private static async Task<OriginListing> ListAsync(RulesetOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            return new OriginListing(origin.Name, await origin.ListAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new OriginListing(origin.Name, null, CatalogueFaults.Unreadable(origin.Name, fault.Message));
        }
    }
}
