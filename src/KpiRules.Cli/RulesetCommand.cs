// What validate, lint and test share: each file is read and checked, and the worst answer counts.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.Cli.Reports;
using KpiRules.Diagnostics;
using KpiRules.Testing;

namespace KpiRules.Cli;

/// <summary>What a command finds of a ruleset that can be used.</summary>
/// <param name="Tests">Null where tests are not run.</param>
/// <param name="Details">Lines that stand before the summary.</param>
internal sealed record RulesetAnswer(
    int ExitCode, string Summary, IReadOnlyList<string> Details, IReadOnlyList<RulesetTestResult>? Tests = null);

internal static class RulesetCommand
{
    /// <param name="tellsFindings">Whether what is hardly meant is told as well.</param>
    /// <param name="verdict">Takes a ruleset without errors, and the language to speak.</param>
    public static Command Create(
        ToolConsole console, string name, string description, bool tellsFindings, Func<PolicyReadResult, string, RulesetAnswer> verdict)
    {
        var (files, language, format) = (CommonOptions.Rulesets(), CommonOptions.Language(), ReportFormat.Option());
        var watch = new Option<bool>("--watch") { Description = "Run again when a file or a base of it changes; Ctrl+C ends it." };
        var command = new Command(name, description) { files, format, watch, language };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(language);
            var words = parsed.GetValue(files)!;
            if (!parsed.GetValue(watch))
                return Run().ExitCode;
            if (words.Contains(RulesetFiles.StandardInput))
                throw new UsageException(ToolText.CannotWatchInput(asked ?? CommonOptions.UnknownLanguage));
            return Watch.Run(
                () =>
                {
                    var run = Run();
                    console.Error.WriteLine(ToolText.Watching(asked ?? CommonOptions.UnknownLanguage));
                    return run;
                },
                () => RulesetFiles.ByNow(words),
                console.Stop);

            (int ExitCode, IReadOnlyList<string> Files) Run()
            {
                var read = new List<string>();
                var checks = RulesetFiles.Of(words, asked ?? CommonOptions.UnknownLanguage).Select(file =>
                {
                    var check = TryCheck(console, file, asked, tellsFindings, verdict);
                    read.AddRange([file, .. check.Read?.Bases ?? []]);
                    return check;
                });
                return (ReportFormat.Write(console, parsed.GetValue(format)!, name, checks), read);
            }
        });
        return command;
    }

    /// <summary>A file that cannot be read does not keep the others from being looked at.</summary>
    private static CheckedRuleset TryCheck(
        ToolConsole console, string file, string? asked, bool tellsFindings, Func<PolicyReadResult, string, RulesetAnswer> verdict)
    {
        try
        {
            return Check(file, CommonOptions.ReadRuleset(console, file, asked), asked, tellsFindings, verdict);
        }
        catch (UsageException fault)
        {
            return new(file, asked ?? CommonOptions.UnknownLanguage, null, [], null, [], fault.Message, ExitCode.WrongUsage);
        }
    }

    private static CheckedRuleset Check(
        string file, PolicyReadResult read, string? asked, bool tellsFindings, Func<PolicyReadResult, string, RulesetAnswer> verdict)
    {
        var language = asked ?? read.Language;
        IReadOnlyList<Diagnostic> diagnostics = tellsFindings ? [.. read.Diagnostics, .. read.Findings] : read.Diagnostics;
        var answer = read.Policy is null ? Invalid(read, language) : verdict(read, language);
        var name = file == RulesetFiles.StandardInput ? RulesetFiles.InputName : file;
        return new(name, language, read, diagnostics, answer.Tests, answer.Details, answer.Summary, answer.ExitCode);
    }

    private static RulesetAnswer Invalid(PolicyReadResult read, string language)
    {
        var warnings = read.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        return new(ExitCode.RulesetFails, ToolText.Invalid(language, read.Diagnostics.Count - warnings, warnings), []);
    }
}
