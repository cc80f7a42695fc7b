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
            OutputFile.WriteOrPrint(console, parsed.GetValue(output), RulesetSchema.Text, CommonOptions.UnknownLanguage);
            return ExitCode.Good;
        });
        return command;
    }
}
