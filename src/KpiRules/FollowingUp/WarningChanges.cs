// What an evaluation changes in the warnings that are followed up.
using System.Collections.Generic;
using KpiRules.Results;

namespace KpiRules.FollowingUp;

/// <summary>What an evaluation changes in the warnings that are followed up. Every case stands in one list at most. Immutable.</summary>
public sealed class WarningChanges
{
    internal WarningChanges(
        WarningFollowUp followUp, bool isOutdated, IReadOnlyDictionary<WarningChangeKind, IReadOnlyList<WarningChange>> changes)
    {
        (FollowUp, IsOutdated) = (followUp, isOutdated);
        New = changes[WarningChangeKind.New];
        Escalating = changes[WarningChangeKind.Escalating];
        Continuing = changes[WarningChangeKind.Continuing];
        Resolved = changes[WarningChangeKind.Resolved];
        Unknown = changes[WarningChangeKind.Unknown];
    }

    /// <summary>The state to keep for the next time; the same instance where nothing has changed.</summary>
    public WarningFollowUp FollowUp { get; }

    /// <summary>
    /// Whether the results were of an earlier period than those handed in before: they change nothing, and all lists are empty.
    /// </summary>
    public bool IsOutdated { get; }

    /// <summary>What has begun to fire, for the first time or again.</summary>
    public IReadOnlyList<WarningChange> New { get; }

    /// <summary>What was open and has become more severe, or has now been firing for so long that others are to be told.</summary>
    public IReadOnlyList<WarningChange> Escalating { get; }

    /// <summary>What was open and is firing still.</summary>
    public IReadOnlyList<WarningChange> Continuing { get; }

    /// <summary>What was open and is firing no longer.</summary>
    public IReadOnlyList<WarningChange> Resolved { get; }

    /// <summary>What was open, and of which the facts do not say what has become of it: it stays open.</summary>
    public IReadOnlyList<WarningChange> Unknown { get; }
}

internal enum WarningChangeKind
{
    New,
    Escalating,
    Continuing,
    Resolved,
    Unknown,
}

/// <summary>A case, and the result that changed it. Immutable.</summary>
public sealed class WarningChange
{
    internal WarningChange(WarningCase @case, WarningResult? result) => (Case, Result) = (@case, result);

    /// <summary>The case as it is now.</summary>
    public WarningCase Case { get; }

    /// <summary>
    /// The result, with its message and whom to tell; null for a subject that has no facts in the period, or a warning that the
    /// policy has no more.
    /// </summary>
    public WarningResult? Result { get; }
}
