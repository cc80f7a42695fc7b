// What validate and test share: for each file a ruleset is read, its diagnostics are printed, and the worst answer counts.
using System;
using System.CommandLine;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Cli;

internal static class RulesetCommand
{
    /// <param name="use">Uses a ruleset without errors: its file, the policy, how many warnings it has, and the language to speak.</param>
    public static Command Create(ToolConsole console, string name, string description, Func<string, Policy, int, string, int> use)
    {
        var (files, language) = (CommonOptions.Rulesets(), CommonOptions.Language());
        var command = new Command(name, description) { files, language };
        command.SetAction(parsed => parsed.GetValue(files)!.Max(file => TryRun(console, file, parsed.GetValue(language), use)));
        return command;
    }

    /// <summary>A file that cannot be read does not keep the others from being looked at.</summary>
    private static int TryRun(ToolConsole console, string file, string? askedLanguage, Func<string, Policy, int, string, int> use)
    {
        try
        {
            return Run(console, file, askedLanguage, use);
        }
        catch (UsageException fault)
        {
            Tool.Print(console.Error, fault);
            return ExitCode.WrongUsage;
        }
    }

    private static int Run(ToolConsole console, string file, string? askedLanguage, Func<string, Policy, int, string, int> use)
    {
        var read = CommonOptions.ReadRuleset(file, askedLanguage);
        var language = askedLanguage ?? read.Language;
        CommonOptions.Print(read, console.Error, language);
        var warnings = read.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        if (read.Policy is { } policy)
            return use(file, policy, warnings, language);
        console.Error.WriteLine($"{file}: {ToolText.Invalid(language, read.Diagnostics.Count - warnings, warnings)}");
        return ExitCode.RulesetFails;
    }
}
