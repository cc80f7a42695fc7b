// kpirules validate: says whether rulesets can be used, and everything that is wrong with them.
using System.CommandLine;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Cli;

internal static class ValidateCommand
{
    public static Command Create(ToolConsole console)
    {
        var (files, language) = (CommonOptions.Rulesets(), CommonOptions.Language());
        var command = new Command("validate", "Check rulesets and list everything that is wrong with them.") { files, language };
        command.SetAction(parsed => parsed.GetValue(files)!.Max(file => Run(console, file, parsed.GetValue(language))));
        return command;
    }

    private static int Run(ToolConsole console, string file, string? askedLanguage)
    {
        var read = CommonOptions.ReadRuleset(file);
        var language = askedLanguage ?? read.Language;
        CommonOptions.Print(read, console.Error, language);
        var warnings = read.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        if (read.Policy is { } policy)
        {
            console.Output.WriteLine($"{file}: {ToolText.Valid(language, policy, warnings)}");
            return ExitCode.Good;
        }

        console.Error.WriteLine($"{file}: {ToolText.Invalid(language, read.Diagnostics.Count - warnings, warnings)}");
        return ExitCode.RulesetFails;
    }
}
