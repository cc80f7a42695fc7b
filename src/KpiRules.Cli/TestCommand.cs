// kpirules test: runs the tests that rulesets carry, and says what was expected and what came.
using System.Collections.Generic;
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
        (read, language) => Run(console.Paint, read.Policy!, language));

    private static RulesetAnswer Run(Paint paint, Policy policy, string language)
    {
        var results = RulesetTests.Run(policy);
        var failed = results.Count(result => !result.Passed);
        return new(
            failed == 0 ? ExitCode.Good : ExitCode.RulesetFails,
            results.Count == 0 ? ToolText.NoTests(language) : ToolText.TestsOf(language, results.Count - failed, failed),
            [.. results.SelectMany(result => Lines(paint, result, language))],
            results);
    }

    private static IEnumerable<string> Lines(Paint paint, RulesetTestResult result, string language)
    {
        var verdict = result.Verdict(language);
        var lines = result.Print(language)[verdict.Length..].Split('\n');
        return lines.Skip(1).Prepend((result.Passed ? paint.Good(verdict) : paint.Error(verdict)) + lines[0]).Select(line => "  " + line);
    }
}
