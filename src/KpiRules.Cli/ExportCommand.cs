// kpirules export: a ruleset in, a workflow of another engine out.
using System.CommandLine;
using System.Linq;
using KpiRules.Workflows;
using KpiRules.Workflows.Exporting;

namespace KpiRules.Cli;

internal static class ExportCommand
{
    private const int MostListed = 20;

    public static Command Create(ToolConsole console)
    {
        var ruleset = new Argument<string>("RULESET") { Description = "The ruleset file." };
        var language = CommonOptions.Language();
        var to = new Option<string>("--to")
        {
            Description = "What to write: rulesengine, a workflow of Microsoft RulesEngine 6.",
            DefaultValueFactory = _ => "rulesengine"
        };
        to.AcceptOnlyFromAmong("rulesengine");
        var output = new Option<string?>("--out") { Description = "Write the workflow to this file." };
        var command = new Command("export", "Write a ruleset as a workflow of Microsoft RulesEngine.") { ruleset, to, output, language };
        command.SetAction(parsed =>
        {
            OutputFile.Check(
                "--out", parsed.GetValue(output), [parsed.GetValue(ruleset)], parsed.GetValue(language) ?? CommonOptions.UnknownLanguage);
            var read = CommonOptions.ReadRuleset(parsed.GetValue(ruleset)!, parsed.GetValue(language), "--out", parsed.GetValue(output));
            var spoken = parsed.GetValue(language) ?? read.Language;
            CommonOptions.Print(read, console.Error, spoken);
            if (read.Policy is not { } policy)
                return ExitCode.RulesetFails;
            var workflow = RulesEngineExport.Write(policy);
            OutputFile.WriteOrPrint(console, parsed.GetValue(output), workflow.Json, spoken);
            Tell(console, workflow, spoken);
            return ExitCode.Good;
        });
        return command;
    }

    /// <summary>What whoever runs the workflow must know.</summary>
    private static void Tell(ToolConsole console, ExportedWorkflow workflow, string language)
    {
        console.Error.WriteLine(ExportText.Workflow(language, workflow));
        var tables = workflow.Inputs.Where(input => input.Kind == ExportedInputKind.Table).ToList();
        var cells = workflow.Inputs.Where(input => input.Kind >= ExportedInputKind.Records).Except(tables).ToList();
        if (cells.Count > 0)
            console.Error.WriteLine(ExportText.MustBeGiven(language, cells.Count));
        var listed = cells.Where(input => !input.IsOfEarlierPeriod).Take(MostListed).ToList();
        foreach (var input in listed)
            console.Error.WriteLine($"  input1.{input.Name} ({input.Type}): {input.Meaning}");
        if (cells.Count > listed.Count)
            console.Error.WriteLine(ExportText.AndMore(language, cells.Count - listed.Count));
        if (tables.Count > 0)
            console.Error.WriteLine(ExportText.Tables(language, string.Join(", ", tables.Select(table => "input1." + table.Name))));
        console.Error.WriteLine(ExportText.OtherInputs(language, workflow.Inputs.Count - cells.Count - tables.Count));
        var approximate = workflow.Results.Where(result => result.IsApproximate).Select(result => result.Name).ToList();
        if (approximate.Count > 0)
            console.Error.WriteLine(ExportText.Approximate(language, EvaluationRun.Abridged(approximate)));
    }
}
