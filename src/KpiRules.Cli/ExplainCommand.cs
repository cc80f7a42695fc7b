// kpirules explain: how a result of one subject came about.
using System.CommandLine;

namespace KpiRules.Cli;

internal static class ExplainCommand
{
    public static Command Create(ToolConsole console)
    {
        var options = new EvaluationOptions();
        var subject = new Option<string>("--subject") { Description = "Whose result it is.", Required = true };
        var result = new Argument<string>("RESULT") { Description = "The result, such as commission, margin or scorecard." };
        var command = new Command("explain", "Explain how a result came about: the formula with its figures, each step, and what went in.")
        {
            options.Ruleset,
            result,
            options.Facts,
            subject
        };
        options.AddTo(command);
        command.SetAction(parsed => EvaluationRun.Of(console, options, parsed) is { } run
            ? Print(console, run, parsed.GetValue(subject)!, parsed.GetValue(result)!)
            : ExitCode.RulesetFails);
        return command;
    }

    private static int Print(ToolConsole console, EvaluationRun run, string subject, string result)
    {
        var isFirst = true;
        foreach (var found in System.Linq.Enumerable.SelectMany(run.Shown(subject), period => period.Subjects))
        {
            if (!found.TryGet(result, out _))
                throw new UsageException(ToolText.NoSuchResult(run.Language, result, run.Policy));
            if (!isFirst)
                console.Output.WriteLine();
            isFirst = false;
            console.Output.Write($"{subject} {found.Evaluation.Period}\n");
            console.Output.Write(found.Explain(result).ToString(run.Language));
        }

        EvaluationRun.PrintCount(console, run.Issues, run.Language);
        return ExitCode.Good;
    }
}
