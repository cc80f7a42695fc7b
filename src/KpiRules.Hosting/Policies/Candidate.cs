// A policy that would be in use, and what speaks for it.
namespace KpiRules.Hosting.Policies;

/// <param name="Name">Where it stands.</param>
/// <param name="StandIn">What is in use from there until now; null for nothing.</param>
internal sealed record Candidate<TKey>(TKey Key, string Name, Policy Policy, CandidateRank Rank, Policy? StandIn = null);

internal enum CandidateRank
{
    /// <summary>In use as it is.</summary>
    InUse,

    /// <summary>New, or changed.</summary>
    New,

    /// <summary>In use, but where it stood it stands no more.</summary>
    Leaving,
}
