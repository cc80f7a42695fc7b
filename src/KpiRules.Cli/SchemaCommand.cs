// kpirules schema: the JSON Schema of rulesets out, for editors.
using System.CommandLine;

namespace KpiRules.Cli;

internal static class SchemaCommand
{
    public static Command Create(ToolConsole console)
    {
        var output = new Option<string?>("--out") { Description = "Write the schema to this file." };
        var command = new Command("schema", "Write the JSON Schema of rulesets, by which an editor completes and checks.") { output };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is { } file)
                OutputFile.Write(console, file, RulesetSchema.Text, CommonOptions.UnknownLanguage);
            else
                console.Output.Write(RulesetSchema.Text);
            return ExitCode.Good;
        });
        return command;
    }
}
