// kpirules validate: says whether rulesets can be used, and everything that is wrong with them.
using System.CommandLine;

namespace KpiRules.Cli;

internal static class ValidateCommand
{
    public static Command Create(ToolConsole console) => RulesetCommand.Create(
        console,
        "validate",
        "Check rulesets and list everything that is wrong with them.",
        tellsFindings: true,
        (read, language) => new(ExitCode.Good, ToolText.Valid(language, read), []));
}
