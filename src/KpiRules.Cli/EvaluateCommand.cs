// kpirules evaluate: a ruleset and files of facts in, the results of one period or several out.
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json;
using KpiRules.Json;
using KpiRules.Results;
using KpiRules.Statements;

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
        var openings = new Option<string?>("--openings-out")
        {
            Description = "Write what is deferred at the end of the last period to this JSON file, for --openings of the next run."
        };
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
            openings,
            strict
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var language = parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage;
            var (file, deferred) = (parsed.GetValue(output), parsed.GetValue(openings));
            OutputFile.Check("--out", file, options.Inputs(parsed), language);
            OutputFile.Check("--openings-out", deferred, [.. options.Inputs(parsed), file], language);
            if (EvaluationRun.Of(console, options, parsed, "--out", file) is not { } run)
                return ExitCode.RulesetFails;
            if (deferred is not null)
                WriteOpenings(console, run, deferred);
            return Print(console, run, parsed.GetValue(subject), parsed.GetValue(format)!, file, parsed.GetValue(strict));
        });
        return command;
    }

    private static void WriteOpenings(ToolConsole console, EvaluationRun run, string file) =>
        OutputFile.Write(
            console,
            file,
            OpeningsFile.Write(run) ?? throw new UsageException(ToolText.NothingReleased(run.Language, run.Policy)),
            run.Language,
            "--openings-out");

    private static int Print(ToolConsole console, EvaluationRun run, string? subject, string format, string? file, bool isStrict)
    {
        var shown = run.Shown(subject);
        var text = Format(run, shown, format, subject, file is null ? console.Width : null);
        OutputFile.WriteOrPrint(console, file, text, run.Language);
        var summary = RunSummary.Of(run, shown.SelectMany(period => period.Subjects), subject);
        summary.Print(console, run.Language, run.WrittenPeriod);
        return isStrict && !summary.IsClean ? ExitCode.NotClean : ExitCode.Good;
    }

    private static string Format(
        EvaluationRun run,
        IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> shown,
        string format,
        string? subject,
        int? width) => format switch
    {
        "json" when shown.Count > 1 => JsonText.WriteList(shown, (json, period) => WriteJson(json, run, period, subject)),
        "json" => JsonText.Write(json => WriteJson(json, run, shown[0], subject)),
        "csv" => ResultCsv.Write(run.Policy, shown),
        "statement" => string.Join(
            "\f\n", shown.SelectMany(period => period.Subjects).Select(one => Statement(run, one))),
        "statement-json" =>
            JsonText.WriteList(shown.SelectMany(period => period.Subjects), (json, one) => WriteStatement(json, run, one)),
        _ => string.Join(
            "\n", shown.Select(period => ResultTable.Write(run.Policy, period.Evaluation, period.Subjects, run.Language, width))),
    };

    private static string Statement(EvaluationRun run, SubjectEvaluation subject) => subject.Payout is null
        ? throw new UsageException(ToolText.NoIncentives(run.Language, run.Policy.Id))
        : PayStatement.Of(subject).ToString(run.Language);

    private static void WriteJson(
        Utf8JsonWriter json,
        EvaluationRun run,
        (PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects) period,
        string? subject) =>
        ResultJson.Write(json, run.Policy, period.Evaluation, period.Subjects, run.Language, subject);

    private static void WriteStatement(Utf8JsonWriter json, EvaluationRun run, SubjectEvaluation subject) =>
        StatementJson.Write(
            json,
            run.Policy,
            subject,
            subject.Payout ?? throw new UsageException(ToolText.NoIncentives(run.Language, run.Policy.Id)),
            run.Language);
}
