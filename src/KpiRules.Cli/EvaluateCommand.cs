// kpirules evaluate: a ruleset and files of facts in, the results of one period out.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class EvaluateCommand
{
    public static Command Create(ToolConsole console)
    {
        var ruleset = new Argument<string>("RULESET") { Description = "The ruleset file." };
        var facts = new Option<string>("--facts")
        {
            Description = "The facts: CSV with the columns subject, period, then measures, attributes and <kpi>.target; or JSON, a list of such objects.",
            Required = true,
        };
        var subjects = new Option<string?>("--subjects") { Description = "Attributes of the subjects that hold in every period: CSV or JSON with subject, then attributes." };
        var records = CommonOptions.Records();
        var period = new Option<string>("--period") { Description = "The period to evaluate, such as 2020-05, 2020-Q2 or 2020; or several, one after another: 2020-01..2020-06.", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "The day on which the question is asked, such as 2020-05-20, for a period still running." };
        var completeFrom = CommonOptions.CompleteFrom();
        var subject = new Option<string?>("--subject") { Description = "Show this subject only." };
        var format = new Option<string>("--format") { Description = "table, json or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var output = new Option<string?>("--out") { Description = "Write the results to this file." };
        var language = CommonOptions.Language();
        var command = new Command("evaluate", "Evaluate a ruleset on facts of one period.")
        {
            ruleset, facts, subjects, records, period, asOf, completeFrom, subject, format, output, language,
        };
        command.SetAction(parsed => Run(console, new Request(
            parsed.GetValue(ruleset)!, parsed.GetValue(facts)!, parsed.GetValue(subjects), parsed.GetValue(records) ?? [], parsed.GetValue(period)!, parsed.GetValue(asOf), parsed.GetValue(completeFrom),
            parsed.GetValue(subject), parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(language))));
        return command;
    }

    private static int Run(ToolConsole console, Request request)
    {
        var asked = request.Language ?? CommonOptions.UnknownLanguage;
        var (from, to) = CommonOptions.RangeOf(request.Period, "--period", asked);
        Period? completeFrom = request.CompleteFrom is { } complete ? CommonOptions.PeriodOf(complete, "--complete-from", asked) : null;
        var asOf = AsOf(request.AsOf, asked);
        var read = CommonOptions.ReadRuleset(request.Ruleset, request.Language);
        var language = request.Language ?? read.Language;
        CommonOptions.Print(read, console.Error, language);
        if (read.Policy is not { } policy)
            return ExitCode.RulesetFails;

        var facts = FactFiles.Read(policy, request.Facts, request.Subjects, request.Records, completeFrom, language);
        var evaluations = policy.Evaluate(facts, from, to, asOf);
        var issues = evaluations.SelectMany(evaluation => evaluation.Issues).Select(issue => issue.ToString(language)).Distinct().ToList();
        foreach (var issue in issues)
            console.Error.WriteLine(issue);
        var shown = evaluations.Select(evaluation => (evaluation, Subjects: Shown(evaluation, facts, request, language, isRange: evaluations.Count > 1))).ToList();
        if (shown.All(period => period.Subjects.Count == 0))
            throw NoFacts(facts, request, language);
        var without = facts.Subjects.Except(evaluations.SelectMany(evaluation => evaluation.Subjects)).ToList();
        if (without.Count > 0 && request.Subject is null)
            console.Error.WriteLine(ToolText.WithoutFacts(language, request.Period, string.Join(", ", without)));
        if (issues.Count > 0)
            console.Error.WriteLine(ToolText.Issues(language, issues.Count));
        Write(console, request, Format(policy, shown.Where(period => period.Subjects.Count > 0).ToList(), request, language), language);
        return ExitCode.Good;
    }

    private static DateTime? AsOf(string? written, string language)
    {
        if (written is null)
            return null;
        return DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UsageException(ToolText.BadAsOf(language, written));
    }

    private static IReadOnlyList<SubjectEvaluation> Shown(PeriodEvaluation evaluation, Dataset facts, Request request, string language, bool isRange)
    {
        if (evaluation.Subjects.Count == 0 && !isRange)
            throw NoFacts(facts, request, language);
        if (request.Subject is not { } wanted)
            return evaluation.Subjects.Select(subject => evaluation[subject]).ToList();
        if (evaluation.TryGet(wanted, out var found))
            return [found];
        return isRange ? [] : throw new UsageException(ToolText.NoSuchSubject(language, wanted, request.Period, Abridged(evaluation.Subjects)));
    }

    private static UsageException NoFacts(Dataset facts, Request request, string language) => new(facts.Periods.Count == 0
        ? ToolText.NoFactsAtAll(language, request.Facts)
        : ToolText.NoFactsInPeriod(language, request.Facts, request.Period, Abridged(facts.Periods.Select(period => period.ToString()).ToList())));

    private static string Abridged(IReadOnlyList<string> names) =>
        names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))}, …, {names[^1]} ({names.Count})";

    private static string Format(Policy policy, IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> shown, Request request, string language) =>
        request.Format switch
        {
            "json" when shown.Count > 1 => ResultJson.Write(policy, shown, language),
            "json" => ResultJson.Write(policy, shown[0].Evaluation, shown[0].Subjects, language),
            "csv" => ResultCsv.Write(policy, shown),
            _ => string.Join("\n", shown.Select(period => ResultTable.Write(policy, period.Evaluation, period.Subjects, language))),
        };

    private static void Write(ToolConsole console, Request request, string text, string language)
    {
        if (request.Output is not { } file)
        {
            console.Output.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(ToolText.CannotBeWritten(language, file, fault.Message));
        }
    }

    private sealed record Request(
        string Ruleset, string Facts, string? Subjects, string[] Records, string Period, string? AsOf, string? CompleteFrom, string? Subject, string Format, string? Output, string? Language);
}
