// kpirules plan: a ruleset, a plan and files of facts in, the targets by subject and period out.
using System;
using System.CommandLine;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Json;
using KpiRules.Planning;

namespace KpiRules.Cli;

internal static class PlanCommand
{
    public static Command Create(ToolConsole console)
    {
        var options = new EvaluationOptions();
        var plan = new Argument<string>("PLAN") { Description = "The id of the plan." };
        var closed = new Option<string?>("--closed")
        {
            Description =
                "The last closed period, such as 2026-03: targets up to it stay as issued, and what is left may be spread over the others."
        };
        var format = new Option<string>("--format")
        {
            Description = "table, csv (which --facts accepts) or json.",
            DefaultValueFactory = _ => "table"
        };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var output = new Option<string?>("--out") { Description = "Write the targets to this file." };
        var command = new Command("plan", "Break a plan's total down to targets by subject and period, and anew once periods are closed.")
        {
            options.Ruleset, plan, options.Facts, closed, format, output
        };
        Option[] others =
            [options.Subjects, options.Records, options.Tables, options.CompleteFrom, options.Encoding, options.Language];
        foreach (var option in others)
            command.Add(option);
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage;
            OutputFile.Check("--out", parsed.GetValue(output), options.Inputs(parsed), asked);
            Period? last = parsed.GetValue(closed) is { } written ? CommonOptions.PeriodOf(written, "--closed", asked) : null;
            Period? completeFrom = parsed.GetValue(options.CompleteFrom) is { } complete
                ? CommonOptions.PeriodOf(complete, "--complete-from", asked)
                : null;
            var read = CommonOptions.ReadRuleset(
                parsed.GetValue(options.Ruleset)!, parsed.GetValue(options.Language), "--out", parsed.GetValue(output));
            var language = parsed.GetValue(options.Language) ?? read.Language;
            CommonOptions.Print(read, console.Error, language);
            if (read.Policy is not { } policy)
                return ExitCode.RulesetFails;
            CheckPlan(policy, parsed.GetValue(plan)!, last, language);
            var facts = FactFiles.Read(
                policy, parsed.GetValue(options.Facts)!, parsed.GetValue(options.Subjects), parsed.GetValue(options.Records) ?? [],
                parsed.GetValue(options.Tables) ?? [], completeFrom, language, encoding: parsed.GetValue(options.Encoding));
            var result = policy.Plan(parsed.GetValue(plan)!, facts, last);
            var issues = IssueLines.Of(result.Issues, language);
            issues.Print(console);
            EvaluationRun.PrintCount(console, issues, language);
            return Print(console, policy, result, facts, parsed.GetValue(format)!, parsed.GetValue(output), language);
        });
        return command;
    }

    private static void CheckPlan(Policy policy, string name, Period? closed, string language)
    {
        var plan = policy.Plans.FirstOrDefault(plan => plan.Name == name)
            ?? throw new UsageException(PlanText.NoSuchPlan(language, name, policy));
        if (closed is { } last && !plan.Periods.Contains(last))
            throw new UsageException(PlanText.NotOfPlan(language, last, plan));
    }

    private static int Print(
        ToolConsole console, Policy policy, PlanResult result, Dataset facts, string format, string? file, string language)
    {
        var others = facts.Subjects.Except(result.Subjects, StringComparer.Ordinal).ToList();
        if (result.IsAvailable && others.Count > 0)
            console.Error.WriteLine(PlanText.NotPlanned(language, result.Plan, EvaluationRun.Abridged(others)));
        // only a program can do with a plan that has no figures
        if (!result.IsAvailable && (format != "json" || file is not null))
            return ExitCode.RulesetFails;
        var text = format switch
        {
            "csv" => PlanCsv.Write(result),
            "json" => JsonText.Write(json => PlanJson.Write(json, result, language)),
            _ => PlanTableText.Write(policy, result, language, file is null ? console.Width : null),
        };
        OutputFile.WriteOrPrint(console, file, text, language);
        return result.IsAvailable ? ExitCode.Good : ExitCode.RulesetFails;
    }
}
