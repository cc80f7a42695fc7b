// kpirules test: runs the tests that rulesets carry, and says what was expected and what came.
using System.CommandLine;
using System.Linq;
using KpiRules.Testing;

namespace KpiRules.Cli;

internal static class TestCommand
{
    public static Command Create(ToolConsole console) => RulesetCommand.Create(
        console,
        "test",
        "Run the tests that rulesets carry.",
        tellsFindings: false,
        (file, read, language) => Run(console, file, read.Policy!, language));

    private static int Run(ToolConsole console, string file, Policy policy, string language)
    {
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
