// kpirules lint: asks what a careful colleague would ask before payday, and fails where anything is doubtful.
using System.CommandLine;

namespace KpiRules.Cli;

internal static class LintCommand
{
    public static Command Create(ToolConsole console) => RulesetCommand.Create(
        console,
        "lint",
        "Ask what is allowed but hardly meant: a rate of 2.5 for 2.5 %, a gate that never opens. Fails where anything is.",
        tellsFindings: true,
        (file, read, language) =>
        {
            foreach (var waived in read.Waived)
                console.Output.WriteLine(ToolText.Waived(language, waived));
            console.Output.WriteLine($"{file}: {ToolText.Linted(language, read)}");
            return read.Findings.Count + read.Diagnostics.Count == 0 ? ExitCode.Good : ExitCode.RulesetFails;
        });
}
