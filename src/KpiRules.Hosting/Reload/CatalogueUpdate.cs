// Takes what is known and what the sources list now, gives what is known after: the heart of reloading, free of time and files.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Hosting.Policies;

namespace KpiRules.Hosting.Reload;

/// <param name="now">On a clock that nobody sets, from any beginning.</param>
/// <param name="patience">How long what is bad or gone is left unsaid, for it may be half-written.</param>
/// <param name="engine">What works policies out; null for KpiRules' own evaluator.</param>
internal sealed class CatalogueUpdate(
    CatalogueState before, IReadOnlyList<OriginListing> listings, TimeSpan now, TimeSpan patience, EvaluationEngine? engine = null)
{
    private readonly Dictionary<RulesetKey, RulesetReading> _read = [];
    private readonly SortedDictionary<RulesetKey, RulesetState> _after = [];

    public CatalogueState Make()
    {
        for (var origin = 0; origin < listings.Count; origin++)
            Read(origin);
        for (var origin = 0; origin < listings.Count; origin++)
            CheckOrigin(origin);
        var bases = UsedAsBase();
        var refused = Admission.Refused(Candidates().ToList());
        foreach (var key in before.Rulesets.Keys.Union(_read.Keys).Where(key => !_after.ContainsKey(key)))
        {
            if (Settle(key, bases, refused) is { } state)
                _after.Add(key, state);
        }

        return before.Next(_after);
    }

    private void Read(int origin)
    {
        foreach (var listed in listings[origin].Rulesets ?? [])
        {
            var key = new RulesetKey(origin, listed.Name);
            _read[key] = RulesetReading.Of(listed, Before(key)?.Reading, engine);
        }
    }

    /// <summary>Of a source that cannot be read, or has suddenly nothing, everything stays as it was.</summary>
    private void CheckOrigin(int origin)
    {
        var listing = listings[origin];
        var known = before.Rulesets.Where(ruleset => ruleset.Key.Origin == origin && ruleset.Key.Name.Length > 0).ToList();
        var isEmpty = !_read.Any(read => read.Key.Origin == origin && !read.Value.IsOther);
        var wasUsed = known.Any(ruleset => ruleset.Value.InUse is not null);
        var fault = listing.Fault
            ?? (isEmpty && (wasUsed || _read.Values.All(reading => reading.IsOther)) ? CatalogueFaults.NothingThere(listing.Origin) : null);
        if (fault is null)
            return;
        foreach (var ruleset in known)
            _after[ruleset.Key] = ruleset.Value;
        var key = new RulesetKey(origin, "");
        var state = Before(key) ?? new RulesetState(listing.Origin, null, null);
        _after[key] = state.Bad(RulesetReading.Failure(fault), [fault], now, patience)!;
    }

    /// <summary>By where they were found and by what was asked for: a source may list a ruleset under either.</summary>
    private HashSet<RulesetKey> UsedAsBase() => [.. _read.SelectMany(read => read.Value.Bases.Where(used => used.Name is not null)
        .SelectMany(used => new[] { used.Name!, used.Id })
        .Where(name => name != read.Key.Name).Select(name => new RulesetKey(read.Key.Origin, name)))];

    private IEnumerable<Candidate<RulesetKey>> Candidates()
    {
        foreach (var kept in _after.Where(kept => kept.Value.InUse is not null))
            yield return new(kept.Key, kept.Value.Name, kept.Value.InUse!, CandidateRank.InUse);
        foreach (var read in _read.Where(read => !_after.ContainsKey(read.Key)))
        {
            var inUse = Before(read.Key)?.InUse;
            if (read.Value.Policy is { } policy)
                yield return new(
                    read.Key,
                    read.Key.Name,
                    policy,
                    inUse?.ContentHash == policy.ContentHash ? CandidateRank.InUse : CandidateRank.New,
                    inUse);
            else if (inUse is not null)
                yield return new(read.Key, read.Key.Name, inUse, CandidateRank.InUse);
        }

        foreach (var gone in before.Rulesets.Where(ruleset => !_read.ContainsKey(ruleset.Key) && !_after.ContainsKey(ruleset.Key)))
        {
            if (gone.Value.InUse is { } inUse && gone.Value.Bad(null, [], now, patience) is not null)
                yield return new(gone.Key, gone.Value.Name, inUse, CandidateRank.Leaving);
        }
    }

    private RulesetState? Settle(RulesetKey key, HashSet<RulesetKey> bases, IReadOnlyDictionary<RulesetKey, Diagnostic> refused)
    {
        var state = Before(key) ?? new RulesetState(key.Name, null, null);
        if (!_read.TryGetValue(key, out var reading))
            return state.InUse is null || refused.ContainsKey(key) ? null : state.Bad(null, [], now, patience);
        if (refused.TryGetValue(key, out var conflict))
            return state.Bad(reading, [conflict], now, patience);
        var isBaseOnly = state.InUse is null && (bases.Contains(key) || (state.IsBaseOnly && state.Reading == reading));
        if (reading.Policy is null && !(reading.IsOther && state.InUse is null) && !isBaseOnly)
            return state.Bad(reading, reading.Diagnostics, now, patience);
        return new RulesetState(key.Name, reading, reading.Policy) { IsBaseOnly = reading.Policy is null && isBaseOnly };
    }

    private RulesetState? Before(RulesetKey key) => before.Rulesets.TryGetValue(key, out var state) ? state : null;
}
