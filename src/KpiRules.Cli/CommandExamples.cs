// Adds to the help of each command how it is used; what is typed is the same in every language.
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;

namespace KpiRules.Cli;

internal sealed class CommandExamples(HelpAction help, string language) : SynchronousCommandLineAction
{
    /// <summary>By the names of the commands; a test holds every line against the command's options.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Lines = new Dictionary<string, string[]>
    {
        ["kpirules"] =
        [
            "kpirules validate ruleset.json",
            "kpirules evaluate ruleset.json --facts facts.csv --period 2026-03",
        ],
        ["validate"] = ["kpirules validate ruleset.json --watch", "kpirules validate 'rulesets/**/ruleset.json' --format sarif"],
        ["lint"] = ["kpirules lint ruleset.json", "kpirules lint 'rulesets/**/ruleset.json' --format github"],
        ["test"] = ["kpirules test ruleset.json --language zh", "kpirules test - --format json < ruleset.json"],
        ["format"] = ["kpirules format ruleset.json", "kpirules format 'rulesets/**/*.json' --check"],
        ["evaluate"] =
        [
            "kpirules evaluate ruleset.json --facts facts.csv --period 2026-03",
            "kpirules evaluate ruleset.json --facts facts.csv --records deals=deals.csv --period 2026-01..2026-06 --out pay.txt",
            "kpirules evaluate ruleset.json --facts facts.csv --period 2026-03 --subject ann --format statement",
        ],
        ["explain"] = ["kpirules explain ruleset.json payout --facts facts.csv --subject ann --period 2026-03"],
        ["diff"] = ["kpirules diff 2026-q1.json 2026-q2.json", "git show HEAD:ruleset.json | kpirules diff - ruleset.json --language zh"],
        ["simulate"] =
        [
            "kpirules simulate new.json --against ruleset.json --facts facts.csv --period 2026-01..2026-06",
            "kpirules simulate ruleset.json --sweep hurdle=0.7..0.95:0.05 --facts facts.csv --period 2026-03",
        ],
        ["curve"] =
        [
            "kpirules curve ruleset.json commission --over sales=0..500000 --facts facts.csv --subject ann --period 2026-03",
            "kpirules curve ruleset.json payout --over sales=0..500000 --facts facts.csv --subject ann --period 2026-03 --format svg",
        ],
        ["reconcile"] = ["kpirules reconcile ruleset.json --facts facts.csv --period 2026-03 --expected last-month.csv"],
        ["schema"] = ["kpirules schema --out kpirules.schema.json"],
        ["warnings"] =
        [
            "kpirules warnings ruleset.json --facts facts.csv --period 2026-03",
            "kpirules warnings ruleset.json --facts facts.csv --period 2026-03 --follow state.json",
        ],
        ["acknowledge"] = ["kpirules acknowledge state.json ann low_sales --by 'Mr Li' --done 'talked to her'"],
        ["smart"] = ["kpirules smart ruleset.json --facts facts.csv --period 2026-03 --all"],
        ["plan"] =
        [
            "kpirules plan ruleset.json year --facts facts.csv",
            "kpirules plan ruleset.json year --facts facts.csv --closed 2026-03 --format csv --out targets.csv",
        ],
        ["export"] = ["kpirules export ruleset.json --to rulesengine --out workflow.json"],
        ["import"] = ["kpirules import workflow.json --out ruleset.json"],
    };

    /// <summary>The option <c>--help</c>, which prints the examples as well.</summary>
    /// <param name="language">Where the command does not say.</param>
    public static HelpOption Option(string language)
    {
        var option = new HelpOption { Recursive = true };
        option.Action = new CommandExamples((HelpAction)option.Action!, language);
        return option;
    }

    /// <summary>Who asks for help need not say what else is required.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var (command, configuration) = (parseResult.CommandResult.Command, parseResult.InvocationConfiguration);
        var asked = parseResult.GetResult("--language") is null ? null : parseResult.GetValue<string?>("--language");
        if ((asked ?? language) != "zh")
            return Write(parseResult, configuration.Output);
        HelpLanguage.Translate(command);
        if (parseResult.RootCommandResult.Command.Options.OfType<HelpOption>().FirstOrDefault() is { } option)
            option.Description = HelpLanguage.Words().GetValueOrDefault("Show help and usage information");
        var console = configuration.Output;
        using var text = new StringWriter { NewLine = console.NewLine };
        configuration.Output = text;
        var answer = Write(parseResult, text);
        configuration.Output = console;
        console.Write(HelpLanguage.Translate(text.ToString()));
        return answer;
    }

    private int Write(ParseResult parseResult, TextWriter output)
    {
        var answer = help.Invoke(parseResult);
        if (Lines.GetValueOrDefault(parseResult.CommandResult.Command.Name) is { } lines)
        {
            output.WriteLine("Examples:");
            foreach (var line in lines)
                output.WriteLine("  " + line);
            output.WriteLine();
        }

        return answer;
    }
}
