// kpirules lint: asks what a careful colleague would ask before payday, and fails where anything is doubtful.
using System.CommandLine;
using System.Linq;

namespace KpiRules.Cli;

internal static class LintCommand
{
    public static Command Create(ToolConsole console) => RulesetCommand.Create(
        console,
        "lint",
        "Ask what is allowed but hardly meant: a rate of 2.5 for 2.5 %, a gate that never opens. Fails where anything is.",
        tellsFindings: true,
        (read, language) => new(
            read.Findings.Count + read.Diagnostics.Count == 0 ? ExitCode.Good : ExitCode.RulesetFails,
            ToolText.Linted(language, read),
            [.. read.Waived.Select(waived => ToolText.Waived(language, waived))]));
}
