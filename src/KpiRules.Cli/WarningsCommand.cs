// kpirules warnings: whom there is trouble with, the most severe first; a scheduler reads the exit code.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.Evaluation;
using KpiRules.FollowingUp;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Cli;

internal static class WarningsCommand
{
    public static Command Create(ToolConsole console)
    {
        var options = new EvaluationOptions();
        var subject = new Option<string?>("--subject") { Description = "Show this subject only." };
        var format = new Option<string>("--format") { Description = "table, json or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var follow = new Option<string?>("--follow") { Description = "A file that keeps the state from run to run: what is new, continues, escalates or is resolved is said then, and the file is written anew." };
        var command = new Command("warnings", "List the warnings of a period, the most severe first. Exit code 3: one that fires is critical.") { options.Ruleset, options.Facts, subject, format, follow };
        options.AddTo(command);
        command.SetAction(parsed => EvaluationRun.Of(console, options, parsed) is { } run
            ? Print(console, run, parsed.GetValue(subject), parsed.GetValue(format)!, parsed.GetValue(follow))
            : ExitCode.RulesetFails);
        return command;
    }

    private static int Print(ToolConsole console, EvaluationRun run, string? subject, string format, string? file)
    {
        if (run.Policy.Warnings.Count == 0)
            throw new UsageException(WarningsText.NoWarnings(run.Language, run.Policy.Id));
        var evaluations = run.Shown(subject).Select(period => period.Evaluation).ToList();
        var changes = new Dictionary<Facts.Period, WarningChanges>();
        var followed = file is null ? null : FollowUpFile.Update(file, evaluations, changes, run.Language);
        foreach (var outdated in changes.Where(change => change.Value.IsOutdated))
            console.Error.WriteLine(WarningsText.Outdated(run.Language, file!, outdated.Key, outdated.Value.FollowUp.Period));
        var shown = new List<ShownWarning>();
        foreach (var evaluation in evaluations)
        {
            var ofPeriod = ShownWarning.Of(evaluation, changes.TryGetValue(evaluation.Period, out var changed) ? changed : null)
                .Where(warning => subject is null || warning.Subject == subject).ToList();
            shown.AddRange(ofPeriod);
            if (format == "table")
                console.Output.Write(WarningsText.Table(run.Policy, evaluation, ofPeriod, file is not null, run.Language) + (evaluation == evaluations[^1] ? "" : "\n"));
        }

        if (format != "table")
            console.Output.Write(format == "json" ? WarningsText.Json(shown, run.Language) : WarningsText.Csv(shown, run.Language));
        // what was said is kept only once it was said: a run cut short says it again
        if (followed is not null)
            FollowUpFile.Write(file!, followed, run.Language);
        return shown.Any(warning => warning.Result is { State: WarningState.Firing, Severity: WarningSeverity.Critical }) ? ExitCode.Critical : ExitCode.Good;
    }
}

/// <summary>A warning that is worth a line, and what has become of it since the last run.</summary>
/// <param name="Change">Null where nobody follows it up.</param>
/// <param name="Case">Null where nobody follows it up.</param>
internal sealed record ShownWarning(string Subject, string Name, Facts.Period Period, WarningResult? Result, string? Change, WarningCase? Case)
{
    /// <summary>Those that fire, the most severe and longest first; then what is pending, what cannot be said, and what is resolved.</summary>
    public static IReadOnlyList<ShownWarning> Of(PeriodEvaluation evaluation, WarningChanges? changes)
    {
        var changed = changes is null ? [] : new[] { ("new", changes.New), ("escalating", changes.Escalating), ("continuing", changes.Continuing), ("resolved", changes.Resolved), ("unknown", changes.Unknown) }
            .SelectMany(list => list.Item2.Select(change => (Kind: list.Item1, change.Case)))
            .ToDictionary(change => (change.Case.Subject, change.Case.Warning));
        var shown = evaluation.Subjects.SelectMany(subject => evaluation[subject].Warnings)
            .Select(result => new ShownWarning(result.Subject, result.Name, result.Period, result, Of(result)?.Kind, Of(result)?.Case))
            .Where(warning => warning.Change is not null || IsWorthALine(warning.Result!))
            .ToList();
        var told = shown.Select(warning => (warning.Subject, warning.Name)).ToHashSet();
        var absent = changed.Where(change => !told.Contains(change.Key))
            .Select(change => new ShownWarning(change.Key.Subject, change.Key.Warning, evaluation.Period, null, change.Value.Kind, change.Value.Case));
        return shown.Concat(absent)
            .OrderBy(warning => warning.Result?.State switch { WarningState.Firing => 0, WarningState.Pending => 1, WarningState.NotAvailable => 2, _ => 3 })
            .ThenByDescending(warning => warning.Result?.Severity)
            .ThenByDescending(warning => warning.Result?.Periods)
            .ThenBy(warning => warning.Subject, StringComparer.Ordinal)
            .ToList();

        (string Kind, WarningCase Case)? Of(WarningResult result) => changed.TryGetValue((result.Subject, result.Name), out var found) ? found : null;
    }

    /// <summary>What does not apply to a subject is no trouble.</summary>
    private static bool IsWorthALine(WarningResult result) =>
        result.State != WarningState.Ok && result.Cause?.Root.Kind != CauseKind.DoesNotApply;
}
