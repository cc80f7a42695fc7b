// kpirules smart: which targets are not good ones, and by how much they miss.
using System.CommandLine;
using System.Linq;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class SmartCommand
{
    public static Command Create(ToolConsole console)
    {
        var options = new EvaluationOptions();
        var subject = new Option<string?>("--subject") { Description = "Show this subject only." };
        var all = new Option<bool>("--all") { Description = "Show every target and criterion, those that hold included." };
        var format = new Option<string>("--format") { Description = "table, json or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var command = new Command(
            "smart", "Check the targets of a period before they are used: specific, measurable, achievable, relevant, time-bound.")
        {
            options.Ruleset, options.Facts, subject, all, format
        };
        options.AddTo(command);
        command.SetAction(parsed => EvaluationRun.Of(console, options, parsed) is { } run
            ? Print(console, run, parsed.GetValue(subject), parsed.GetValue(all), parsed.GetValue(format)!)
            : ExitCode.RulesetFails);
        return command;
    }

    private static int Print(ToolConsole console, EvaluationRun run, string? subject, bool all, string format)
    {
        var periods = run.Shown(subject);
        var targets = periods.SelectMany(period => period.Subjects)
            .SelectMany(one => one.Kpis).Select(kpi => kpi.Smart).OfType<SmartResult>().ToList();
        if (targets.Count == 0)
            throw new UsageException(SmartText.NoChecks(run.Language, run.Policy.Id));
        console.Output.Write(format switch
        {
            "json" => JsonText.Write(json => SmartJson.Write(json, targets, run.Language)),
            "csv" => SmartText.Csv(targets, run.Language),
            _ => string.Join("\n", periods.Select(period => SmartText.Table(
                run.Policy,
                period.Evaluation,
                targets.Where(target => IsOf(target, period.Evaluation)).ToList(),
                all,
                run.Language,
                console.Width))),
        });
        RunSummary.Of(run, withLines: null, subject).Print(console, run.Language, run.WrittenPeriod);
        return ExitCode.Good;
    }

    private static bool IsOf(SmartResult target, PeriodEvaluation evaluation) => target.Period == evaluation.Period;
}
