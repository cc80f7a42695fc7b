// kpirules test: runs the tests that rulesets carry, and says what was expected and what came.
using System.CommandLine;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Testing;

namespace KpiRules.Cli;

internal static class TestCommand
{
    public static Command Create(ToolConsole console)
    {
        var (files, language) = (CommonOptions.Rulesets(), CommonOptions.Language());
        var command = new Command("test", "Run the tests that rulesets carry.") { files, language };
        command.SetAction(parsed => parsed.GetValue(files)!.Max(file => Run(console, file, parsed.GetValue(language))));
        return command;
    }

    private static int Run(ToolConsole console, string file, string? askedLanguage)
    {
        var read = CommonOptions.ReadRuleset(file);
        var language = askedLanguage ?? read.Language;
        CommonOptions.Print(read, console.Error, language);
        if (read.Policy is not { } policy)
        {
            var errors = read.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            console.Error.WriteLine($"{file}: {ToolText.Invalid(language, errors, read.Diagnostics.Count - errors)}");
            return ExitCode.RulesetFails;
        }

        var results = RulesetTests.Run(policy);
        foreach (var result in results)
            Print(console, result, language);
        var failed = results.Count(result => !result.Passed);
        var summary = results.Count == 0 ? ToolText.NoTests(language) : ToolText.TestsOf(language, results.Count - failed, failed);
        console.Output.WriteLine($"{file}: {summary}");
        return failed == 0 ? ExitCode.Good : ExitCode.RulesetFails;
    }

    private static void Print(ToolConsole console, RulesetTestResult result, string language)
    {
        console.Output.WriteLine($"  {(result.Passed ? ToolText.Passed(language) : ToolText.Failed(language))}  {result.Name}");
        foreach (var failure in result.Failures)
        {
            var name = failure.Result.Length == 0 ? "" : failure.Result + ": ";
            console.Output.WriteLine($"        {result.File}:{failure.Line}:{failure.Column}: {name}{failure.Message(language)}");
        }

        foreach (var issue in result.Issues)
            console.Output.WriteLine($"        {issue.ToString(language)}");
    }
}
