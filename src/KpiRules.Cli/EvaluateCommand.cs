// kpirules evaluate: a ruleset and files of facts in, the results of one period or several out.
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class EvaluateCommand
{
    public static Command Create(ToolConsole console)
    {
        var options = new EvaluationOptions();
        var subject = new Option<string?>("--subject") { Description = "Show this subject only." };
        var format = new Option<string>("--format")
        {
            Description = "table, json or csv; statement: one subject's pay on a page, as text; statement-json: the same as JSON.",
            DefaultValueFactory = _ => "table"
        };
        format.AcceptOnlyFromAmong("table", "json", "csv", "statement", "statement-json");
        var output = new Option<string?>("--out") { Description = "Write the results to this file." };
        var strict = new Option<bool>("--strict")
        {
            Description = "Exit code 4 where there is a data issue, a held line or a subject left out; the results are given all the same."
        };
        var command = new Command("evaluate", "Evaluate a ruleset on facts of one period, or of several one after another.")
        {
            options.Ruleset,
            options.Facts,
            subject,
            format,
            output,
            strict
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFile.Check(
                "--out",
                parsed.GetValue(output),
                options.Inputs(parsed),
                parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage);
            return EvaluationRun.Of(console, options, parsed, "--out", parsed.GetValue(output)) is { } run
                ? Print(console, run, parsed.GetValue(subject), parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(strict))
                : ExitCode.RulesetFails;
        });
        return command;
    }

    private static int Print(ToolConsole console, EvaluationRun run, string? subject, string format, string? file, bool isStrict)
    {
        var shown = run.Shown(subject);
        var text = Format(run, shown, format);
        if (file is null)
            console.Output.Write(text);
        else
            OutputFile.Write(console, file, text, run.Language);
        var summary = RunSummary.Of(run, shown.SelectMany(period => period.Subjects), subject);
        summary.Print(console, run.Language, run.WrittenPeriod);
        return isStrict && !summary.IsClean ? ExitCode.NotClean : ExitCode.Good;
    }

    private static string Format(
        EvaluationRun run,
        IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> shown,
        string format) => format switch
    {
        "json" when shown.Count > 1 => JsonText.WriteList(shown, (json, period) => WriteJson(json, run, period)),
        "json" => JsonText.Write(json => WriteJson(json, run, shown[0])),
        "csv" => ResultCsv.Write(run.Policy, shown),
        "statement" => string.Join(
            "\f\n", shown.SelectMany(period => period.Subjects).Select(subject => StatementText.Write(run.Policy, subject, run.Language))),
        "statement-json" =>
            JsonText.WriteList(shown.SelectMany(period => period.Subjects), (json, subject) => WriteStatement(json, run, subject)),
        _ => string.Join("\n", shown.Select(period => ResultTable.Write(run.Policy, period.Evaluation, period.Subjects, run.Language))),
    };

    private static void WriteJson(
        Utf8JsonWriter json, EvaluationRun run, (PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects) period) =>
        ResultJson.Write(json, run.Policy, period.Evaluation, period.Subjects, run.Language);

    private static void WriteStatement(Utf8JsonWriter json, EvaluationRun run, SubjectEvaluation subject) =>
        StatementJson.Write(
            json,
            run.Policy,
            subject,
            subject.Payout ?? throw new UsageException(ToolText.NoIncentives(run.Language, run.Policy.Id)),
            run.Language);
}
