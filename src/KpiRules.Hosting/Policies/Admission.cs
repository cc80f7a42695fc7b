// Takes the policies that would be in use together, gives those that may: no version twice, no two on one day.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Hosting.Policies;

/// <summary>
/// What is in use already, or stands in for what is broken, comes first: a new file never takes a working policy away. A
/// policy whose file has just gone gives way to all others, for the file may have been renamed.
/// </summary>
internal static class Admission
{
    public static IReadOnlyDictionary<TKey, Diagnostic> Refused<TKey>(IEnumerable<Candidate<TKey>> candidates)
        where TKey : notnull
    {
        var waiting = candidates.Where(candidate => candidate.Rank == CandidateRank.New)
            .OrderBy(candidate => candidate.Policy.EffectiveFrom ?? DateTime.MinValue).ToList();
        var admitted = candidates.Where(candidate => candidate.Rank == CandidateRank.InUse).ToList();
        var refused = new Dictionary<TKey, Diagnostic>();
        while (true)
        {
            var accepted = admitted.ToLookup(candidate => candidate.Policy.Id, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
            var loser = waiting.FirstOrDefault(candidate => !TryAdmit(candidate, accepted, refused));
            if (loser is null)
                break;
            waiting.Remove(loser);
            // what it was until now is in use again, and the others have to get on with that
            if (loser.StandIn is { } standIn)
                admitted.Add(loser with { Policy = standIn, Rank = CandidateRank.InUse });
        }

        var all = admitted.Concat(waiting).ToLookup(candidate => candidate.Policy.Id, StringComparer.Ordinal);
        foreach (var leaving in candidates.Where(candidate => candidate.Rank == CandidateRank.Leaving))
        {
            if (all[leaving.Policy.Id].Select(other => Conflict(leaving, other)).FirstOrDefault(fault => fault is not null) is { } conflict)
                refused[leaving.Key] = conflict;
        }

        return refused;
    }

    private static bool TryAdmit<TKey>(
        Candidate<TKey> candidate, Dictionary<string, List<Candidate<TKey>>> accepted, Dictionary<TKey, Diagnostic> refused)
        where TKey : notnull
    {
        if (!accepted.TryGetValue(candidate.Policy.Id, out var versions))
            accepted[candidate.Policy.Id] = versions = [];
        if (versions.Select(other => Conflict(candidate, other)).FirstOrDefault(fault => fault is not null) is { } conflict)
        {
            refused[candidate.Key] = conflict;
            return false;
        }

        versions.Add(candidate);
        return true;
    }

    private static Diagnostic? Conflict<TKey>(Candidate<TKey> later, Candidate<TKey> earlier)
    {
        var (policy, other) = (later.Policy, earlier.Policy);
        if (policy.Version == other.Version)
            return CatalogueFaults.SameVersion(policy.VersionPlace, policy.Id, policy.Version, earlier.Name);
        return Begins(policy) <= Ends(other) && Begins(other) <= Ends(policy)
            ? CatalogueFaults.Overlap(
                policy.EffectivePlace, policy.Id, policy.Version, DaysOf(policy), other.Version, DaysOf(other), earlier.Name)
            : null;
    }

    private static DateTime Begins(Policy policy) => policy.EffectiveFrom ?? DateTime.MinValue;

    private static DateTime Ends(Policy policy) => policy.EffectiveTo ?? DateTime.MaxValue;

    private static Term DaysOf(Policy policy) => CatalogueFaults.Days(policy.EffectiveFrom, policy.EffectiveTo);
}
