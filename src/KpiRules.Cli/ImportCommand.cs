// kpirules import: a file of rules written for another engine in, a ruleset out.
using System.CommandLine;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Workflows;

namespace KpiRules.Cli;

internal static class ImportCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("WORKFLOW") { Description = "The JSON file with the workflows." };
        var from = new Option<string>("--from")
        {
            Description = "What the file was written for: rulesengine.",
            DefaultValueFactory = _ => "rulesengine"
        };
        from.AcceptOnlyFromAmong("rulesengine");
        var output = new Option<string?>("--out") { Description = "Write the ruleset to this file." };
        var language = CommonOptions.Language();
        language.Description = "Language of messages: zh or en (the default).";
        var command =
            new Command("import", "Make a ruleset of workflows of Microsoft RulesEngine; what cannot be imported stands in it as TODO.")
            {
                file,
                from,
                output,
                language
            };
        command.SetAction(parsed =>
            Run(console, parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(language) ?? CommonOptions.UnknownLanguage));
        return command;
    }

    private static int Run(ToolConsole console, string file, string? output, string language)
    {
        OutputFile.Check("--out", output, [file], language);
        var imported = RulesEngineImport.Read(Read(file, language), file);
        foreach (var diagnostic in imported.Diagnostics)
            console.Error.WriteLine(diagnostic.Print(language));
        if (imported.OmittedDiagnostics > 0)
            console.Error.WriteLine(ToolText.Omitted(language, imported.OmittedDiagnostics));
        var errors = imported.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (imported.Ruleset is { } ruleset)
        {
            OutputFile.WriteOrPrint(console, output, ruleset, language);
        }

        if (errors > 0)
            console.Error.WriteLine($"{file}: {ToolText.NotImported(language, imported.Ruleset is not null, errors)}");
        return imported.IsComplete ? ExitCode.Good : ExitCode.RulesetFails;
    }

    /// <exception cref="UsageException">The file cannot be read.</exception>
    private static string Read(string file, string language)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (System.Exception fault) when (fault is IOException or System.UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(file, fault, language);
        }
    }
}
