// What validate, lint and test share: for each file a ruleset is read, what is wrong is printed, and the worst answer counts.
using System;
using System.CommandLine;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Cli;

internal static class RulesetCommand
{
    /// <param name="tellsFindings">Whether what is hardly meant is printed as well.</param>
    /// <param name="use">Uses a ruleset without errors: its file, what was read, and the language to speak.</param>
    public static Command Create(
        ToolConsole console, string name, string description, bool tellsFindings, Func<string, PolicyReadResult, string, int> use)
    {
        var (files, language) = (CommonOptions.Rulesets(), CommonOptions.Language());
        var command = new Command(name, description) { files, language };
        command.SetAction(parsed => parsed.GetValue(files)!
            .Max(file => TryRun(console, file, parsed.GetValue(language), tellsFindings, use)));
        return command;
    }

    /// <summary>A file that cannot be read does not keep the others from being looked at.</summary>
    private static int TryRun(
        ToolConsole console, string file, string? askedLanguage, bool tellsFindings, Func<string, PolicyReadResult, string, int> use)
    {
        try
        {
            return Run(console, file, askedLanguage, tellsFindings, use);
        }
        catch (UsageException fault)
        {
            Tool.Print(console.Error, fault);
            return ExitCode.WrongUsage;
        }
    }

    private static int Run(
        ToolConsole console, string file, string? askedLanguage, bool tellsFindings, Func<string, PolicyReadResult, string, int> use)
    {
        var read = CommonOptions.ReadRuleset(file, askedLanguage);
        var language = askedLanguage ?? read.Language;
        CommonOptions.Print(read, console.Error, language);
        if (tellsFindings)
        {
            foreach (var finding in read.Findings)
                console.Error.WriteLine(finding.Print(language));
        }

        if (read.Policy is not null)
            return use(file, read, language);
        var warnings = read.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        console.Error.WriteLine($"{file}: {ToolText.Invalid(language, read.Diagnostics.Count - warnings, warnings)}");
        return ExitCode.RulesetFails;
    }
}
