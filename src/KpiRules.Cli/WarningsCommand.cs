// kpirules warnings: whom there is trouble with, the most severe first; a scheduler reads the exit code.
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.FollowingUp;
using KpiRules.Json;
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
        var follow = new Option<string?>("--follow")
        {
            Description = "A file that keeps the state from run to run: what is new, continues, escalates or is resolved is said then, "
                + "and the file is written anew."
        };
        var command =
            new Command("warnings", "List the warnings of a period, the most severe first. Exit code 3: one that fires is critical.")
            {
                options.Ruleset,
                options.Facts,
                subject,
                format,
                follow
            };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFile.Check(
                "--follow",
                parsed.GetValue(follow),
                options.Inputs(parsed),
                parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage);
            return EvaluationRun.Of(console, options, parsed, "--follow", parsed.GetValue(follow)) is { } run
                ? Print(console, run, parsed.GetValue(subject), parsed.GetValue(format)!, parsed.GetValue(follow))
                : ExitCode.RulesetFails;
        });
        return command;
    }

    private static int Print(ToolConsole console, EvaluationRun run, string? subject, string format, string? file)
    {
        if (run.Policy.Warnings.Count == 0)
            throw new UsageException(WarningsText.NoWarnings(run.Language, run.Policy.Id));
        var evaluations = run.Shown(subject).Select(period => period.Evaluation).ToList();
        var changes = new Dictionary<Facts.Period, WarningChanges>();
        using var kept = file is null ? null : FollowUpFile.Open(console, file, run.Language);
        var followed = kept?.Update(evaluations, changes);
        foreach (var outdated in changes.Where(change => change.Value.IsOutdated))
            console.Error.WriteLine(WarningsText.Outdated(run.Language, file!, outdated.Key, outdated.Value.FollowUp.Period));
        var shown = new List<ShownWarning>();
        foreach (var evaluation in evaluations)
        {
            var ofPeriod = ShownWarning.Of(evaluation, changes.TryGetValue(evaluation.Period, out var changed) ? changed : null)
                .Where(warning => subject is null || warning.Subject == subject).ToList();
            shown.AddRange(ofPeriod);
            if (format == "table")
                console.Output.Write(WarningsText.Table(run.Policy, evaluation, ofPeriod, file is not null, run.Language, console.Width)
                    + (evaluation == evaluations[^1] ? "" : "\n"));
        }

        if (format != "table")
            console.Output.Write(format == "json"
                ? JsonText.Write(json => WarningsJson.Write(json, shown, run.Language))
                : WarningsText.Csv(shown, run.Language));
        // what was said is kept only once it was said: a run cut short says it again
        kept?.Write(followed!);
        RunSummary.Of(run, withLines: null, subject).Print(console, run.Language, run.WrittenPeriod);
        return shown.Any(warning => warning.Result is { State: WarningState.Firing, Severity: WarningSeverity.Critical })
            ? ExitCode.Critical
            : ExitCode.Good;
    }
}
