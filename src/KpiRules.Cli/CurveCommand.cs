// kpirules curve: a ruleset, a result and a fact in, the result as a function of the fact out: as a table, CSV, or a picture.
using System.CommandLine;
using System.Linq;
using KpiRules.Comparing;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal static class CurveCommand
{
    private const int MostSteps = 10_000;

    public static Command Create(ToolConsole console)
    {
        var (options, parameters) = (new EvaluationOptions(), new ParameterOptions());
        var result = new Argument<string>("RESULT") { Description = "The result, a number such as commission or payout." };
        var over = new Option<string>("--over")
        {
            Description = "The fact that takes one value after another, and its range: sales=0..500000.",
            Required = true,
        };
        var subject = new Option<string>("--subject") { Description = "Whose result it is.", Required = true };
        var steps = new Option<int>("--steps")
        {
            Description = "Into how many even steps the range is divided; both sides of every tier's edge are added.",
            DefaultValueFactory = _ => 20,
        };
        steps.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > MostSteps)
                given.AddError("--steps must lie within 1 and 10000.");
        });
        var edges = new Option<bool>("--edges-only") { Description = "Show both ends and both sides of every edge only." };
        var format = new Option<string>("--format") { Description = "table, csv or svg.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "svg");
        var output = new Option<string?>("--out") { Description = "Write the curve to this file." };
        var command = new Command("curve", "Tabulate or draw a result of one subject as a function of one fact.")
        {
            options.Ruleset, result, over, options.Facts, subject, steps, edges, parameters.Set, format, output
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (asked, file) = (parsed.GetValue(options.Language) ?? CommonOptions.UnknownLanguage, parsed.GetValue(output));
            OutputFile.Check("--out", file, options.Inputs(parsed), asked);
            if (EvaluationInputs.Of(console, options, parsed, "--out", file) is not { } inputs)
                return ExitCode.RulesetFails;
            var policy = parameters.Apply(inputs.Policy, parsed, inputs.Language);
            Check(policy, parsed.GetValue(result)!, inputs.Language);
            var (fact, from, to) = Range(policy, parsed.GetValue(over)!, inputs.Language);
            var facts = inputs.Facts();
            if (!facts.Subjects.Contains(parsed.GetValue(subject)!))
                throw new UsageException(ToolText.NoSuchSubject(
                    inputs.Language, parsed.GetValue(subject)!, inputs.WrittenPeriod, EvaluationRun.Abridged(facts.Subjects)));
            var curve = policy.Curve(
                parsed.GetValue(result)!, fact, from, to, inputs.RequestOf(facts), parsed.GetValue(subject)!, new CurveOptions
                {
                    Steps = parsed.GetValue(steps),
                    EdgesOnly = parsed.GetValue(edges),
                });
            var text = parsed.GetValue(format) switch
            {
                "csv" => CurveText.Csv(curve),
                "svg" => new CurveSvg(policy, inputs.Language).Write(curve),
                _ => CurveText.Table(policy, curve, inputs.Language, file is null ? console.Width : null),
            };
            OutputFile.WriteOrPrint(console, file, text, inputs.Language);
            var issues = IssueLines.Of(facts.Issues, inputs.Language);
            issues.Print(console);
            EvaluationRun.PrintCount(console, issues, inputs.Language);
            return ExitCode.Good;
        });
        return command;
    }

    private static void Check(Policy policy, string result, string language)
    {
        var known = policy.Results.FirstOrDefault(one => one.Name == result)
            ?? throw new UsageException(ToolText.NoSuchResult(language, result, policy));
        if (known.Kind != ValueKind.Number)
            throw new UsageException(CompareText.NoNumber(language, result));
    }

    private static (string Fact, decimal From, decimal To) Range(Policy policy, string written, string language)
    {
        var (name, range) = ParameterOptions.Halves(written, "=");
        if (ParameterOptions.Range(range) is not var (from, to) || to == from)
            throw new UsageException(CompareText.BadOver(language, written));
        return policy.Facts.Any(fact => fact.Name == name && fact.Kind == ValueKind.Number)
            ? (name, from, to)
            : throw new UsageException(CompareText.NoSuchNumber(language, name, policy));
    }
}
