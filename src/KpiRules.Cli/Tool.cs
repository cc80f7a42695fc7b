// Takes the words of a command, runs it, and turns every failure into a message and an exit code.
using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using KpiRules.Files;

namespace KpiRules.Cli;

internal static class Tool
{
    private const string Hint = "Try 'kpirules --help', or 'kpirules evaluate --help' and the like.";

    /// <param name="output">For what was asked for.</param>
    /// <param name="error">For everything else.</param>
    /// <param name="reached">Called after each step of writing a file, for tests; null for nothing.</param>
    /// <param name="input">Opens standard input, which a command reads only where it is asked to; null for none.</param>
    public static int Run(
        string[] arguments, TextWriter output, TextWriter error, Action<WriteStep>? reached = null, Func<Stream>? input = null)
    {
        return Run(arguments, new ToolConsole(output, error, reached, input));
    }

    /// <inheritdoc cref="Run(string[], TextWriter, TextWriter, Action{WriteStep}, Func{Stream})"/>
    public static int Run(string[] arguments, ToolConsole console)
    {
        var (output, error) = (console.Output, console.Error);
        // not a RootCommand: that is named after the file that runs, which under `dotnet run` is another
        var root = new Command("kpirules", "KPI policies written as JSON: check them, test them, evaluate them.")
        {
            CommandExamples.Option(console.HelpLanguage),
            new VersionOption(),
            ValidateCommand.Create(console),
            LintCommand.Create(console),
            TestCommand.Create(console),
            FormatCommand.Create(console),
            EvaluateCommand.Create(console),
            ExplainCommand.Create(console),
            DiffCommand.Create(console),
            SimulateCommand.Create(console),
            CurveCommand.Create(console),
            ReconcileCommand.Create(console),
            WarningsCommand.Create(console),
            AcknowledgeCommand.Create(console),
            SmartCommand.Create(console),
            PlanCommand.Create(console),
            ExportCommand.Create(console),
            ImportCommand.Create(console),
            SchemaCommand.Create(console),
        };
        if (arguments is ["help", ..])
            arguments = [.. arguments[1..], "--help"];
        if (arguments.Length == 0 || (!arguments[0].StartsWith('-') && root.Subcommands.All(command => command.Name != arguments[0])))
        {
            var commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
            error.WriteLine(arguments.Length == 0
                ? $"kpirules: which command? There are: {commands}"
                : $"kpirules: there is no command '{arguments[0]}'; there are: {commands}");
            error.WriteLine(Hint);
            return ExitCode.WrongUsage;
        }

        var parsed = root.Parse(arguments);
        var unknown = UnknownOptions.In(parsed).ToList();
        if (unknown.Count > 0)
        {
            var language = parsed.GetResult("--language") is null ? CommonOptions.UnknownLanguage : parsed.GetValue<string>("--language")!;
            foreach (var (written, closest) in unknown)
                error.WriteLine($"kpirules: {ToolText.NoOption(language, parsed.CommandResult.Command.Name, written, closest)}");
            error.WriteLine(Hint);
            return ExitCode.WrongUsage;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                error.WriteLine($"kpirules: {fault.Message}");
            error.WriteLine(Hint);
            return ExitCode.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException fault)
        {
            Print(error, fault);
            return ExitCode.WrongUsage;
        }
        catch (IOException fault)
        {
            // files say which they are; what is left is standard output, as on a full disk
            error.WriteLine($"kpirules: the results cannot be written: {fault.Message}");
            return ExitCode.WrongUsage;
        }
        catch (Exception fault)
        {
            error.WriteLine($"kpirules: internal error: {fault.GetType().Name}: {fault.Message}");
            return ExitCode.Internal;
        }
    }

    /// <summary>A mistake of the user's, as it is printed everywhere.</summary>
    public static void Print(TextWriter error, UsageException fault) => error.WriteLine($"kpirules: {fault.Message}");
}
