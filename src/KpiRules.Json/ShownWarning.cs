// Which warnings are worth showing, and in which order.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Json;

/// <summary>A warning that is worth a line, and what has become of it since the last run.</summary>
/// <param name="Change">Null where nobody follows it up.</param>
/// <param name="Case">Null where nobody follows it up.</param>
internal sealed record ShownWarning(
    string Subject, string Name, Facts.Period Period, WarningResult? Result, string? Change, WarningCase? Case)
{
    /// <summary>
    /// Those that fire, the most severe and longest first; then what is pending, what cannot be said, and what is resolved.
    /// </summary>
    public static IReadOnlyList<ShownWarning> Of(PeriodEvaluation evaluation, WarningChanges? changes)
    {
        var changed = changes is null
            ? []
            : new[]
            {
                ("new", changes.New),
                ("escalating", changes.Escalating),
                ("continuing", changes.Continuing),
                ("resolved", changes.Resolved),
                ("unknown", changes.Unknown)
            }
                .SelectMany(list => list.Item2.Select(change => (Kind: list.Item1, change.Case)))
                .ToDictionary(change => (change.Case.Subject, change.Case.Warning));
        var shown = evaluation.Subjects.SelectMany(subject => evaluation[subject].Warnings)
            .Select(result => new ShownWarning(result.Subject, result.Name, result.Period, result, Of(result)?.Kind, Of(result)?.Case))
            .Where(warning => warning.Change is not null || IsWorthALine(warning.Result!))
            .ToList();
        var told = shown.Select(warning => (warning.Subject, warning.Name)).ToHashSet();
        var absent = changed.Where(change => !told.Contains(change.Key))
            .Select(change =>
                new ShownWarning(change.Key.Subject, change.Key.Warning, evaluation.Period, null, change.Value.Kind, change.Value.Case));
        return shown.Concat(absent)
            .OrderBy(warning => warning.Result?.State switch
            {
                WarningState.Firing => 0,
                WarningState.Pending => 1,
                WarningState.NotAvailable => 2,
                WarningState.Ok or null => 3
            })
            .ThenByDescending(warning => warning.Result?.Severity)
            .ThenByDescending(warning => warning.Result?.Periods)
            .ThenBy(warning => warning.Subject, StringComparer.Ordinal)
            .ToList();

        (string Kind, WarningCase Case)? Of(WarningResult result) =>
            changed.TryGetValue((result.Subject, result.Name), out var found) ? found : null;
    }

    /// <summary>What does not apply to a subject is no trouble.</summary>
    private static bool IsWorthALine(WarningResult result) =>
        result.State != WarningState.Ok && result.Cause?.Root.Kind != CauseKind.DoesNotApply;
}
