// kpirules diff: two rulesets in, all in which they say something else out, as HR would say it.
using System.CommandLine;
using KpiRules.Comparing;

namespace KpiRules.Cli;

internal static class DiffCommand
{
    public static Command Create(ToolConsole console)
    {
        var old = new Argument<string>("OLD") { Description = "The ruleset as it was; - for standard input." };
        var @new = new Argument<string>("NEW") { Description = "The ruleset as it is; - for standard input." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var output = new Option<string?>("--out") { Description = "Write the differences to this file." };
        var language = CommonOptions.Language();
        var command = new Command(
            "diff",
            "Tell in which rates, targets, gates and words two rulesets differ, whatever their files look like: "
                + "exit code 1 where a result may be another.")
        {
            old, @new, format, output, language
        };
        command.SetAction(parsed =>
        {
            var (asked, file) = (parsed.GetValue(language), parsed.GetValue(output));
            var paths = (Old: parsed.GetRequiredValue(old), New: parsed.GetRequiredValue(@new));
            if (paths is { Old: RulesetFiles.StandardInput, New: RulesetFiles.StandardInput })
                throw new UsageException(DiffText.TwoInputs(asked ?? CommonOptions.UnknownLanguage));
            OutputFile.Check("--out", file, [paths.Old, paths.New], asked ?? CommonOptions.UnknownLanguage);
            var (before, after) = (Read(paths.Old), Read(paths.New));
            if (before is null || after is null)
                return ExitCode.RulesetFails;
            var spoken = asked ?? after.Language;
            var (was, now) = (before.Policy!, after.Policy!);
            var differences = now.DifferencesFrom(was);
            var text = parsed.GetValue(format) == "json"
                ? JsonText.Write(json => DiffJson.Write(json, was, now, differences, spoken))
                : DiffText.Write(was, now, differences, spoken);
            OutputFile.WriteOrPrint(console, file, text, spoken);
            foreach (var difference in differences)
            {
                if (difference.ChangesNumbers)
                    return ExitCode.RulesetFails;
            }

            return ExitCode.Good;

            // of a ruleset that cannot be used, what is wrong with it is told; warnings are none of this command's
            PolicyReadResult? Read(string path)
            {
                var read = CommonOptions.ReadRuleset(console, path, asked);
                OutputFile.Check("--out", file, read.Bases, asked ?? read.Language);
                if (read.Policy is not null)
                    return read;
                CommonOptions.Print(read, console.Error, asked ?? read.Language);
                return null;
            }
        });
        return command;
    }
}
