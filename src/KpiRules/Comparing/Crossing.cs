// Those who cross a gate or a grade: from which state to which.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Comparing;

/// <summary>
/// Those of whom a state or a grade becomes another: of an incentive line its state (<c>closed</c> is a gate that is not passed), of
/// the scorecard and of a rating the grade. Immutable.
/// </summary>
public sealed class Crossing
{
    internal Crossing(
        string result, LocalizedText? title, string? from, string? to, IReadOnlyList<(string Subject, Period Period)> subjects) =>
        (Result, Title, From, To, Subjects) = (result, title, from, to, subjects);

    /// <summary>The name of the result, such as <c>commission.state</c> or <c>scorecard.grade</c>.</summary>
    public string Result { get; }

    /// <summary>What people call the line or rating; null when the ruleset does not say, and for the scorecard.</summary>
    public LocalizedText? Title { get; }

    /// <summary>What it was; null where it was not available, or the policy had no such result.</summary>
    public string? From { get; }

    /// <summary>What it is; null where it is not available, or the policy has no such result.</summary>
    public string? To { get; }

    /// <summary>Who crosses, and in which period: by period, then by id.</summary>
    public IReadOnlyList<(string Subject, Period Period)> Subjects { get; }
}
