// One amount as it was paid and as the policy works it out, and why they differ.
using System.Collections.Generic;
using KpiRules.Comparing;

namespace KpiRules.Reconciling;

/// <summary>Why an amount differs from what was paid.</summary>
public enum ReconciliationCause
{
    /// <summary>It does not.</summary>
    Equal,

    /// <summary>It is equal but for rounding: by the smallest unit of money, or what was paid has fewer decimals.</summary>
    Rounding,

    /// <summary>It was worked out from other facts: from those, the policy gives what was paid.</summary>
    Facts,

    /// <summary>It was worked out by another rule: <see cref="ReconciledAmount.Rule"/> says which step, if that was found.</summary>
    Rule,

    /// <summary>It is a total, and differs by what the lines differ by that it is made of.</summary>
    Lines,

    /// <summary>Something was paid, and the policy gives nothing: no such subject, or an amount that is held or not available.</summary>
    MissingHere,

    /// <summary>Nothing was paid, not even 0, and the policy gives something.</summary>
    MissingThere,
}

/// <summary>An amount of one subject as it was paid and as the policy works it out. Immutable.</summary>
public sealed class ReconciledAmount
{
    internal ReconciledAmount(
        string subject, string result, decimal? expected, decimal? actual, ReconciliationCause cause, IReadOnlyList<InputChange> facts,
        AnotherRule? rule)
    {
        (Subject, Result, Expected, Actual, Cause, Facts, Rule) = (subject, result, expected, actual, cause, facts, rule);
        Difference = (actual ?? 0) - (expected ?? 0);
    }

    /// <summary>Whose it is.</summary>
    public string Subject { get; }

    /// <summary>Which result, such as <c>payout</c> or an incentive's id.</summary>
    public string Result { get; }

    /// <summary>What was paid, in the unit of the result; null for nothing, not even 0.</summary>
    public decimal? Expected { get; }

    /// <summary>
    /// What the policy gives, in the unit of the result; null where the subject has no results, or it is held or not available.
    /// </summary>
    public decimal? Actual { get; }

    /// <summary>How much more the policy gives; what is missing on a side counts in full.</summary>
    public decimal Difference { get; }

    /// <summary>Why they differ: exactly one cause.</summary>
    public ReconciliationCause Cause { get; }

    /// <summary>The facts that differ and make the difference: as they were, and as the policy has them.</summary>
    public IReadOnlyList<InputChange> Facts { get; }

    /// <summary>The step that must have been another; null where that was not found, and for other causes.</summary>
    public AnotherRule? Rule { get; }
}

/// <summary>All that differs by one cause of one result. Immutable.</summary>
public sealed class ReconciledGroup
{
    internal ReconciledGroup(string result, ReconciliationCause cause, AnotherRule? rule, int count, decimal difference) =>
        (Result, Cause, Rule, Count, Difference) = (result, cause, rule, count, difference);

    /// <summary>Which result.</summary>
    public string Result { get; }

    /// <summary>The cause.</summary>
    public ReconciliationCause Cause { get; }

    /// <summary>The step that must have been another; null where that was not found, and for other causes.</summary>
    public AnotherRule? Rule { get; }

    /// <summary>How many subjects it is about.</summary>
    public int Count { get; }

    /// <summary>How much more the policy gives them together.</summary>
    public decimal Difference { get; }
}
