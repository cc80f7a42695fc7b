// What a host asks for policies: always the last good ones, exchanged as a whole.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using KpiRules.Facts;
using KpiRules.Hosting.Observation;
using KpiRules.Hosting.Policies;
using KpiRules.Hosting.Reload;
using KpiRules.Hosting.Sources;

namespace KpiRules.Hosting.Catalogue;

/// <summary>
/// The policies of a host, by id, company and period; a singleton of its services. Reloading exchanges them as a whole, and
/// one that has become wrong keeps its last good policy in use. Safe to share between threads; asking takes no lock. A
/// policy once got stays as it is: an evaluation ends on the policy it began with.
/// </summary>
public sealed class RulesetCatalogue : IDisposable
{
    private readonly CatalogueLoader? _loader;
    private readonly KpiRulesOptions? _options;
    private readonly ReloadObserver? _observer;
    private RulesetSet? _current;
    private int _isWatching;

    internal RulesetCatalogue(IReadOnlyList<RulesetOrigin> origins, KpiRulesOptions options, TimeProvider time, ReloadObserver observer)
    {
        (_options, _observer) = (options, observer);
        _loader = new CatalogueLoader(origins, options, time, observer, TryPublish, Announce);
    }

    private RulesetCatalogue(RulesetSet rulesets) => _current = rulesets;

    /// <summary>Raised after other policies came into use, on the thread that read them. What a handler throws is logged.</summary>
    public event EventHandler<RulesetsChangedEventArgs>? Changed;

    /// <summary>
    /// Raised when rulesets were found that cannot be used, on the thread that read them. What a handler throws is logged.
    /// </summary>
    public event EventHandler<RulesetsFailedEventArgs>? Failed;

    /// <summary>All policies in use at this moment: ask it, rather than the catalogue, where several answers must fit together.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been read yet.</exception>
    public RulesetSet Current => Volatile.Read(ref _current)
        ?? throw new InvalidOperationException("The rulesets have not been read yet: they are when the host starts, or by ReloadAsync().");

    /// <summary>Whether the rulesets have been read.</summary>
    public bool IsLoaded => Volatile.Read(ref _current) is not null;

    /// <summary>A catalogue of policies that never change, for tests and for hosts that read rulesets themselves.</summary>
    /// <exception cref="ArgumentException">Two of them are the same version, or hold on the same day under one id.</exception>
    public static RulesetCatalogue Of(params Policy[] policies)
    {
        var refused = Admission.Refused(policies.Select((policy, index) =>
            new Candidate<int>(index, policy.VersionPlace.Source.Name, policy, CandidateRank.New)).ToList());
        return refused.Count == 0
            ? new RulesetCatalogue(new RulesetSet(policies, []))
            : throw new ArgumentException(string.Join("\n", refused.Values), nameof(policies));
    }

    /// <inheritdoc cref="RulesetSet.Get"/>
    /// <exception cref="InvalidOperationException">Nothing has been read yet.</exception>
    public Policy Get(string idOrCompany, Period period) => Current.Get(idOrCompany, period);

    /// <inheritdoc cref="RulesetSet.TryGet"/>
    /// <exception cref="InvalidOperationException">Nothing has been read yet.</exception>
    public bool TryGet(string idOrCompany, Period period, [NotNullWhen(true)] out Policy? policy) =>
        Current.TryGet(idOrCompany, period, out policy);

    /// <summary>
    /// Reads all sources now, and says at once what is wrong. A host that starts does so by itself; without one, call this
    /// first. Policies whose rulesets have become wrong stay in use.
    /// </summary>
    /// <returns>What is in use then, with its problems.</returns>
    /// <exception cref="RulesetsException">Nothing was read before, something is wrong, and
    /// <see cref="KpiRulesOptions.StartWithProblems"/> is not set.</exception>
    public async Task<RulesetSet> ReloadAsync(CancellationToken cancellationToken = default)
    {
        if (_loader is null)
            return Current;
        if (Interlocked.Exchange(ref _isWatching, 1) == 0)
            _loader.Watch();
        var set = (await _loader.LoadAsync(cancellationToken).ConfigureAwait(false)).Set;
        return IsLoaded ? set : throw new RulesetsException(set.Problems, _options!.Language);
    }

    /// <summary>Ends watching for changes; what is in use stays.</summary>
    public void Dispose() => _loader?.Dispose();

    /// <summary>False at a start that fails: then nothing comes into use.</summary>
    private bool TryPublish(CatalogueState state)
    {
        if (!IsLoaded && state.Set.Problems.Count > 0 && !_options!.StartWithProblems)
            return false;
        Volatile.Write(ref _current, state.Set);
        return true;
    }

    private void Announce(CatalogueState state)
    {
        if (state.Came.Count > 0 || state.Went.Count > 0)
            Raise(
                Changed,
                new RulesetsChangedEventArgs(state.Set, state.Came.Select(ruleset => ruleset.InUse!).ToList().AsReadOnly(), state.Went));
        if (state.NewProblems.Count > 0)
            Raise(Failed, new RulesetsFailedEventArgs(state.NewProblems));
    }

    /// <summary>Each handler for itself: one that throws takes nothing from the others.</summary>
    private void Raise<T>(EventHandler<T>? handlers, T arguments)
        where T : EventArgs
    {
        foreach (var handler in (handlers?.GetInvocationList() ?? []).Cast<EventHandler<T>>())
        {
            try
            {
                handler(this, arguments);
            }
            catch (Exception fault)
            {
                ReloadLog.HandlerFailed(_observer!.Logger, fault);
            }
        }
    }
}
